package io.mirrorlake.profiler.spark;

import static io.mirrorlake.profiler.spark.ColumnNames.named;
import static io.mirrorlake.profiler.spark.ColumnNames.present;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.xxhash64;

import io.mirrorlake.profiler.relation.DeclaredReference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;

/**
 * How alike the siblings of a parent are: the intraclass correlation of each column from a one-way
 * analysis of variance, rho = (MSB - MSW) / (MSB + (m - 1) MSW) with the mean squares between and
 * within families and m rows a family. Columns that are no numbers are told apart by a hash.
 */
final class SiblingSimilarity {
  /** Hashes of this range tell most values apart, and stay exact in sums of squares. */
  private static final int HASHES = 1009;

  private SiblingSimilarity() {}

  /** The sum of the columns' correlations, those below zero left out. */
  static double of(TableNode table, DeclaredReference reference) {
    return byColumn(table, reference).values().stream().mapToDouble(r -> Math.max(0, r)).sum();
  }

  /** The correlation of every column that is in no key. */
  static Map<String, Double> byColumn(TableNode table, DeclaredReference reference) {
    Set<String> keys = new HashSet<>(table.table().primaryKey());
    table.table().references().forEach(other -> keys.addAll(other.columns()));
    List<String> names = new ArrayList<>();
    List<Column> sums = new ArrayList<>();
    for (StructField field : table.rows().schema().fields()) {
      if (!keys.contains(field.name()) && SummaryColumns.isPlain(field.dataType())) {
        Column value =
            field.dataType() instanceof NumericType
                ? named(field.name()).cast("double")
                : pmod(xxhash64(named(field.name())), lit(HASHES)).cast("double");
        Column known = value.isNotNull().cast("double");
        sums.add(sum(known).as("n" + names.size()));
        sums.add(sum(value).as("s" + names.size()));
        sums.add(sum(value.multiply(value)).as("q" + names.size()));
        names.add(field.name());
      }
    }
    if (names.isEmpty()) {
      return Map.of();
    }
    Dataset<Row> families =
        table
            .rows()
            .where(present(reference.columns()))
            .groupBy(named(reference.columns()))
            .agg(count(lit(1)).as("?rows"), sums.toArray(Column[]::new));
    return correlations(families, names);
  }

  private static Map<String, Double> correlations(Dataset<Row> families, List<String> names) {
    List<Column> totals = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      Column n = named("n" + i);
      Column s = named("s" + i);
      totals.add(sum(n));
      totals.add(sum(n.gt(0).cast("double")));
      totals.add(sum(s));
      totals.add(sum(named("q" + i)));
      totals.add(sum(s.multiply(s).divide(n)));
    }
    Row row = families.agg(count(lit(1)), totals.toArray(Column[]::new)).head();
    Map<String, Double> correlations = new TreeMap<>();
    for (int i = 0; i < names.size(); i++) {
      double[] of = new double[5];
      for (int j = 0; j < of.length; j++) {
        of[j] = row.isNullAt(1 + 5 * i + j) ? 0 : row.getDouble(1 + 5 * i + j);
      }
      correlations.put(names.get(i), correlation(of[0], of[1], of[2], of[3], of[4]));
    }
    return correlations;
  }

  private static double correlation(double n, double families, double s, double q, double ss) {
    double m = n / Math.max(1, families);
    double between = (ss - s * s / Math.max(1, n)) / Math.max(1, families - 1);
    double within = (q - ss) / Math.max(1, n - families);
    double all = between + (m - 1) * within;
    return n > families && all > 0 ? (between - within) / all : 0;
  }
}
