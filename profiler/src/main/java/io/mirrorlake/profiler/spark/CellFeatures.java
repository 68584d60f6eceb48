package io.mirrorlake.profiler.spark;

import static io.mirrorlake.profiler.spark.ColumnNames.named;
import static io.mirrorlake.profiler.spark.ColumnNames.numbered;
import static io.mirrorlake.profiler.spark.ColumnNames.present;
import static io.mirrorlake.profiler.spark.ColumnNames.withMatching;
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
 * its children are like, and its own numbers and dates. All are numbers, and each has a ratio of
 * signal to noise.
 *
 * <p>What its children are like matters most. A child knows of this parent the cell only, so what
 * differs inside a cell is lost, while the parent's own columns are drawn given the cell.
 */
final class CellFeatures {
  private static final String PART = "?part";

  /** As much variance of popularity is told from chance as there is of chance. */
  private static final double POPULARITY = 1;

  /** How much of one of the parent's own columns its children are to know at least. */
  private static final double OWN = 0.1;

  /** A column that is nearly the same among all siblings has no more variance between them. */
  private static final double MOST = 99;

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

  private final List<List<Double>> ratios = new ArrayList<>();
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
    Map<String, List<Double>> alike = alike(parent, uses);
    own.forEach(
        (name, value) -> {
          List<Double> known = alike.getOrDefault(name, List.of(OWN));
          features.rows = features.rows.withColumn(features.next(known), value);
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
  private static Map<String, List<Double>> alike(TableNode parent, List<Use> uses) {
    Map<String, List<Double>> all = new HashMap<>();
    for (Use use : uses) {
      use.child()
          .alike(use.reference(), parent)
          .forEach(
              (name, similar) ->
                  all.computeIfAbsent(name, of -> new ArrayList<>(List.of(OWN)))
                      .add(ratio(similar)));
    }
    return all;
  }

  /** The variance between parents over that within them, of an intraclass correlation. */
  private static double ratio(double correlation) {
    return correlation < 1 ? Math.min(MOST, Math.max(0, correlation / (1 - correlation))) : MOST;
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
   * @param features the features of the rows
   */
  CellTree.Least least(int rows, List<CellTree.Feature> features) {
    if (largest.isEmpty()) {
      return CellTree.Least.rows(rows);
    }
    Popularity most = largest.get();
    List<Double> children = Arrays.stream(features.get(most.feature()).values()).boxed().toList();
    return new CellTree.Least(rows, children, FEWEST_BASES * most.base());
  }

  /** The features' columns. */
  List<String> names() {
    return IntStream.range(0, ratios.size()).mapToObj(CellFeatures::name).toList();
  }

  /** The features of some rows. */
  List<CellTree.Feature> of(Dataset<Row> some) {
    List<Row> collected = some.select(named(names())).collectAsList();
    return IntStream.range(0, ratios.size())
        .mapToObj(
            f ->
                new CellTree.Feature(
                    collected.stream().mapToDouble(row -> row.getDouble(f)).toArray(),
                    ratios.get(f)))
        .toList();
  }

  /** The column of a feature. */
  static String name(int feature) {
    return "?f" + feature;
  }

  private String next(List<Double> matters) {
    ratios.add(List.copyOf(matters));
    return name(ratios.size() - 1);
  }

  private void addUse(Use use) {
    String popularity = next(List.of(POPULARITY));
    popularities.add(popularity);
    long all = use.child().count();
    if (largest.isEmpty() || largest.get().children() < all) {
      largest = Optional.of(new Popularity(ratios.size() - 1, all, base(use.child())));
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
                means.add(avg(value).as(next(List.of(ratio(entry.getValue())))));
              }
            });
    Dataset<Row> families =
        use.child()
            .rows()
            .where(present(use.reference().columns()))
            .groupBy(numbered(use.reference().columns(), PART).toArray(Column[]::new))
            .agg(children, means.toArray(Column[]::new));
    rows =
        withMatching(rows, use.reference().parentColumns(), families, PART)
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
