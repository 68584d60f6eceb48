package io.mirrorlake.profiler.relation;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  /**
   * For each row the place of a column's value among all different values, from 0; nulls have the
   * place after the last.
   *
   * @param numbers whether the values are numbers, and rise as these; else they rise as texts
   */
  public int[] places(String column, boolean numbers) {
    int at = columns.indexOf(column);
    Comparator<String> order =
        numbers
            ? Comparator.<String>comparingDouble(Double::parseDouble)
                .thenComparing(Comparator.naturalOrder())
            : Comparator.naturalOrder();
    List<String> values =
        rows.stream().flatMap(row -> row.get(at).stream()).distinct().sorted(order).toList();
    Map<String, Integer> places = new HashMap<>();
    values.forEach(value -> places.put(value, places.size()));
    return rows.stream()
        .mapToInt(row -> row.get(at).map(places::get).orElse(places.size()))
        .toArray();
  }

  /** How many rows there are. */
  public int size() {
    return rows.size();
  }
}
