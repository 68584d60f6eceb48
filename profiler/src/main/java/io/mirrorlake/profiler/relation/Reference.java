package io.mirrorlake.profiler.relation;

import java.util.List;

/**
 * A foreign key.
 *
 * @param name what columns call it by, such as {@code orders.customer_id}
 * @param columns its columns
 * @param parent the table it refers to
 * @param parentColumns the columns of the parent that it holds values of, which are unique there:
 *     one for each column
 * @param law how a row finds its parent
 */
public record Reference(
    String name,
    List<String> columns,
    String parent,
    List<String> parentColumns,
    ReferenceLaw law) {
  public Reference {
    columns = List.copyOf(columns);
    parentColumns = List.copyOf(parentColumns);
    if (columns.isEmpty() || columns.size() != parentColumns.size()) {
      throw new IllegalArgumentException(
          "reference '" + name + "' has the columns " + columns + " for " + parentColumns);
    }
    if (law instanceof ReferenceLaw.Inherited inherited
        && inherited.of().size() != columns.size()) {
      throw new IllegalArgumentException(
          "reference '" + name + "' inherits " + inherited.of() + " for " + columns);
    }
  }

  /** Whether this is the reference to the leading parent. */
  public boolean leads() {
    return law instanceof ReferenceLaw.Family;
  }
}
