package io.mirrorlake.evaluator.spark;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import io.mirrorlake.evaluator.sample.Measure;
import io.mirrorlake.evaluator.tally.TallyPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * One dataset in the form the metrics take, with a hash of each row's content. Equal rows have
 * equal hashes; two different rows of a table of 10 million share one with a probability of 3 in a
 * million.
 *
 * @param name what messages call it
 * @param columns the columns, in order
 * @param source the dataset
 */
record CodedDataset(String name, List<ComparedColumn> columns, Dataset<Row> source) {
  /**
   * The name of the column that holds a row's hash; the values are in {@code v0}, {@code v1} and so
   * on.
   */
  static final String HASH = "h";

  /** What is counted of a column. */
  private static final int COUNTED = 4;

  CodedDataset {
    columns = List.copyOf(columns);
  }

  /** The values of all rows. */
  Dataset<Row> values() {
    Column[] values =
        IntStream.range(0, columns.size())
            .mapToObj(c -> columns.get(c).values().as("v" + c))
            .toArray(Column[]::new);
    return source.select(values);
  }

  /** The values of all rows with their hashes. */
  Dataset<Row> hashed() {
    List<Column> parts = new ArrayList<>();
    for (int c = 0; c < columns.size(); c++) {
      parts.add(col("v" + c));
      // The hash skips nulls, so without this (null, 1) and (1, null) were equal.
      parts.add(col("v" + c).isNull());
    }
    return values().withColumn(HASH, xxhash64(parts.toArray(Column[]::new)));
  }

  /**
   * About half of the rows, chosen by their content alone: equal rows are in the same half.
   *
   * @param half 0 or 1
   */
  CodedDataset half(String halfName, int half, long seed) {
    List<Column> parts = new ArrayList<>();
    parts.add(lit("half"));
    parts.add(lit(seed));
    for (ComparedColumn column : columns) {
      parts.add(column.values());
      parts.add(column.values().isNull());
    }
    Column hash = xxhash64(parts.toArray(Column[]::new));
    return new CodedDataset(halfName, columns, source.where(pmod(hash, lit(2)).equalTo(lit(half))));
  }

  /** Counts over all rows, in one pass. */
  Counts counts() {
    List<Column> counted = new ArrayList<>();
    for (ComparedColumn column : columns) {
      counted.add(count(column.values()));
      counted.add(coalesce(sum(when(column.isNotFinite(), 1L).otherwise(0L)), lit(0L)));
      boolean ordered = column.family().measure() != Measure.CATEGORY;
      Column numbers = ordered ? column.values() : lit(Double.NaN);
      counted.add(coalesce(min(numbers), lit(Double.NaN)));
      counted.add(coalesce(max(numbers), lit(Double.NaN)));
    }
    Row row = source.agg(count(lit(1)), counted.toArray(Column[]::new)).head();
    List<Long> present = new ArrayList<>();
    List<Long> notFinite = new ArrayList<>();
    List<TallyPlan.Ends> ends = new ArrayList<>();
    for (int c = 0; c < columns.size(); c++) {
      int place = 1 + COUNTED * c;
      present.add(row.getLong(place));
      notFinite.add(row.getLong(place + 1));
      ends.add(new TallyPlan.Ends(row.getDouble(place + 2), row.getDouble(place + 3)));
    }
    return new Counts(row.getLong(0), present, notFinite, ends);
  }

  /**
   * What was counted.
   *
   * @param rows all rows
   * @param present for each column the values that are not missing
   * @param notFinite for each column the values that are infinite or not a number, which count as
   *     missing
   * @param ends for each column the least and the greatest value
   */
  record Counts(long rows, List<Long> present, List<Long> notFinite, List<TallyPlan.Ends> ends) {
    double missingShare(int column) {
      return rows == 0 ? 0 : (double) (rows - present.get(column)) / rows;
    }
  }
}
