package io.mirrorlake.profiler.spark;

import static io.mirrorlake.profiler.spark.ColumnNames.named;
import static io.mirrorlake.profiler.spark.ColumnNames.numbered;
import static io.mirrorlake.profiler.spark.ColumnNames.present;
import static io.mirrorlake.profiler.spark.ColumnNames.withMatching;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.hex;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.monotonically_increasing_id;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import io.mirrorlake.profiler.copula.IndependentCopula;
import io.mirrorlake.profiler.disclosure.SecretRounding;
import io.mirrorlake.profiler.profile.ColumnProfile;
import io.mirrorlake.profiler.profile.TableProfile;
import io.mirrorlake.profiler.relation.CellTree;
import io.mirrorlake.profiler.relation.StaticRows;
import io.mirrorlake.profiler.relation.TableRelations;
import io.mirrorlake.profiler.relation.TableRole;
import io.mirrorlake.profiler.schema.ColumnType;
import io.mirrorlake.profiler.schema.ErrorKind;
import io.mirrorlake.profiler.schema.FieldType;
import io.mirrorlake.profiler.schema.UserException;
import io.mirrorlake.profiler.spark.ParentCells.Use;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.BinaryType;
import org.apache.spark.sql.types.StructField;

/** Reference tables: kept as they are, the rows that others refer to most first. */
final class StaticTables {
  /** The profile holds every row, and a person is to be able to read it. */
  static final long MAX_ROWS = 100_000;

  /** As many rows at most as have a cell of their own. */
  private static final int MAX_CELLS = 128;

  private static final String PART = "?part";

  private static final String UNITS = "?units";

  private StaticTables() {}

  /**
   * Orders the rows by their uses. Those that enough units refer to have a cell each, the others
   * share cells with those that are like them.
   */
  static void order(TableNode table, List<Use> uses) {
    if (table.count() > MAX_ROWS) {
      throw UserException.of(
          ErrorKind.CONFIGURATION,
          "reference table '" + table.name() + "' has " + table.count() + " rows",
          "keep tables of at most " + MAX_ROWS + " rows; let others be synthesized");
    }
    CellFeatures features = CellFeatures.of(table, uses);
    Column often = named(UNITS).plus(noise(table)).geq(lit((long) least(table)));
    Dataset<Row> ranked =
        inOrder(
            withUnits(features.rows(), uses),
            often.desc(),
            features.popularity().plus(noise(table)).desc(),
            hash(table));
    int own = uses.isEmpty() ? 0 : (int) Math.min(ranked.where(often).count(), MAX_CELLS);
    Column shared = named(FamilyRows.PLACE).geq(lit(own));
    Dataset<Row> lined = own > 1 ? inLine(ranked, shared, features, table) : ranked;
    long others = table.count() - own;
    CellTree tree =
        uses.isEmpty() || others == 0
            ? new CellTree.Leaf(0, others)
            : ParentCells.tree(lined.where(shared), others, features, table);
    Column cell =
        when(shared, ParentCells.cell(tree).plus(lit(own))).otherwise(named(FamilyRows.PLACE));
    Dataset<Row> cut =
        lined
            .withColumn(TableNode.CELL, cell.cast("int"))
            .drop(features.names().toArray(String[]::new))
            .drop(UNITS);
    table.replaceRows(inOrder(cut, named(TableNode.CELL).asc(), hash(table)));
    List<Long> cells = new ArrayList<>(Collections.nCopies(own, 1L));
    tree.leaves().stream().map(CellTree.Leaf::parents).filter(of -> of > 0).forEach(cells::add);
    table.cells(cells.stream().map(of -> (double) of / table.count()).toList());
  }

  /**
   * The rows with a cell of their own stand so that neighbours are alike in their features: cells
   * are numbers, and trees ask for ranges of them.
   */
  private static Dataset<Row> inLine(
      Dataset<Row> ranked, Column shared, CellFeatures features, TableNode table) {
    CellTree alike = CellTree.of(features.of(ranked.where(not(shared))), CellTree.Least.rows(1));
    // Where all are alike, the line is a number, which an order would take for a column's place.
    return alike instanceof CellTree.Leaf
        ? ranked
        : inOrder(ranked, shared.asc(), ParentCells.cell(alike).asc(), hash(table));
  }

  private static Dataset<Row> inOrder(Dataset<Row> rows, Column... order) {
    // The rows are few, and in one partition the increasing numbers are 0, 1, 2 ...
    return rows.coalesce(1)
        .sortWithinPartitions(order)
        .withColumn(FamilyRows.PLACE, monotonically_increasing_id().cast("int"))
        .localCheckpoint(true);
  }

  /** So many units of the largest table that refers to it make a row's part in that table sure. */
  private static int least(TableNode table) {
    int k = table.table().options().minimumUnits();
    return k + k / 2;
  }

