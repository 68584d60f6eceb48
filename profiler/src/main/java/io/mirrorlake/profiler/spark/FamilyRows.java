package io.mirrorlake.profiler.spark;

import static io.mirrorlake.profiler.spark.ColumnNames.named;
import static io.mirrorlake.profiler.spark.ColumnNames.numbered;
import static io.mirrorlake.profiler.spark.ColumnNames.present;
import static io.mirrorlake.profiler.spark.ColumnNames.withMatching;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.monotonically_increasing_id;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import io.mirrorlake.profiler.fit.Dependence;
import io.mirrorlake.profiler.key.CalendarPart;
import io.mirrorlake.profiler.key.Pace;
import io.mirrorlake.profiler.profile.ColumnProfile.Borrowed;
import io.mirrorlake.profiler.profile.ColumnProfile.Evolved.Rhythm;
import io.mirrorlake.profiler.relation.DeclaredReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;

/** The rows of a table with the hidden columns that its relations call for. */
final class FamilyRows {
  /** The rows' privacy unit, where it is their family. */
  static final String UNIT = "?unit";

  /** The place in the family. */
  static final String POSITION = "?position";

  /** Numbers rows that have no key. */
  static final String ROW = "?row";

  /** The place of a reference table's row. */
  static final String PLACE = "?place";

  private static final String PART = "?part";

  /** Families of fewer have no order to speak of. */
  private static final double ORDERED_FAMILY = 1.5;

  private final TableNode table;
  private final Map<String, Integer> lastCells = new HashMap<>();
  private final List<String> structure = new ArrayList<>();
  private final List<String> summaries = new ArrayList<>();
  private final Set<String> whole = new HashSet<>();
  private Dataset<Row> rows;
  private Optional<String> evolved = Optional.empty();
  private Pace pace = Pace.UNITS;
  private Optional<Rhythm> rhythm = Optional.empty();
  private List<String> flags = List.of();
  private Map<String, Borrowed> borrowed = Map.of();

  FamilyRows(TableNode table) {
    this.table = table;
    this.rows = table.rows();
  }

  /** The hidden columns that decide how many rows there are and whose. */
  List<String> structure() {
    return structure;
  }

  /** The hidden columns that say what a row's children are like. */
  List<String> summaries() {
    return summaries;
  }

  /** The hidden columns that are not looked at in every row. */
  Set<String> whole() {
    return whole;
  }

  /** The column that rises from sibling to sibling, if there is one. */
  Optional<String> evolved() {
    return evolved;
  }

  /** What its steps are counted in. */
  Pace pace() {
    return pace;
  }

  /** What of the calendar it keeps to, and the hidden column of that. */
  Optional<Rhythm> rhythm() {
    return rhythm;
  }

  /** The hidden columns that say whether a row keeps the value of the sibling before. */
  List<String> flags() {
    return flags;
  }

  /** The last cell that there is, for each hidden column of cells. */
  Map<String, Integer> lastCells() {
    return lastCells;
  }

  /** The hidden columns of kept and leading parents, by their names. */
  Map<String, Borrowed> borrowed() {
    return borrowed;
  }

  Dataset<Row> rows() {
    return rows;
  }

  /** The order of siblings: that of their key, the declared one, or the first point in time. */
  static Optional<String> order(TableNode table) {
    if (table.rising().isPresent()) {
      return table.rising().map(RisingKey::column);
    }
    if (table.table().orderBy().isPresent()) {
      return table.table().orderBy();
    }
    for (StructField field : table.rows().schema().fields()) {
      boolean own =
          table.table().references().stream()
              .noneMatch(reference -> reference.columns().contains(field.name()));
      if (own
          && !table.table().options().excludedColumns().contains(field.name())
          && SummaryColumns.isTime(field.dataType())
          && table.rows().where(named(field.name()).isNull()).isEmpty()) {
        return Optional.of(field.name());
      }
    }
    return Optional.empty();
  }

  /** Whether the table's rows have siblings whose order matters. */
  static boolean isOrdered(TableNode table) {
    return table.leading().isPresent() && table.familySize() > ORDERED_FAMILY;
  }

