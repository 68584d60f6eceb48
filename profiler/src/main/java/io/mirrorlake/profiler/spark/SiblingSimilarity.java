package io.mirrorlake.profiler.spark;

import static io.mirrorlake.profiler.spark.ColumnNames.matches;
import static io.mirrorlake.profiler.spark.ColumnNames.named;
import static io.mirrorlake.profiler.spark.ColumnNames.numbered;
import static io.mirrorlake.profiler.spark.ColumnNames.present;
import static io.mirrorlake.profiler.spark.ColumnNames.select;
import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import io.mirrorlake.profiler.relation.DeclaredReference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;

/**
 * How alike the siblings of a parent are: the intraclass correlation of each column. Columns that
 * are no numbers are told apart by a hash. One scan serves all references of a table: a query for
 * each would cost its planning, and group the rows anew.
 */
final class SiblingSimilarity {
  /** Hashes of this range tell most values apart, and stay exact in sums of squares. */
  private static final int HASHES = 1009;

  private static final String PART = "?part";

  /** What the name of a parent's column begins with beside the child's. */
  private static final String TOLD = "?told.";

  private SiblingSimilarity() {}

  /** The sum of the columns' correlations, those below zero left out. */
  static double of(TableNode table, DeclaredReference reference) {
    return table.similarity(reference).values().stream().mapToDouble(r -> Math.max(0, r)).sum();
  }

  /** The correlation of every column that is in no key, for each reference by its name. */
  static Map<String, Map<String, Double>> byReference(TableNode table) {
    List<DeclaredReference> references = table.table().references();
    Map<String, Column> values = values(table);
    List<FamilySums> sums = List.of();
    if (!values.isEmpty()) {
      sums = sums(table.rows(), references, values.values());
    }
    Map<String, Map<String, Double>> similar = new TreeMap<>();
    for (int i = 0; i < references.size(); i++) {
      Map<String, Double> columns = new TreeMap<>();
      int at = 0;
      for (String name : values.keySet()) {
        columns.put(name, sums.get(i).correlation(at++));
      }
      similar.put(references.get(i).name(table.name()), columns);
    }
    return similar;
  }

  /**
   * How alike the further parents of siblings are: the correlation of columns of a further parent
   * among the children that belong to one leading parent. None where a child has no siblings.
   *
   * @param reference the child's reference to the further parent
   */
  static Map<String, Double> ofParents(
      TableNode child, DeclaredReference reference, TableNode parent) {
    Optional<DeclaredReference> leading = child.leading();
    Map<String, Column> columns = CellFeatures.own(parent);
    if (leading.isEmpty() || child.familySize() <= 1 || columns.isEmpty()) {
      return Map.of();
    }
    Stream<Column> told = columns.entrySet().stream().map(e -> e.getValue().as(TOLD + e.getKey()));
    Dataset<Row> parents =
        select(parent.rows(), Stream.concat(numbered(reference.parentColumns(), PART), told));
    Dataset<Row> joined = child.rows().join(parents, matches(reference.columns(), PART));
    List<Column> values = columns.keySet().stream().map(name -> named(TOLD + name)).toList();
    FamilySums sums = sums(joined, List.of(leading.get()), values).get(0);
    Map<String, Double> similar = new TreeMap<>();
    int at = 0;
    for (String name : columns.keySet()) {
      similar.put(name, sums.correlation(at++));
    }
    return similar;
  }

  /**
   * How alike siblings are in what some columns have more, or less, than the rows of a further
   * parent have on average. Where that parent is why siblings are alike, they are less so then;
   * else more, as a part of what tells siblings apart is gone.
   *
   * <p>A mean of m rows has a part of 1 / m of each, which is left out of what that has more; the
   * correlations are those without this loss.
   *
   * @param reference the reference to the further parent
   */
  static Map<String, Double> beyond(
      TableNode child, DeclaredReference reference, Set<String> columns) {
    Map<String, Column> values = new TreeMap<>(values(child));
    values.keySet().retainAll(columns);
    if (values.isEmpty()) {
      return Map.of();
    }
    List<Column> means =
        values.entrySet().stream().map(e -> avg(e.getValue()).as(TOLD + e.getKey())).toList();
    Dataset<Row> parents =
        child
            .rows()
            .where(present(reference.columns()))
            .groupBy(numbered(reference.columns(), PART).toArray(Column[]::new))
            .agg(means.get(0), means.stream().skip(1).toArray(Column[]::new));
    Dataset<Row> joined = child.rows().join(parents, matches(reference.columns(), PART));
    List<Column> left =
        values.entrySet().stream().map(e -> e.getValue().minus(named(TOLD + e.getKey()))).toList();
    FamilySums sums = sums(joined, List.of(child.leading().orElseThrow()), left).get(0);
    double ofParent = (double) child.count() / Math.max(1, parents.count());
    double whole = ofParent > 1 ? ofParent / (ofParent - 1) : 0;
    Map<String, Double> similar = new TreeMap<>();
    int at = 0;
    for (String name : values.keySet()) {
      similar.put(name, whole * sums.correlation(at++));
    }
    return similar;
  }

  private static Map<String, Column> values(TableNode table) {
    Set<String> keys = new HashSet<>(table.table().primaryKey());
    table.table().references().forEach(other -> keys.addAll(other.columns()));
    Map<String, Column> values = new TreeMap<>();
    for (StructField field : table.rows().schema().fields()) {
      if (!keys.contains(field.name()) && SummaryColumns.isPlain(field.dataType())) {
        Column value = named(field.name());
        values.put(
            field.name(),
            field.dataType() instanceof NumericType
                ? value.cast("double")
                : when(value.isNotNull(), pmod(xxhash64(value), lit(HASHES)).cast("double")));
      }
    }
    return values;
  }

  private static List<FamilySums> sums(
      Dataset<Row> rows, List<DeclaredReference> references, Collection<Column> values) {
    Stream<Column> families =
        references.stream().map(of -> when(present(of.columns()), xxhash64(named(of.columns()))));
    int first = references.size();
    int columns = values.size();
    return select(rows, Stream.concat(families, values.stream()))
        .queryExecution()
        .toRdd()
        .toJavaRDD()
        .mapPartitions(
            part -> {
              List<FamilySums> sums = empty(first, columns);
              double[] row = new double[columns];
              while (part.hasNext()) {
                add(part.next(), row, sums);
              }
              return List.of(sums).iterator();
            })
        .treeReduce(SiblingSimilarity::merge, 2);
  }

  private static List<FamilySums> empty(int references, int columns) {
    List<FamilySums> sums = new ArrayList<>();
    for (int i = 0; i < references; i++) {
      sums.add(new FamilySums(columns));
    }
    return sums;
  }

  private static void add(InternalRow row, double[] values, List<FamilySums> sums) {
    for (int i = 0; i < values.length; i++) {
      int place = sums.size() + i;
      values[i] = row.isNullAt(place) ? Double.NaN : row.getDouble(place);
    }
    for (int i = 0; i < sums.size(); i++) {
      if (!row.isNullAt(i)) {
        sums.get(i).add(row.getLong(i), values);
      }
    }
  }

  private static List<FamilySums> merge(List<FamilySums> some, List<FamilySums> others) {
    for (int i = 0; i < some.size(); i++) {
      some.get(i).merge(others.get(i));
    }
    return some;
  }
}
