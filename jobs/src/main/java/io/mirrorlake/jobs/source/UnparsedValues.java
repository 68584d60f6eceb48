package io.mirrorlake.jobs.source;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.from_csv;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.mirrorlake.jobs.configuration.Locations;
import io.mirrorlake.profiler.schema.ErrorKind;
import io.mirrorlake.profiler.schema.UserException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Finds, after reading failed, which columns of CSV files hold values that are not of their type,
 * and how many.
 */
final class UnparsedValues {
  /** Where Spark puts a record that it could not parse. */
  private static final String RECORD = "__unparsed_record";

  private static final String CELLS = "__unparsed_cells";

  /** Messages name this many columns; the rest are usually the same mistake. */
  private static final int MAX_NAMED = 5;

  private static final String NUMBER = "^[+-]?[0-9.,' ]+([eE][+-]?[0-9]+)?$";

  private final Supplier<DataFrameReader> reader;
  private final String path;
  private final StructType schema;
  private final Map<String, String> options;

  UnparsedValues(
      Supplier<DataFrameReader> reader,
      String path,
      StructType schema,
      Map<String, String> options) {
    this.reader = reader;
    this.path = path;
    this.schema = schema;
    this.options = Map.copyOf(options);
  }

  /** What is wrong, or empty where every record parses. */
  Optional<UserException> diagnosis() {
    Dataset<Row> unparsed = unparsed();
    List<Column> counts = new ArrayList<>();
    counts.add(count(lit(1)));
    for (StructField field : schema.fields()) {
      Column failed = failed(field);
      Column text = col(CELLS).getField(field.name());
      counts.add(count(when(failed, lit(1))));
      counts.add(count(when(failed.and(text.rlike(NUMBER)), lit(1))));
    }
    Row row = unparsed.select(counts.toArray(Column[]::new)).head();
    return row.getLong(0) == 0 ? Optional.empty() : Optional.of(complaint(row));
  }

  /**
   * The records that do not parse: their values as far as they did, and all their cells as text.
   */
  private Dataset<Row> unparsed() {
    StructType withRecord = schema.add(RECORD, DataTypes.StringType, true);
    StructType nullable =
        DataTypes.createStructType(
            Arrays.stream(withRecord.fields())
                .map(field -> DataTypes.createStructField(field.name(), field.dataType(), true))
                .toArray(StructField[]::new));
    return reader
        .get()
        .option("mode", "PERMISSIVE")
        .option("columnNameOfCorruptRecord", RECORD)
        // The header would have to name the record's column too.
        .option("enforceSchema", true)
        .schema(nullable)
        .csv(path)
        .filter(col(RECORD).isNotNull())
        .withColumn(CELLS, from_csv(col(RECORD), lit(Ddl.strings(schema).toDDL()), options));
  }

  private static Column failed(StructField field) {
    return col(Ddl.quoted(field.name()))
        .isNull()
        .and(col(CELLS).getField(field.name()).isNotNull());
  }

  private UserException complaint(Row counts) {
    List<String> failures = new ArrayList<>();
    for (int i = 0; i < schema.size(); i++) {
      long failed = counts.getLong(1 + 2 * i);
      if (failed > 0) {
        failures.add(failure(schema.fields()[i], failed, counts.getLong(2 + 2 * i)));
      }
    }
    return failures.isEmpty() ? ragged(counts.getLong(0)) : unparsed(failures);
  }

  private static String failure(StructField field, long failed, long numbers) {
    String kind =
        numbers == failed ? "other numbers" : numbers == 0 ? "text" : "text and other numbers";
    return "column '"
        + field.name()
        + "' is "
        + field.dataType().sql().toLowerCase(Locale.ROOT)
        + ", but "
        + failed
        + (failed == 1 ? " row has " : " rows have ")
        + kind
        + " in it";
  }

  private UserException unparsed(List<String> failures) {
    String named = String.join("; ", failures.subList(0, Math.min(MAX_NAMED, failures.size())));
    String more =
        failures.size() > MAX_NAMED
            ? "; and " + (failures.size() - MAX_NAMED) + " more columns"
            : "";
    return UserException.of(
        ErrorKind.SOURCE,
        Locations.shown(path) + ": " + named + more,
        "mend the values, or declare the types: 'schema' takes all columns, such as 'id INT, note STRING'; "
            + "a text that stands for null is given as 'csv.nullValue'");
  }

  private UserException ragged(long rows) {
    return UserException.of(
        ErrorKind.SOURCE,
        Locations.shown(path)
            + ": "
            + rows
            + (rows == 1 ? " record has" : " records have")
            + " another number of fields than the "
            + schema.size()
            + " columns",
        "check the separator and the quotes; if quoted fields hold line breaks, set 'csv.multiLine' to true");
  }
}