  /** By how many units of the largest table each row is referred to. */
  private static Dataset<Row> withUnits(Dataset<Row> unordered, List<Use> uses) {
    Dataset<Row> rows = unordered.withColumn(UNITS, lit(0L));
    long largest = uses.stream().mapToLong(use -> use.child().count()).max().orElse(0);
    List<Use> most = uses.stream().filter(use -> use.child().count() == largest).toList();
    for (Use use : most) {
      Dataset<Row> families =
          use.child()
              .rows()
              .where(present(use.reference().columns()))
              .groupBy(numbered(use.reference().columns(), PART).toArray(Column[]::new))
              .agg(units(use.child()).as("?more"));
      rows =
          withMatching(rows, use.reference().parentColumns(), families, PART)
              .withColumn(UNITS, greatest(named(UNITS), coalesce(named("?more"), lit(0L))))
              .drop("?more");
    }
    return rows;
  }

  /** How many privacy units some rows have: their column's, or their families, or themselves. */
  private static Column units(TableNode child) {
    Optional<String> unit = child.table().options().privacyUnit();
    if (unit.isPresent()) {
      return count_distinct(named(unit.get()));
    }
    if (child.leading().isEmpty() || child.familySize() <= 1) {
      return count(lit(1));
    }
    List<String> family = child.leading().get().columns();
    return count_distinct(when(present(family), xxhash64(named(family))))
        .plus(count(when(not(present(family)), lit(1))));
  }

  /** The order of rows would compare exact numbers of uses: each is off by up to k in secret. */
  private static Column noise(TableNode table) {
    SecretRounding rounding = table.table().options().policy().table(table.name());
    long most = rounding.isOn() ? rounding.base() : 0;
    return pmod(hash(table), lit(2 * most + 1)).minus(lit(most));
  }

  /** A number of each row that nobody knows who does not know the profile's secret. */
  private static Column hash(TableNode table) {
    SecretRounding rounding = table.table().options().policy().table(table.name());
    List<Column> parts = new ArrayList<>(List.of(lit(rounding.key())));
    List<String> key = table.table().primaryKey();
    parts.addAll(List.of(named(key.isEmpty() ? List.of(table.rows().columns()) : key)));
    return xxhash64(parts.toArray(Column[]::new));
  }

  /** The profile of an ordered table. */
  static TableProfile profile(TableNode table) {
    List<String> excluded = table.table().options().excludedColumns();
    List<StructField> fields =
        Arrays.stream(table.table().rows().schema().fields())
            .filter(field -> !excluded.contains(field.name()))
            .toList();
    List<ColumnType> types = fields.stream().map(field -> type(table, field)).toList();
    List<List<Optional<String>>> rows =
        inOrder(table, fields.stream().map(StaticTables::text).toList());
    List<ColumnProfile> columns = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      int at = i;
      boolean nulls = rows.stream().anyMatch(row -> row.get(at).isEmpty());
      columns.add(
          new ColumnProfile.Kept(
              new io.mirrorlake.profiler.schema.Column(fields.get(i).name(), types.get(i), nulls)));
    }
    List<String> names = columns.stream().map(ColumnProfile::name).toList();
    List<Double> cells = table.cells().size() > 1 ? table.cells() : List.of();
    TableRelations relations =
        new TableRelations(
            TableRole.REFERENCE,
            table.table().primaryKey(),
            List.of(),
            cells,
            Optional.of(new StaticRows(names, rows)));
    return new TableProfile(
        table.name(),
        table.table().description(),
        table.count(),
        columns,
        List.of(),
        new IndependentCopula(),
        List.of(),
        relations,
        table.notes(),
        Map.of());
  }

  private static List<List<Optional<String>>> inOrder(TableNode table, List<Column> texts) {
    return table
        .rows()
        .orderBy(named(FamilyRows.PLACE))
        .select(texts.toArray(Column[]::new))
        .collectAsList()
        .stream()
        .map(StaticTables::texts)
        .toList();
  }

  private static Column text(StructField field) {
    Column value = named(field.name());
    return field.dataType() instanceof BinaryType ? hex(value) : value.cast("string");
  }

  private static ColumnType type(TableNode table, StructField field) {
    FieldType type = SourceTypes.of(table.name(), field);
    if (!(type instanceof ColumnType plain)) {
      throw UserException.of(
          ErrorKind.CONFIGURATION,
          "column '" + table.name() + "." + field.name() + "' of a reference table is nested",
          "exclude the column");
    }
    return plain;
  }

  private static List<Optional<String>> texts(Row row) {
    return IntStream.range(0, row.size())
        .mapToObj(i -> row.isNullAt(i) ? Optional.<String>empty() : Optional.of(row.getString(i)))
        .toList();
  }
}
