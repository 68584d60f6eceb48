package io.mirrorlake.jobs.source;

import io.mirrorlake.jobs.configuration.CsvConfiguration;
import io.mirrorlake.jobs.configuration.SourceConfiguration;
import io.mirrorlake.jobs.configuration.SourceFormat;
import io.mirrorlake.profiler.schema.ErrorKind;
import io.mirrorlake.profiler.schema.UserException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * CSV files: their columns come from the header, their types from a declared schema, another table,
 * or the head.
 */
final class CsvFiles {
  private final SparkSession spark;
  private final SourceConfiguration configuration;
  private final SourceFiles files;

  CsvFiles(SparkSession spark, SourceConfiguration configuration, SourceFiles files) {
    this.spark = spark;
    this.configuration = configuration;
    this.files = files;
  }

  /** Spark's options for the layout. */
  static Map<String, String> options(CsvConfiguration csv) {
    Map<String, String> options = new HashMap<>();
    options.put("header", Boolean.toString(csv.header()));
    options.put("sep", csv.separator());
    options.put("quote", csv.quote());
    options.put("escape", csv.escape());
    options.put("encoding", csv.encoding());
    options.put("nullValue", csv.nullValue().orElse(""));
    options.put("multiLine", Boolean.toString(csv.multiLine()));
    return options;
  }

  /** The table; columns that {@code types} knows have its types. */
  SourceTable table(Optional<StructType> types) {
    StructType schema = schema(types);
    // FAILFAST: what does not parse ends the job, and the diagnosis counts it; PERMISSIVE would
    // make it null.
    Dataset<Row> rows =
        reader().option("mode", "FAILFAST").schema(schema).csv(configuration.path());
    UnparsedValues unparsed =
        new UnparsedValues(
            this::reader, configuration.path(), schema, options(configuration.csv()));
    return new SourceTable(
        files.name(),
        rows,
        SourceTables.description(SourceFormat.CSV, files),
        List.of(),
        unparsed::diagnosis);
  }

  private DataFrameReader reader() {
    // enforceSchema=false: every file's header must name the columns that are read.
    return spark
        .read()
        .options(options(configuration.csv()))
        .option("enforceSchema", !configuration.csv().header())
        .options(configuration.options());
  }

  private StructType schema(Optional<StructType> types) {
    if (configuration.schema().isPresent()) {
      return Ddl.schema(configuration.schema().get());
    }
    RecordHead head = head();
    List<String> columns = columns(head);
    Map<String, StructField> known = new HashMap<>();
    types.ifPresent(
        type -> List.of(type.fields()).forEach(field -> known.put(field.name(), field)));
    if (known.keySet().containsAll(columns)) {
      return DataTypes.createStructType(
          columns.stream().map(column -> Objects.requireNonNull(known.get(column))).toList());
    }
    StructType learned = CsvTypes.of(spark, options(configuration.csv())).learn(columns, head);
    return DataTypes.createStructType(
        Arrays.stream(learned.fields())
            .map(field -> known.getOrDefault(field.name(), field))
            .toList());
  }

  /**
   * Whether records of the head go on in the next line: read so, they have as many fields as there
   * are columns, and the line break is in one of them.
   */
  boolean hasLineBreaks() {
    RecordHead head = head(true);
    List<String> broken =
        head.rest().stream().filter(csvRecord -> csvRecord.indexOf('\n') >= 0).toList();
    return !broken.isEmpty() && broken.stream().allMatch(isWhole(columns(head).size()));
  }

  private Predicate<String> isWhole(int columns) {
    return csvRecord -> {
      String[] fields = CsvHeader.fields(csvRecord, configuration.csv());
      return fields.length == columns
          && Arrays.stream(fields).anyMatch(field -> field != null && field.indexOf('\n') >= 0);
    };
  }

  private RecordHead head() {
    return head(configuration.csv().multiLine());
  }

  private RecordHead head(boolean multiLine) {
    CsvConfiguration csv = configuration.csv();
    Optional<Character> quote = multiLine ? Optional.of(csv.quote().charAt(0)) : Optional.empty();
    RecordHead.Layout layout =
        new RecordHead.Layout(charset(), quote, csv.header(), csv.headRecords());
    try {
      return RecordHead.read(files.files(), layout, spark.sparkContext().hadoopConfiguration());
    } catch (IOException e) {
      throw UserException.of(
              ErrorKind.SOURCE,
              "the file " + files.location() + " cannot be read: " + SourceFailures.firstLine(e),
              "check that it is whole, and compressed as its name says")
          .withCause(e);
    }
  }

  private Charset charset() {
    String encoding = configuration.csv().encoding();
    try {
      return Charset.forName(encoding);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw UserException.of(
              ErrorKind.CONFIGURATION,
              "the key 'csv.encoding' is '" + encoding + "', which this Java does not know",
              "write one such as UTF-8, ISO-8859-1 or windows-1252")
          .withCause(e);
    }
  }

  private List<String> columns(RecordHead head) {
    String first =
        head.first()
            .orElseThrow(
                () ->
                    UserException.of(
                        ErrorKind.SOURCE,
                        "the source " + files.location() + " is empty",
                        "check what writes it"));
    return CsvHeader.columns(first, configuration.csv(), files.location());
  }
}
