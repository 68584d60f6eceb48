package io.mirrorlake.profiler.spark;

import static io.mirrorlake.profiler.spark.ColumnNames.matches;
import static io.mirrorlake.profiler.spark.ColumnNames.named;
import static io.mirrorlake.profiler.spark.ColumnNames.numbered;
import static io.mirrorlake.profiler.spark.ColumnNames.present;
import static io.mirrorlake.profiler.spark.ColumnNames.select;
import static io.mirrorlake.profiler.spark.ColumnNames.withMatching;
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
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Cuts the parents of popular references into cells, and fits how children spread over them. */
final class ParentCells {
  private static final String PART = "?part";

  /** As many rows of a parent as are looked at to find its cells. */
  private static final int MAX_ROWS = 65_536;

  /** At least as many cells as this where parents suffice, and at most twice as many. */
  private static final int CELLS = 64;

  /** What the name of a hidden column of cells begins with, before the reference's. */
  private static final String CELL_COLUMN = "@";

  private ParentCells() {}

  /** The hidden column that says in which cell the parent of a reference lies. */
  static String cellColumn(String reference) {
    return CELL_COLUMN + reference;
  }

  /** Whether a column says in which cell a parent lies. */
  static boolean isCell(String column) {
    return column.startsWith(CELL_COLUMN);
  }

  /** A reference to the parent, and the table that has it. */
  record Use(TableNode child, DeclaredReference reference) {}

  /** Gives the parent its cells; it has no leading parent. */
  static void cut(TableNode parent, List<Use> uses) {
    CellFeatures features = CellFeatures.of(parent, uses);
    if (features.names().isEmpty()) {
      // Only its descendants are referred to, and nothing of its own tells its rows apart.
      parent.replaceRows(parent.rows().withColumn(TableNode.CELL, lit(0)));
      parent.cells(List.of(1.0));
      return;
    }
    // Looked at twice: to find the cells, and to put each row in its own.
    Dataset<Row> rows = features.rows().localCheckpoint(true);
    CellTree tree = tree(rows, parent.count(), features, parent);
    Dataset<Row> cut = rows.withColumn(TableNode.CELL, cell(tree));
    parent.replaceRows(cut.drop(features.names().toArray(String[]::new)).localCheckpoint(true));
    List<Long> cells = tree.leaves().stream().map(CellTree.Leaf::parents).toList();
    parent.cells(ToldShares.of(parent, cells, "cell"));
  }

  /**
   * The cells of some rows of a parent.
   *
   * @param rows the rows with the features
   * @param count how many they are
   */
  static CellTree tree(Dataset<Row> rows, long count, CellFeatures features, TableNode parent) {
    long least = Math.max((6L * parent.table().options().minimumUnits() + 4) / 5, count / CELLS);
    Dataset<Row> looked = count > MAX_ROWS ? rows.orderBy(rand(1)).limit(MAX_ROWS) : rows;
    List<CellTree.Feature> told = features.of(looked);
    int fewest = (int) Math.max(1, least * told.get(0).values().length / Math.max(1, count));
    return CellTree.of(told, features.least(fewest, told));
  }

  /** The cell that a row with these features lies in. */
  static Column cell(CellTree tree) {
    if (tree instanceof CellTree.Split split) {
      return when(
              named(CellFeatures.name(split.feature())).lt(lit(split.threshold())),
              cell(split.below()))
          .otherwise(cell(split.above()));
    }
    return lit(((CellTree.Leaf) tree).cell());
  }

  /** The children's rows with the cell of the parent they refer to, as a column of this name. */
  static Dataset<Row> withCell(
      Dataset<Row> rows, DeclaredReference reference, TableNode parent, String column) {
    if (!List.of(parent.rows().columns()).contains(TableNode.CELL)) {
      return rows.withColumn(column, when(present(reference.columns()), lit(0)));
    }
    return withParent(rows, reference, parent, named(TableNode.CELL).as(column));
  }

  /** The children's rows with values of the parent they refer to, null where there is none. */
  static Dataset<Row> withParent(
      Dataset<Row> rows, DeclaredReference reference, TableNode parent, Column... values) {
    Dataset<Row> parents =
        select(
            parent.rows(),
            Stream.concat(numbered(reference.parentColumns(), PART), Stream.of(values)));
    return withMatching(rows, reference.columns(), parents, PART);
  }

  /** The law of each level of a table that refers to itself. */
  static List<FanOutLaw> laws(TableNode parent, Use use, int cells) {
    return laws(use, counts(parent, use, cells));
  }

  /**
   * The law of each cell of a reference's parent. Cells of several parents have the law of all such
   * parents together; a row that is a cell by itself stays what it is.
   */
  static List<FanOutLaw> lawsInLine(TableNode parent, Use use, int cells) {
    List<SortedMap<Long, Long>> counts = counts(parent, use, cells);
    List<FanOutLaw> laws = new ArrayList<>(laws(use, counts));
    List<Integer> several =
        IntStream.range(0, cells).filter(c -> parents(counts.get(c)) > 1).boxed().toList();
    if (several.size() > 1) {
      SortedMap<Long, Long> all = new TreeMap<>();
      several.forEach(
          c ->
              counts
                  .get(c)
                  .forEach((children, parents) -> all.merge(children, parents, Long::sum)));
      SecretRounding rounding = rounding(use);
      FanOutLaw overall = FanOutFit.fit(all, k(use), n -> rounding.count(n, "all cells " + n));
      List<Long> parents = several.stream().map(c -> parents(counts.get(c))).toList();
      List<FanOutLaw> inLine =
          FanOutPool.inLine(several.stream().map(laws::get).toList(), parents, overall);
      for (int i = 0; i < inLine.size(); i++) {
        laws.set(several.get(i), inLine.get(i));
      }
    }
    return laws;
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
