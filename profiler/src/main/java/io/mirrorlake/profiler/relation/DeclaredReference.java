package io.mirrorlake.profiler.relation;

import java.util.List;

/**
 * A foreign key as the user declares it.
 *
 * @param columns its columns, at least one
 * @param parent the table it refers to
 * @param parentColumns the columns of the parent that it holds values of: one for each column
 * @param leading whether the parent is to be the leading one
 * @param reproduceOrphans whether values that no parent has are to be kept at their rate
 */
public record DeclaredReference(
    List<String> columns,
    String parent,
    List<String> parentColumns,
    boolean leading,
    boolean reproduceOrphans) {
  public DeclaredReference {
    columns = List.copyOf(columns);
    parentColumns = List.copyOf(parentColumns);
    if (columns.isEmpty() || columns.size() != parentColumns.size()) {
      throw new IllegalArgumentException("a reference of " + columns + " to " + parentColumns);
    }
  }

  /** What the reference of a table is called. */
  public String name(String table) {
    return table + "." + String.join("+", columns);
  }
}
