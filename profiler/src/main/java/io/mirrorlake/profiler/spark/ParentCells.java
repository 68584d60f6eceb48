package io.mirrorlake.profiler.spark;

import static io.mirrorlake.profiler.spark.ColumnNames.matches;
import static io.mirrorlake.profiler.spark.ColumnNames.named;
import static io.mirrorlake.profiler.spark.ColumnNames.numbered;
import static io.mirrorlake.profiler.spark.ColumnNames.present;
import static io.mirrorlake.profiler.spark.ColumnNames.select;
import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.rand;
import static org.apache.spark.sql.functions.when;

import io.mirrorlake.profiler.disclosure.SecretRounding;
import io.mirrorlake.profiler.relation.CellTree;
import io.mirrorlake.profiler.relation.DeclaredReference;
import io.mirrorlake.profiler.relation.FanOutFit;
import io.mirrorlake.profiler.relation.FanOutLaw;
import io.mirrorlake.profiler.relation.FanOutPool;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;

/** Cuts the parents of popular references into cells, and fits how children spread over them. */
final class ParentCells {
  private static final String PART = "?part";

  /** As many rows of a parent as are looked at to find its cells. */
  private static final int MAX_ROWS = 65_536;

  /** At least as many cells as this where parents suffice, and at most twice as many. */
  private static final int CELLS = 64;

  /** How much popularity matters beside what a parent or its children are like. */
  private static final double POPULARITY = 3;

  /** A family's mean matters by how alike its members are, and this much. */
  private static final double FAMILY = 3;

  /** Of each reference's children so many columns are looked at. */
  private static final int FAMILY_COLUMNS = 4;

  private ParentCells() {}

  /** A reference to the parent, and the table that has it. */
  record Use(TableNode child, DeclaredReference reference) {}

  /** Gives the parent its cells; it has no leading parent. */
  static void cut(TableNode parent, List<Use> uses) {
    int least =
        (int)
            Math.max(
                (6L * parent.table().options().minimumUnits() + 4) / 5, parent.count() / CELLS);
    List<Double> weights = new ArrayList<>();
    List<String> names = new ArrayList<>();
    Dataset<Row> rows = parent.rows();
    for (Use use : uses) {
      rows = withUse(rows, use, names, weights);
    }
    for (StructField field : parent.rows().schema().fields()) {
      boolean own = !keys(parent).contains(field.name()) && field.dataType() instanceof NumericType;
      if (own) {
        rows = rows.withColumn("?f" + names.size(), named(field.name()).cast("double"));
        names.add(field.name());
        weights.add(1.0);
      }
    }
    if (names.isEmpty()) {
      // Only its descendants are referred to, and nothing of its own tells its rows apart.
      parent.replaceRows(rows.withColumn(TableNode.CELL, lit(0)));
      parent.cells(List.of(1.0));
      return;
    }
    List<String> features = IntStream.range(0, names.size()).mapToObj(i -> "?f" + i).toList();
    for (String feature : features) {
      Column value = named(feature);
      rows =
          rows.withColumn(
              feature,
              when(value.isNull().or(value.isNaN()), lit(-Double.MAX_VALUE)).otherwise(value));
    }
    CellTree tree = tree(rows, parent, features, weights, least);
    Dataset<Row> cut = rows.withColumn(TableNode.CELL, expression(tree));
    parent.replaceRows(cut.drop(features.toArray(String[]::new)).localCheckpoint(true));
    List<Long> cells = tree.leaves().stream().map(CellTree.Leaf::parents).toList();
    parent.cells(ToldShares.of(parent, cells, "cell"));
  }

  private static Set<String> keys(TableNode table) {
    Set<String> keys = new HashSet<>(table.table().primaryKey());
    table.table().references().forEach(reference -> keys.addAll(reference.columns()));
    return keys;
  }

  private static Dataset<Row> withUse(
      Dataset<Row> rows, Use use, List<String> names, List<Double> weights) {
    List<Column> measures = new ArrayList<>();
    int first = names.size();
    measures.add(count(lit(1)).cast("double").as("?f" + names.size()));
    names.add("popularity");
    weights.add(POPULARITY);
    Map<String, Double> similar = use.child().similarity(use.reference());
    List<String> best =
        similar.entrySet().stream()
            .filter(entry -> entry.getValue() > 0)
            .sorted(Comparator.comparingDouble(entry -> -entry.getValue()))
            .map(Map.Entry::getKey)
            .filter(
                column ->
                    use.child().rows().schema().apply(column).dataType() instanceof NumericType)
            .limit(FAMILY_COLUMNS)
            .toList();
    for (String column : best) {
      measures.add(avg(named(column).cast("double")).as("?f" + names.size()));
      names.add(column);
      weights.add(FAMILY * Math.sqrt(similar.getOrDefault(column, 0.0)));
    }
    Column more = measures.get(0);
    Dataset<Row> families =
        use.child()
            .rows()
            .where(present(use.reference().columns()))
            .groupBy(numbered(use.reference().columns(), PART).toArray(Column[]::new))
            .agg(more, measures.subList(1, measures.size()).toArray(Column[]::new));
    Dataset<Row> joined =
        rows.join(families, matches(use.reference().parentColumns(), PART), "left");
    return ColumnNames.without(joined, use.reference().columns().size(), PART)
        .withColumn("?f" + first, coalesce(named("?f" + first), lit(0.0)));
  }

