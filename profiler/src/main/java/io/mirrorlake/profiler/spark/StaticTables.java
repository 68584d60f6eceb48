package io.mirrorlake.profiler.spark;

import static io.mirrorlake.profiler.spark.ColumnNames.matches;
import static io.mirrorlake.profiler.spark.ColumnNames.named;
import static io.mirrorlake.profiler.spark.ColumnNames.numbered;
import static io.mirrorlake.profiler.spark.ColumnNames.present;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.hex;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.monotonically_increasing_id;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import io.mirrorlake.profiler.copula.IndependentCopula;
import io.mirrorlake.profiler.disclosure.SecretRounding;
import io.mirrorlake.profiler.profile.ColumnProfile;
import io.mirrorlake.profiler.profile.TableProfile;
import io.mirrorlake.profiler.relation.StaticRows;
import io.mirrorlake.profiler.relation.TableRelations;
import io.mirrorlake.profiler.relation.TableRole;
import io.mirrorlake.profiler.schema.ColumnType;
import io.mirrorlake.profiler.schema.ErrorKind;
import io.mirrorlake.profiler.schema.FieldType;
import io.mirrorlake.profiler.schema.UserException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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

  /** As many rows at most as have a cell of their own; the others share one. */
  private static final int MAX_CELLS = 128;

  private static final String PART = "?part";

  private static final String USES = "?uses";

  private StaticTables() {}

  /** Orders the rows by their uses, and gives those that enough rows refer to a cell each. */
  static void order(TableNode table, List<ParentCells.Use> uses) {
    if (table.count() > MAX_ROWS) {
      throw UserException.of(
          ErrorKind.CONFIGURATION,
          "reference table '" + table.name() + "' has " + table.count() + " rows",
          "keep tables of at most " + MAX_ROWS + " rows; let others be synthesized");
    }
    Dataset<Row> rows = withUses(table.rows(), uses);
    int k = table.table().options().minimumUnits();
    // The rows are few, and in one partition the increasing numbers are 0, 1, 2 ...
    Dataset<Row> placed =
        rows.coalesce(1)
            .sortWithinPartitions(frequentFirst(table))
            .withColumn(FamilyRows.PLACE, monotonically_increasing_id().cast("int"))
            .localCheckpoint(true);
    long frequent = placed.where(named(USES).plus(noise(table)).geq(lit((long) k))).count();
    int own = uses.isEmpty() ? 0 : (int) Math.min(frequent, MAX_CELLS);
    long rest = table.count() - own;
    List<Double> shares = new ArrayList<>(Collections.nCopies(own, 1.0 / table.count()));
    if (rest > 0) {
      shares.add((double) rest / table.count());
    }
    Column cell =
        when(named(FamilyRows.PLACE).lt(lit(own)), named(FamilyRows.PLACE)).otherwise(lit(own));
    table.replaceRows(placed.withColumn(TableNode.CELL, cell.cast("int")).drop(USES));
    table.cells(shares);
  }

  private static Dataset<Row> withUses(Dataset<Row> unordered, List<ParentCells.Use> uses) {
    Dataset<Row> rows = unordered.withColumn(USES, lit(0L));
    for (ParentCells.Use use : uses) {
      Dataset<Row> families =
          use.child()
              .rows()
              .where(present(use.reference().columns()))
              .groupBy(numbered(use.reference().columns(), PART).toArray(Column[]::new))
              .agg(count(lit(1)).as("?more"));
      rows =
          ColumnNames.without(
                  rows.join(families, matches(use.reference().parentColumns(), PART), "left"),
                  use.reference().columns().size(),
                  PART)
              .withColumn(USES, named(USES).plus(coalesce(named("?more"), lit(0L))))
              .drop("?more");
    }
    return rows;
  }

  private static Column[] frequentFirst(TableNode table) {
    List<Column> order = new ArrayList<>(List.of(named(USES).plus(noise(table)).desc()));
    table.table().primaryKey().forEach(name -> order.add(named(name)));
    return order.toArray(Column[]::new);
  }

  /** The order of rows would compare exact numbers of uses: each is off by up to k in secret. */
  private static Column noise(TableNode table) {
    SecretRounding rounding = table.table().options().policy().table(table.name());
    List<Column> parts = new ArrayList<>(List.of(lit(rounding.key())));
    table.table().primaryKey().forEach(name -> parts.add(named(name)));
    Column hash = xxhash64(parts.toArray(Column[]::new));
    long most = rounding.isOn() ? rounding.base() : 0;
    return pmod(hash, lit(2 * most + 1)).minus(lit(most));
  }

  /** The profile of an ordered table. */
  static TableProfile profile(TableNode table) {
    List<ColumnProfile> columns = new ArrayList<>();
    List<Column> texts = new ArrayList<>();
    List<String> excluded = table.table().options().excludedColumns();
    for (StructField field : table.table().rows().schema().fields()) {
      if (!excluded.contains(field.name())) {
        columns.add(new ColumnProfile.Kept(column(table, field)));
        Column value = named(field.name());
        texts.add(field.dataType() instanceof BinaryType ? hex(value) : value.cast("string"));
      }
    }
    List<List<Optional<String>>> rows =
        table
            .rows()
            .orderBy(named(FamilyRows.PLACE))
            .select(texts.toArray(Column[]::new))
            .collectAsList()
            .stream()
            .map(StaticTables::texts)
            .toList();
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
        table.notes());
  }

  private static io.mirrorlake.profiler.schema.Column column(TableNode table, StructField field) {
    FieldType type = SourceTypes.of(table.name(), field);
    if (!(type instanceof ColumnType plain)) {
      throw UserException.of(
          ErrorKind.CONFIGURATION,
          "column '" + table.name() + "." + field.name() + "' of a reference table is nested",
          "exclude the column");
    }
    boolean nulls = !table.rows().where(named(field.name()).isNull()).isEmpty();
    return new io.mirrorlake.profiler.schema.Column(field.name(), plain, nulls);
  }

  private static List<Optional<String>> texts(Row row) {
    return IntStream.range(0, row.size())
        .mapToObj(i -> row.isNullAt(i) ? Optional.<String>empty() : Optional.of(row.getString(i)))
        .toList();
  }
}