  private static Column[] order(TableNode table, Optional<String> by) {
    List<Column> order = new ArrayList<>();
    by.ifPresent(name -> order.add(named(name)));
    table.table().primaryKey().forEach(name -> order.add(named(name)));
    if (order.isEmpty()) {
      order.add(named(ROW));
    }
    return order.toArray(Column[]::new);
  }

  private WindowSpec family(DeclaredReference leading) {
    return Window.partitionBy(named(leading.columns())).orderBy(order(table, order(table)));
  }

  /**
   * Adds how many children each row has, what they are like, and what their further parents have in
   * common.
   *
   * @param parents the table that a reference leads to
   */
  FamilyRows withChild(
      TableNode child, DeclaredReference leading, Function<DeclaredReference, TableNode> parents) {
    String fanOut = "#" + leading.name(child.name());
    Set<String> left = new HashSet<>(order(child).stream().toList());
    List<Column> measures = new ArrayList<>(List.of(count(lit(1)).cast("int").as(fanOut)));
    measures.addAll(SummaryColumns.of(child, leading, left));
    CommonColumns common = CommonColumns.of(child, parents);
    measures.addAll(common.measures());
    List<String> names = withMeasures(common.rows(), leading, measures);
    rows = rows.withColumn(fanOut, coalesce(named(fanOut), lit(0)));
    structure.add(fanOut);
    summaries.addAll(names.subList(1, names.size()));
    return this;
  }

  /** Adds what the children are like that refer to a row as to a further parent. */
  FamilyRows withFurtherChild(TableNode child, DeclaredReference reference) {
    List<Column> measures = SummaryColumns.ofFurther(child, reference);
    if (!measures.isEmpty()) {
      summaries.addAll(withMeasures(child.rows(), reference, measures));
    }
    return this;
  }

  /** Adds measures, at least one, of the children that refer to each row; and tells their names. */
  private List<String> withMeasures(
      Dataset<Row> children, DeclaredReference reference, List<Column> measures) {
    Dataset<Row> measured =
        children
            .where(present(reference.columns()))
            .groupBy(numbered(reference.columns(), PART).toArray(Column[]::new))
            .agg(measures.get(0), measures.stream().skip(1).toArray(Column[]::new));
    rows = withMatching(rows, reference.parentColumns(), measured, PART);
    List<String> names = List.of(measured.columns());
    return names.subList(reference.columns().size(), names.size());
  }

  /**
   * Adds the cell of the parent that a popular reference finds, and the place of one that is kept;
   * parents that are not there have the cell after the last.
   *
   * @param cells how many cells the parent has
   */
  FamilyRows withCell(DeclaredReference reference, TableNode parent, int cells) {
    String name = reference.name(table.name());
    String cell = ParentCells.cellColumn(name);
    rows =
        parent.table().isKept()
            ? ParentCells.withParent(
                rows,
                reference,
                parent,
                named(TableNode.CELL).as(cell),
                named(PLACE).as(Surroundings.HAS_FURTHER + name))
            : ParentCells.withCell(rows, reference, parent, cell);
    if (table.reproduces(reference)) {
      Column missing = present(reference.columns()).and(named(OrphanRows.FOUND).isNull());
      rows =
          OrphanRows.marked(rows, reference, parent, OrphanRows.FOUND)
              .withColumn(cell, when(missing, lit(Math.max(1, cells))).otherwise(named(cell)))
              .drop(OrphanRows.FOUND);
    }
    lastCells.put(cell, Math.max(1, cells) - (table.reproduces(reference) ? 0 : 1));
    structure.add(0, cell);
    return this;
  }

  /** Adds the place in the family, and gaps where siblings have an order. */
  FamilyRows withOrder() {
    Optional<DeclaredReference> leading = table.leading();
    if (leading.isEmpty()) {
      return this;
    }
    rows = rows.withColumn(ROW, monotonically_increasing_id());
    Column linked = present(leading.get().columns());
    Column place = row_number().over(family(leading.get())).minus(1);
    rows = rows.withColumn(POSITION, when(linked, place).otherwise(lit(0)));
    if (table.familySize() > 1) {
      Column unit = xxhash64(named(leading.get().columns()));
      rows = rows.withColumn(UNIT, when(linked, unit).otherwise(named(ROW)));
    }
    Optional<String> by =
        order(table)
            .filter(name -> table.rising().isPresent() || (isOrdered(table) && evolves(name)));
    by.ifPresent(name -> withGaps(name, leading.get()));
    evolved = by;
    withFlags(leading.get());
    return this;
  }

