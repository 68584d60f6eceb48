package io.mirrorlake.profiler.spark;

import static io.mirrorlake.profiler.spark.ColumnNames.matches;
import static io.mirrorlake.profiler.spark.ColumnNames.named;
import static io.mirrorlake.profiler.spark.ColumnNames.numbered;
import static io.mirrorlake.profiler.spark.ColumnNames.present;
import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.mirrorlake.profiler.disclosure.SecretRounding;
import io.mirrorlake.profiler.fit.ProfileOptions;
import io.mirrorlake.profiler.relation.CellTree;
import io.mirrorlake.profiler.spark.ParentCells.Use;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;

/**
 * What the parents of popular references are cut into cells by: how often each is referred to, what
 * its children are like, and its own numbers and dates. All are numbers, and each has a weight.
 *
 * <p>What its children are like matters most. A child knows of this parent the cell only, so what
 * differs inside a cell is lost, while the parent's own columns are drawn given the cell.
 */
final class CellFeatures {
  private static final String PART = "?part";

  /** How much popularity matters, beside a column whose siblings are all the same. */
  private static final double POPULARITY = 1;

  /** How much one of the parent's own columns matters at least. */
  private static final double OWN = 0.1;

  /** Of each reference's children so many columns are looked at. */
  private static final int FAMILY_COLUMNS = 6;

  /** Siblings less alike than this say nothing of their parent. */
  private static final double LEAST_SIMILARITY = 0.02;

  /** A cell has so many times the base that numbers of children are rounded to. */
  private static final double FEWEST_BASES = 2;

  /**
   * How often rows are referred to.
   *
   * @param feature the position of the feature that says it
   * @param children how many rows refer to them in all
   * @param base what counts of these are rounded to
   */
  private record Popularity(int feature, long children, double base) {}

  private final List<Double> weights = new ArrayList<>();
  private final List<String> popularities = new ArrayList<>();
  private Optional<Popularity> largest = Optional.empty();
  private Dataset<Row> rows;

  private CellFeatures(Dataset<Row> rows) {
    this.rows = rows;
  }

  /** The features of a parent that these refer to. */
  static CellFeatures of(TableNode parent, List<Use> uses) {
    CellFeatures features = new CellFeatures(parent.rows());
    uses.forEach(features::addUse);
    Map<String, Column> own = own(parent);
    Map<String, Double> alike = alike(parent, uses);
    own.forEach(
        (name, value) -> {
          double weight = Math.max(OWN, alike.getOrDefault(name, 0.0));
          features.rows = features.rows.withColumn(features.next(weight), value);
        });
    return features;
  }

  /** A table's own numbers and dates, as numbers by their names. */
  static Map<String, Column> own(TableNode table) {
    Set<String> keys = new HashSet<>(table.table().primaryKey());
    table.table().references().forEach(reference -> keys.addAll(reference.columns()));
    Map<String, Column> own = new LinkedHashMap<>();
    for (StructField field : table.table().rows().schema().fields()) {
      if (!keys.contains(field.name()) && isOnLine(field.dataType())) {
        own.put(field.name(), number(field));
      }
    }
    return own;
  }

  /**
   * How alike the parent's own columns are among siblings: all races of a driver lie in a few
   * years. As a child knows its further parents by their cells only, what siblings have in common
   * there has to be what cells are cut by.
   */
  private static Map<String, Double> alike(TableNode parent, List<Use> uses) {
    Map<String, Double> all = new HashMap<>();
    for (Use use : uses) {
      use.child()
          .alike(use.reference(), parent)
          .forEach((name, similar) -> all.merge(name, Math.max(0, similar), Double::sum));
    }
    return all;
  }

  /** The parent's rows with the features, none of them null or NaN. */
  Dataset<Row> rows() {
    Dataset<Row> complete = rows;
    for (String name : names()) {
      Column value = named(name);
      complete =
          complete.withColumn(
              name,
              when(value.isNull().or(value.isNaN()), lit(-Double.MAX_VALUE)).otherwise(value));
    }
    return complete;
  }