  private static CellTree tree(
      Dataset<Row> rows, TableNode parent, List<String> features, List<Double> weights, int least) {
    Dataset<Row> looked = parent.count() > MAX_ROWS ? rows.orderBy(rand(1)).limit(MAX_ROWS) : rows;
    List<Row> collected = looked.select(named(features)).collectAsList();
    List<double[]> values = new ArrayList<>();
    for (int f = 0; f < features.size(); f++) {
      int feature = f;
      values.add(collected.stream().mapToDouble(row -> row.getDouble(feature)).toArray());
    }
    int fewest = (int) Math.max(1, (long) least * collected.size() / Math.max(1, parent.count()));
    return CellTree.of(values, weights, fewest);
  }

  private static Column expression(CellTree tree) {
    if (tree instanceof CellTree.Split split) {
      return when(
              named("?f" + split.feature()).lt(lit(split.threshold())), expression(split.below()))
          .otherwise(expression(split.above()));
    }
    return lit(((CellTree.Leaf) tree).cell());
  }

  /** The children's rows with the cell of the parent they refer to, as a column of this name. */
  static Dataset<Row> withCell(
      Dataset<Row> rows, DeclaredReference reference, TableNode parent, String column) {
    if (!List.of(parent.rows().columns()).contains(TableNode.CELL)) {
      return rows.withColumn(column, when(present(reference.columns()), lit(0)));
    }
    Dataset<Row> cells =
        select(
            parent.rows(),
            Stream.concat(
                numbered(reference.parentColumns(), PART),
                Stream.of(named(TableNode.CELL).as(column))));
    return ColumnNames.without(
        rows.join(cells, matches(reference.columns(), PART), "left"),
        reference.columns().size(),
        PART);
  }

  /** The law of each level of a table that refers to itself. */
  static List<FanOutLaw> laws(TableNode parent, Use use, int cells) {
    return laws(use, counts(parent, use, cells));
  }

  /**
   * The law of each cell of a reference's parent. Cells of made up parents have the law of all
   * parents together; a row of a kept table stays what it is.
   */
  static List<FanOutLaw> lawsInLine(TableNode parent, Use use, int cells) {
    List<SortedMap<Long, Long>> counts = counts(parent, use, cells);
    List<FanOutLaw> laws = laws(use, counts);
    if (cells == 1 || parent.table().isKept()) {
      return laws;
    }
    SortedMap<Long, Long> all = new TreeMap<>();
    counts.forEach(
        of -> of.forEach((children, parents) -> all.merge(children, parents, Long::sum)));
    SecretRounding rounding = rounding(use);
    FanOutLaw overall = FanOutFit.fit(all, k(use), n -> rounding.count(n, "all cells " + n));
    return FanOutPool.inLine(laws, counts.stream().map(ParentCells::parents).toList(), overall);
  }

  private static List<FanOutLaw> laws(Use use, List<SortedMap<Long, Long>> counts) {
    SecretRounding rounding = rounding(use);
    List<FanOutLaw> laws = new ArrayList<>();
    for (SortedMap<Long, Long> of : counts) {
      String item = "cell " + laws.size();
      // A cell of one row needs no law, and one would tell the row's number of children.
      laws.add(
          parents(of) <= 1
              ? FanOutLaw.even()
              : FanOutFit.fit(of, k(use), n -> rounding.count(n, item + " " + n)));
    }
    return laws;
  }

  private static long parents(SortedMap<Long, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  private static int k(Use use) {
    return use.child().table().options().minimumUnits();
  }

  private static SecretRounding rounding(Use use) {
    String name = use.reference().name(use.child().name());
    return use.child().table().options().policy().table(name);
  }

  /** How many parents have how many children, by cell. */
  private static List<SortedMap<Long, Long>> counts(TableNode parent, Use use, int cells) {
    Column cell =
        List.of(parent.rows().columns()).contains(TableNode.CELL) ? named(TableNode.CELL) : lit(0);
    Dataset<Row> families =
        use.child()
            .rows()
            .where(present(use.reference().columns()))
            .groupBy(numbered(use.reference().columns(), PART).toArray(Column[]::new))
            .agg(count(lit(1)).as("?children"));
    List<Row> rows =
        parent
            .rows()
            .join(families, matches(use.reference().parentColumns(), PART), "left")
            .groupBy(cell.as("?in"), coalesce(named("?children"), lit(0L)).as("?with"))
            .agg(count(lit(1)))
            .collectAsList();
    List<SortedMap<Long, Long>> counts = new ArrayList<>();
    for (int c = 0; c < cells; c++) {
      counts.add(new TreeMap<>());
    }
    for (Row row : rows) {
      if (!row.isNullAt(0)) {
        counts.get(row.getInt(0)).put(row.getLong(1), row.getLong(2));
      }
    }
    return counts;
  }
}
