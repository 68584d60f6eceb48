package io.mirrorlake.profiler.relation.discovery;

import java.util.List;

/**
 * The keys that a database declares for a table.
 *
 * @param primaryKey the columns of the primary key in order; none where none is declared
 * @param references the foreign keys
 */
public record DeclaredKeys(List<String> primaryKey, List<ForeignKey> references) {
  /** What files declare. */
  public static final DeclaredKeys NONE = new DeclaredKeys(List.of(), List.of());

  public DeclaredKeys {
    primaryKey = List.copyOf(primaryKey);
    references = List.copyOf(references);
  }

  /**
   * A foreign key.
   *
   * @param columns its columns
   * @param parent the table that it refers to
   * @param parentColumns the columns of that table
   */
  public record ForeignKey(List<String> columns, String parent, List<String> parentColumns) {
    public ForeignKey {
      columns = List.copyOf(columns);
      parentColumns = List.copyOf(parentColumns);
      if (columns.isEmpty() || columns.size() != parentColumns.size()) {
        throw new IllegalArgumentException("columns " + columns + " for " + parentColumns);
      }
    }
  }
}
