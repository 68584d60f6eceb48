package io.mirrorlake.profiler.relation;

import java.util.List;
import java.util.Optional;

/**
 * The rows of a reference table, in the order of their index.
 *
 * @param columns the names of the columns
 * @param rows for each row a text for each column, as Spark SQL casts its value to a string (bytes:
 *     two hexadecimal digits each; timestamps in UTC); empty for nulls
 */
public record StaticRows(List<String> columns, List<List<Optional<String>>> rows) {
  public StaticRows {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    for (List<Optional<String>> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(
            "a row of " + row.size() + " values for the columns " + columns);
      }
    }
    if (columns.isEmpty() || rows.isEmpty()) {
      throw new IllegalArgumentException("a reference table needs columns and rows");
    }
  }

  /** How many rows there are. */
  public int size() {
    return rows.size();
  }
}
