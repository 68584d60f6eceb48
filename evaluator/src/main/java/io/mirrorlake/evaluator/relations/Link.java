package io.mirrorlake.evaluator.relations;

import java.util.List;

/**
 * A foreign key.
 *
 * @param child the table that refers
 * @param columns its columns
 * @param parent the table that is referred to
 * @param parentColumns the columns of a key of the parent, in the order of {@code columns}
 */
public record Link(String child, List<String> columns, String parent, List<String> parentColumns) {
  public Link {
    columns = List.copyOf(columns);
    parentColumns = List.copyOf(parentColumns);
    if (columns.isEmpty() || columns.size() != parentColumns.size()) {
      throw new IllegalArgumentException(
          child + columns + " cannot refer to " + parent + parentColumns);
    }
  }

  /** Such as {@code orders(customer_id) -> customers}. */
  public String name() {
    return child + "(" + String.join(", ", columns) + ") -> " + parent;
  }
}
