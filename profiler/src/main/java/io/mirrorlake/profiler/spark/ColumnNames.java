package io.mirrorlake.profiler.spark;

import static org.apache.spark.sql.functions.col;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Columns by names that may hold anything. */
final class ColumnNames {
  private ColumnNames() {}

  static Column named(String name) {
    return col("`" + name.replace("`", "``") + "`");
  }

  static Column[] named(List<String> names) {
    return names.stream().map(ColumnNames::named).toArray(Column[]::new);
  }

  /** The columns of these names, renamed to a prefix and their number. */
  static Stream<Column> numbered(List<String> names, String prefix) {
    return Stream.iterate(0, i -> i < names.size(), i -> i + 1)
        .map(i -> named(names.get(i)).as(prefix + i));
  }

  /** That the columns equal the numbered ones; never true for nulls. */
  static Column matches(List<String> names, String prefix) {
    return equal(names, IntStream.range(0, names.size()).mapToObj(i -> prefix + i).toList());
  }

  /** That columns equal others, one by one; never true for nulls. */
  static Column equal(List<String> names, List<String> others) {
    return IntStream.range(0, names.size())
        .mapToObj(i -> named(names.get(i)).equalTo(named(others.get(i))))
        .reduce(Column::and)
        .orElseThrow();
  }

  /** That none of the columns is null. */
  static Column present(List<String> names) {
    return names.stream().map(name -> named(name).isNotNull()).reduce(Column::and).orElseThrow();
  }

  static Dataset<Row> select(Dataset<Row> rows, Stream<Column> columns) {
    return rows.select(columns.toArray(Column[]::new));
  }

  /**
   * The rows with what others have for them, null where none of these match.
   *
   * @param names the columns of the rows that the numbered ones of the others match, which are left
   *     out
   */
  static Dataset<Row> withMatching(
      Dataset<Row> rows, List<String> names, Dataset<Row> others, String prefix) {
    Dataset<Row> joined = rows.join(others, matches(names, prefix), "left");
    for (int i = 0; i < names.size(); i++) {
      joined = joined.drop(named(prefix + i));
    }
    return joined;
  }
}