  /** How often each row is referred to, by all references together. */
  Column popularity() {
    Column all = lit(0.0);
    for (String popularity : popularities) {
      all = all.plus(named(popularity));
    }
    return all;
  }

  /**
   * What a cell has at least: so many rows, and children enough in the largest table that refers to
   * them, so that its share of that table is not told as a multiple of itself.
   *
   * @param rows how many rows
   * @param values the values of each feature
   */
  CellTree.Least least(int rows, List<double[]> values) {
    if (largest.isEmpty()) {
      return CellTree.Least.rows(rows);
    }
    Popularity most = largest.get();
    List<Double> children = Arrays.stream(values.get(most.feature())).boxed().toList();
    return new CellTree.Least(rows, children, FEWEST_BASES * most.base());
  }

  /** How much each feature matters. */
  List<Double> weights() {
    return List.copyOf(weights);
  }

  /** The features' columns. */
  List<String> names() {
    return IntStream.range(0, weights.size()).mapToObj(CellFeatures::name).toList();
  }

  /** The values of each feature in some rows. */
  List<double[]> values(Dataset<Row> some) {
    List<Row> collected = some.select(named(names())).collectAsList();
    return IntStream.range(0, weights.size())
        .mapToObj(f -> collected.stream().mapToDouble(row -> row.getDouble(f)).toArray())
        .toList();
  }

  /** The column of a feature. */
  static String name(int feature) {
    return "?f" + feature;
  }

  private String next(double weight) {
    weights.add(weight);
    return name(weights.size() - 1);
  }

  private void addUse(Use use) {
    String popularity = next(POPULARITY);
    popularities.add(popularity);
    long all = use.child().count();
    if (largest.isEmpty() || largest.get().children() < all) {
      largest = Optional.of(new Popularity(weights.size() - 1, all, base(use.child())));
    }
    Column children = count(lit(1)).cast("double").as(popularity);
    List<Column> means = new ArrayList<>();
    Map<String, Double> similar = use.child().similarity(use.reference());
    similar.entrySet().stream()
        .filter(entry -> entry.getValue() > LEAST_SIMILARITY)
        .sorted(Comparator.comparingDouble(entry -> -entry.getValue()))
        .limit(FAMILY_COLUMNS)
        .forEach(
            entry -> {
              for (Column value : values(use, entry.getKey())) {
                means.add(avg(value).as(next(entry.getValue())));
              }
            });
    Dataset<Row> families =
        use.child()
            .rows()
            .where(present(use.reference().columns()))
            .groupBy(numbered(use.reference().columns(), PART).toArray(Column[]::new))
            .agg(children, means.toArray(Column[]::new));
    Dataset<Row> joined =
        rows.join(families, matches(use.reference().parentColumns(), PART), "left");
    rows =
        ColumnNames.without(joined, use.reference().columns().size(), PART)
            .withColumn(popularity, coalesce(named(popularity), lit(0.0)));
  }

  /** What a child's column is averaged by: the number, or whether it is a main category. */
  private static List<Column> values(Use use, String column) {
    StructField field = use.child().rows().schema().apply(column);
    return isOnLine(field.dataType())
        ? List.of(number(field))
        : SummaryColumns.mainCategories(use.child(), use.reference(), column);
  }

  private static boolean isOnLine(DataType type) {
    return type instanceof NumericType
        || type instanceof BooleanType
        || SummaryColumns.isTime(type);
  }

  /** What the numbers of a table's rows are rounded to. */
  private static double base(TableNode table) {
    ProfileOptions options = table.table().options();
    double rowsPerUnit =
        options
            .privacyUnit()
            .map(unit -> (double) table.count() / Math.max(1, units(table, unit)))
            .orElse(table.familySize());
    SecretRounding rounding = options.policy().table(table.name());
    return rounding.isOn() ? rounding.base() * Math.max(1, rowsPerUnit) : 0;
  }

  private static long units(TableNode table, String unit) {
    return table.rows().agg(count_distinct(named(unit))).head().getLong(0);
  }

  private static Column number(StructField field) {
    Column value = named(field.name());
    return SummaryColumns.isTime(field.dataType())
        ? value.cast("timestamp").cast("double")
        : value.cast("double");
  }
}
