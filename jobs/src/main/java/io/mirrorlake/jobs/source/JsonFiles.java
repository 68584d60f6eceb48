package io.mirrorlake.jobs.source;

import io.mirrorlake.jobs.configuration.SourceConfiguration;
import io.mirrorlake.jobs.configuration.SourceFormat;
import io.mirrorlake.profiler.schema.ErrorKind;
import io.mirrorlake.profiler.schema.UserException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * JSON files, one object a line: their types come from a declared schema, another table, or the
 * head.
 */
final class JsonFiles {
  private final SparkSession spark;
  private final SourceConfiguration configuration;
  private final SourceFiles files;

  JsonFiles(SparkSession spark, SourceConfiguration configuration, SourceFiles files) {
    this.spark = spark;
    this.configuration = configuration;
    this.files = files;
  }

  SourceTable table(Optional<StructType> types) {
    StructType schema =
        configuration.schema().map(Ddl::schema).or(() -> types).orElseGet(this::learned);
    DataFrameReader reader =
        spark.read().option("mode", "FAILFAST").options(configuration.options()).schema(schema);
    return new SourceTable(
        files.name(),
        reader.json(configuration.path()),
        SourceTables.description(SourceFormat.JSON, files),
        List.of(),
        this::unparsed);
  }

  private StructType learned() {
    RecordHead.Layout layout =
        new RecordHead.Layout(
            StandardCharsets.UTF_8, Optional.empty(), false, configuration.csv().headRecords());
    try {
      RecordHead records =
          RecordHead.read(files.files(), layout, spark.sparkContext().hadoopConfiguration());
      return learned(records.records(spark));
    } catch (IOException e) {
      throw UserException.of(
              ErrorKind.SOURCE,
              "the file " + files.location() + " cannot be read: " + SourceFailures.firstLine(e),
              "check that it is whole, and compressed as its name says")
          .withCause(e);
    }
  }

  private StructType learned(Dataset<String> records) {
    Dataset<Row> head = spark.read().options(configuration.options()).json(records);
    if (List.of(head.columns()).contains("_corrupt_record")) {
      throw unparsed().get();
    }
    return head.schema();
  }

  private Optional<UserException> unparsed() {
    return Optional.of(
        UserException.of(
            ErrorKind.SOURCE,
            files.location()
                + ": a record is no JSON object, or a value in it is not of its column's type",
            "write one object a line, or declare the columns: 'schema' takes them as 'id INT, note STRING'"));
  }
}