  /**
   * Adds columns of the rows that references lead to.
   *
   * @param keys the columns that the table's keys decide
   * @param parents the table that a reference leads to
   */
  FamilyRows withBorrowed(KeyColumns keys, Function<DeclaredReference, TableNode> parents) {
    BorrowedColumns columns = new BorrowedColumns(table, keys);
    for (DeclaredReference reference : table.references(TableNode.Kind.POPULAR)) {
      rows = columns.joined(rows, reference, parents.apply(reference));
    }
    int kept = columns.columns().size();
    if (table.leading().isPresent()) {
      rows = columns.joined(rows, table.leading().get(), parents.apply(table.leading().get()));
    }
    borrowed = columns.columns();
    if (borrowed.size() > kept) {
      // Both scans see the rows in one order, and the join is made once.
      rows = rows.localCheckpoint(true);
    }
    return this;
  }

  private void withFlags(DeclaredReference leading) {
    RepeatedColumns repeated = RepeatedColumns.among(rows, table, evolved);
    boolean dependent = table.table().options().dependence() != Dependence.INDEPENDENT;
    if (dependent && isOrdered(table)) {
      rows = repeated.flagged(rows, family(leading)).localCheckpoint(true);
      flags = repeated.telling(rows);
      rows = repeated.keeping(rows, flags);
    } else {
      rows = rows.localCheckpoint(true);
    }
  }

  private boolean evolves(String name) {
    DataType type = table.rows().schema().apply(name).dataType();
    return (type instanceof NumericType || SummaryColumns.isTime(type))
        && !table.table().primaryKey().contains(name)
        && table.rows().where(named(name).isNull()).isEmpty();
  }

  private void withGaps(String name, DeclaredReference leading) {
    DataType type = table.rows().schema().apply(name).dataType();
    MonthlyDates months = new MonthlyDates(table, leading, name);
    pace = months.pace();
    Column own = named(name);
    Column before = lag(own, 1).over(family(leading));
    Column gap =
        pace.isMonthly()
            ? months.month(own).minus(months.month(before))
            : type instanceof DateType
                ? datediff(own, before).cast("bigint")
                : type instanceof NumericType
                    ? own.minus(before).cast(gapType(type))
                    : unix_micros(own.cast("timestamp"))
                        .minus(unix_micros(before.cast("timestamp")));
    Column first = named(POSITION).equalTo(0);
    rows =
        rows.withColumn("#gap." + name, when(first, lit(null)).otherwise(gap))
            .withColumn("#first." + name, when(first, own));
    whole.add("#gap." + name);
    whole.add("#first." + name);
    if (SummaryColumns.isTime(type) && !pace.isMonthly() && table.familySize() > 1) {
      withRhythm(name);
    }
  }

  private void withRhythm(String name) {
    EventRhythm events = new EventRhythm(rows, name, UNIT);
    Optional<CalendarPart> part =
        events.find(table.table().options().policy().column(table.name(), name));
    rhythm = part.map(of -> new Rhythm(of, "#" + of.label() + "." + name));
    rhythm.ifPresent(
        of -> {
          rows = events.with(of.part(), of.column());
          whole.add(of.column());
        });
  }

  private static String gapType(DataType type) {
    if (type instanceof DecimalType decimal) {
      return decimal.scale() == 0 ? "bigint" : "decimal(18," + decimal.scale() + ")";
    }
    boolean floating = type.typeName().equals("double") || type.typeName().equals("float");
    return floating ? "double" : "bigint";
  }

  /** What the sibling before has in each of the columns, and whether there is one. */
  static Dataset<Row> withPrevious(Dataset<Row> rows, TableNode table, List<String> columns) {
    DeclaredReference leading = table.leading().orElseThrow();
    WindowSpec family =
        Window.partitionBy(named(leading.columns())).orderBy(order(table, order(table)));
    Column follows = named(POSITION).gt(0);
    Dataset<Row> wide = rows.withColumn(Surroundings.HAS_PREVIOUS, when(follows, lit(1)));
    for (String name : columns) {
      wide = wide.withColumn("previous." + name, when(follows, lag(named(name), 1).over(family)));
    }
    return wide;
  }
}
