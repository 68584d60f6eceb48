package io.mirrorlake.evaluator.spark;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.xxhash64;

import io.mirrorlake.evaluator.relations.Families;
import io.mirrorlake.evaluator.relations.FanOuts;
import io.mirrorlake.evaluator.relations.Link;
import io.mirrorlake.evaluator.sample.CoarseCategories;
import io.mirrorlake.evaluator.sample.Measure;
import io.mirrorlake.evaluator.sample.SampleColumn;
import io.mirrorlake.evaluator.sample.SampleTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Brings some parents with all their children into memory. Parents are chosen by a hash of their
 * key, so the sample is a function of the rows and the seed; its order is that of the keys' hashes
 * and of the children's content.
 */
final class FamilySampler {
  /** Two halves of what the joined test takes. */
  private static final int MOST_PARENTS = 40_000;

  /** Some 100 MB of doubles for 40 columns. */
  private static final int MOST_CHILDREN = 300_000;

  private static final String KEY_HASH = "?key";
  private static final String CONTENT = "?content";
  private static final long HASHES = 1L << 30;

  /** Labels beyond the most frequent ones are one label. */
  private static final int COARSE_LABELS = 50;

  private final long seed;
  private final Link link;
  private final List<ComparedColumn> parentColumns;
  private final List<ComparedColumn> childColumns;

  /**
   * @param parentColumns the columns of the parents to bring, no keys
   * @param childColumns the columns of the children to bring, no keys
   */
  FamilySampler(
      long seed, Link link, List<ComparedColumn> parentColumns, List<ComparedColumn> childColumns) {
    this.seed = seed;
    this.link = link;
    this.parentColumns = parentColumns;
    this.childColumns = childColumns;
  }

  /** Rows of a sample, the hash of the parent's key last. */
  private record Rows(List<Row> parents, List<Row> children) {}

  /**
   * Families of the real and of the synthetic tables, with the same columns and labels.
   *
   * @param real the real children and parents
   * @param synthetic the synthetic children and parents
   */
  List<Families> families(Side real, Side synthetic) {
    List<Rows> rows = List.of(rows(real), rows(synthetic));
    List<SampleTable> parents = tables(parentColumns, rows.stream().map(Rows::parents).toList());
    List<SampleTable> children = tables(childColumns, rows.stream().map(Rows::children).toList());
    List<Families> families = new ArrayList<>();
    for (int side = 0; side < rows.size(); side++) {
      families.add(Families.of(parents.get(side), children.get(side), parentOf(rows.get(side))));
    }
    return families;
  }

  /**
   * The children and parents of one reference.
   *
   * @param fanOuts how many children the parents have
   */
  record Side(Dataset<Row> children, Dataset<Row> parents, FanOuts fanOuts) {}

  private Rows rows(Side side) {
    double wanted = Math.min(MOST_PARENTS, MOST_CHILDREN / Math.max(1, side.fanOuts.mean()));
    double share = Math.min(1, wanted / side.fanOuts.parents());
    Column chosen =
        abs(xxhash64(lit(seed), col(KEY_HASH))).mod(lit(HASHES)).leq(lit((long) (share * HASHES)));
    List<Row> parents = collected(side.parents, link.parentColumns(), parentColumns, chosen);
    Set<Long> keys = new HashSet<>();
    parents.forEach(parent -> keys.add(parent.getLong(parentColumns.size())));
    return new Rows(
        parents,
        collected(side.children, link.columns(), childColumns, chosen).stream()
            // Orphans are counted elsewhere.
            .filter(child -> keys.contains(child.getLong(childColumns.size())))
            .toList());
  }

  /** Rows whose key is chosen, in an order that depends on nothing but them. */
  private static List<Row> collected(
      Dataset<Row> rows, List<String> keys, List<ComparedColumn> columns, Column chosen) {
    List<Column> selected = new ArrayList<>();
    for (ComparedColumn column : columns) {
      selected.add(column.values().as(column.name()));
    }
    Column[] parts =
        keys.stream().map(key -> KeyCounts.quoted(key).cast("string")).toArray(Column[]::new);
    Column present = lit(true);
    for (String key : keys) {
      present = present.and(KeyCounts.quoted(key).isNotNull());
    }
    selected.add(xxhash64(parts).as(KEY_HASH));
    Dataset<Row> hashed = rows.where(present).select(selected.toArray(Column[]::new)).where(chosen);
    return inOrder(hashed, columns);
  }

  /**
   * The rows in the order of a hash, which is their last column, and of their content: of nothing
   * but themselves. They are sorted here, as they are to come here: a sort on the cluster would
   * read its source once more, for the bounds of its partitions.
   */
  static List<Row> inOrder(Dataset<Row> rows, List<ComparedColumn> columns) {
    int hash = rows.columns().length - 1;
    Column content =
        columns.isEmpty()
            ? lit(0L)
            : xxhash64(
                columns.stream()
                    .map(column -> KeyCounts.quoted(column.name()))
                    .toArray(Column[]::new));
    return rows.withColumn(CONTENT, content).collectAsList().stream()
        .sorted(
            Comparator.<Row>comparingLong(row -> row.getLong(hash))
                .thenComparingLong(row -> row.getLong(hash + 1)))
        .toList();
  }

  private int[] parentOf(Rows rows) {
    Map<Long, Integer> places = new HashMap<>();
    for (int p = 0; p < rows.parents.size(); p++) {
      places.put(rows.parents.get(p).getLong(parentColumns.size()), p);
    }
    return rows.children.stream()
        .mapToInt(child -> places.getOrDefault(child.getLong(childColumns.size()), 0))
        .toArray();
  }

  private static List<SampleTable> tables(List<ComparedColumn> columns, List<List<Row>> rows) {
    return columns.isEmpty()
        ? rows.stream().map(side -> new SampleTable(List.of(), side.size())).toList()
        : told(SampleBuilder.tables(columns, rows));
  }

  /** Without identifiers and free text, and with rare labels as one, as real rows have them. */
  static List<SampleTable> told(List<SampleTable> tables) {
    List<String> kept =
        tables.get(0).columns().stream()
            .filter(column -> !isIdentifier(column))
            .map(SampleColumn::name)
            .toList();
    List<SampleTable> selected =
        tables.stream().map(table -> table.select(c -> kept.contains(c.name()))).toList();
    CoarseCategories coarse = CoarseCategories.fit(selected.get(0), COARSE_LABELS);
    return selected.stream().map(coarse::apply).toList();
  }

  private static boolean isIdentifier(SampleColumn column) {
    int values = column.present().rows();
    return column.measure() == Measure.CATEGORY && values > 0 && column.distinct() > values / 2;
  }
}
