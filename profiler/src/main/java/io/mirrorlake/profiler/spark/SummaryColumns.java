package io.mirrorlake.profiler.spark;

import static io.mirrorlake.profiler.spark.ColumnNames.named;
import static io.mirrorlake.profiler.spark.ColumnNames.present;
import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.stddev;

import io.mirrorlake.profiler.relation.DeclaredReference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.TimestampNTZType;
import org.apache.spark.sql.types.TimestampType;

/**
 * Hidden columns of a parent that say what family it has: means and spreads of its children's
 * numbers, shares of their main categories. Drawn with the parent, they let children know whose
 * siblings they are.
 */
final class SummaryColumns {
  /** Each costs the parent a column; the most similar ones tell most. */
  private static final int MAX_COLUMNS = 8;

  /** The same for each reference to a further parent, which may have many. */
  private static final int MAX_FURTHER_COLUMNS = 4;

  /** Siblings less alike than this say nothing of a family. */
  private static final double LEAST_SIMILARITY = 0.02;

  /** Of smaller families the sibling before tells as much. */
  static final double LEAST_FAMILY = 1.5;

  /** The spread of fewer siblings is mostly chance. */
  private static final double SPREAD_FAMILY = 6;

  /** A column of more categories has no main ones. */
  private static final int MAX_CATEGORIES = 24;

  private static final int MAIN_CATEGORIES = 3;

  private SummaryColumns() {}

  static boolean isPlain(DataType type) {
    return isNumber(type)
        || type instanceof StringType
        || type instanceof BooleanType
        || isTime(type);
  }

  static boolean isTime(DataType type) {
    return type instanceof DateType
        || type instanceof TimestampType
        || type instanceof TimestampNTZType;
  }

  private static boolean isNumber(DataType type) {
    return type instanceof NumericType;
  }

  /**
   * The expressions of a child's summaries, to be aggregated by family; named as the parent's
   * columns will be.
   *
   * @param left columns of the child that are not summed up: its order
   */
  static List<Column> of(TableNode child, DeclaredReference leading, Set<String> left) {
    if (child.familySize() <= LEAST_FAMILY) {
      return new ArrayList<>();
    }
    Map<String, Double> similarity = new TreeMap<>(child.similarity(leading));
    similarity.keySet().removeAll(left);
    List<String> chosen = mostAlike(similarity, LEAST_SIMILARITY, MAX_COLUMNS);
    String prefix = "#" + child.name() + ".";
    return of(child, leading, chosen, prefix, child.familySize() >= SPREAD_FAMILY);
  }

  /** The same for a further parent: what its children are like beyond what its cell says. */
  static List<Column> ofFurther(TableNode child, DeclaredReference reference) {
    List<String> chosen = mostAlike(Followers.of(child, reference), 0, MAX_FURTHER_COLUMNS);
    return of(child, reference, chosen, prefix(child, reference), false);
  }

  /** What the names of the summaries begin with that a further parent has of a reference. */
  static String prefix(TableNode child, DeclaredReference reference) {
    return "#" + reference.name(child.name()) + ".";
  }

  private static List<String> mostAlike(Map<String, Double> similarity, double least, int most) {
    return similarity.entrySet().stream()
        .filter(entry -> entry.getValue() > least)
        .sorted(Comparator.comparingDouble(entry -> -entry.getValue()))
        .limit(most)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static List<Column> of(
      TableNode child,
      DeclaredReference reference,
      List<String> chosen,
      String prefix,
      boolean spreads) {
    List<Column> summaries = new ArrayList<>();
    for (StructField field : child.rows().schema().fields()) {
      if (chosen.contains(field.name())) {
        Column value = named(field.name());
        if (isNumber(field.dataType())) {
          summaries.add(avg(value.cast("double")).as(prefix + field.name() + ".mean"));
          if (spreads) {
            summaries.add(stddev(value.cast("double")).as(prefix + field.name() + ".spread"));
          }
        } else if (!isTime(field.dataType())) {
          summaries.addAll(shares(child, reference, field.name(), prefix));
        }
      }
    }
    return summaries;
  }

  private static List<Column> shares(
      TableNode child, DeclaredReference leading, String column, String prefix) {
    List<Column> shares = new ArrayList<>();
    for (Column is : mainCategories(child, leading, column)) {
      shares.add(avg(is).as(prefix + column + ".share" + (shares.size() + 1)));
    }
    return shares;
  }

  /** Whether a row that refers to a parent has each of the column's main categories: 1 or 0. */
  static List<Column> mainCategories(TableNode child, DeclaredReference reference, String column) {
    Dataset<Row> counts =
        child
            .rows()
            .where(present(reference.columns()))
            .where(named(column).isNotNull())
            .groupBy(named(column).cast("string").as("?value"))
            .agg(count(lit(1)).as("?rows"))
            .orderBy(named("?rows").desc(), named("?value"));
    List<Row> main = counts.limit(MAX_CATEGORIES + 1).collectAsList();
    if (main.size() > MAX_CATEGORIES) {
      return List.of();
    }
    // The last of two categories follows from the first.
    return main.stream()
        .limit(Math.max(0, Math.min(MAIN_CATEGORIES, main.size() - 1)))
        .map(of -> named(column).cast("string").eqNullSafe(lit(of.getString(0))).cast("double"))
        .toList();
  }
}
