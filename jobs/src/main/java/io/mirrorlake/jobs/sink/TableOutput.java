package io.mirrorlake.jobs.sink;

import static org.apache.spark.sql.functions.col;

import io.mirrorlake.jobs.configuration.OutputFormat;
import io.mirrorlake.jobs.configuration.OutputMode;
import io.mirrorlake.jobs.configuration.SinkConfiguration;
import io.mirrorlake.jobs.session.DeltaLake;
import io.mirrorlake.jobs.source.Ddl;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/**
 * A table to write. An existing Delta table is changed in one transaction, anything else is staged
 * and moved into place.
 */
public sealed interface TableOutput extends AutoCloseable {
  /** Makes ready to write; refuses where the output is in the way, before any work is done. */
  static TableOutput prepare(SinkConfiguration sink, SparkSession spark) {
    Configuration hadoop = spark.sparkContext().hadoopConfiguration();
    boolean delta = sink.format() == OutputFormat.DELTA;
    if (delta) {
      DeltaLake.require("the output " + sink.path());
    }
    Path target = new Path(sink.path());
    if (delta
        && sink.mode() != OutputMode.ERROR_IF_EXISTS
        && exists(new Path(target, "_delta_log"), hadoop)) {
      return new Transaction(sink, target);
    }
    if (sink.mode() == OutputMode.APPEND && exists(target, hadoop)) {
      throw OutputFailures.noDeltaTable(target);
    }
    return new Staged(
        sink, OutputDirectory.prepare(sink.path(), sink.mode(), OutputContent.TABLE, hadoop));
  }

  private static boolean exists(Path path, Configuration hadoop) {
    try {
      FileSystem fileSystem = path.getFileSystem(hadoop);
      return fileSystem.exists(path);
    } catch (IOException e) {
      throw OutputFailures.notWritable(path.toString(), e);
    }
  }

  /** Writes all rows, and puts the table in its place. */
  void write(Dataset<Row> rows);

  @Override
  void close();

  /**
   * The writer for these rows; CSV quotes and nulls are written so that they are read back the
   * same.
   */
  private static DataFrameWriter<Row> writer(Dataset<Row> rows, SinkConfiguration sink) {
    boolean csv = sink.format() == OutputFormat.CSV;
    DataFrameWriter<Row> writer =
        (csv ? withTextTimes(rows) : rows).write().format(sink.format().sparkName());
    if (csv) {
      writer.options(
          Map.of(
              "header", "true",
              "escape", "\"",
              "nullValue", "",
              "ignoreLeadingWhiteSpace", "false",
              "ignoreTrailingWhiteSpace", "false"));
    }
    return writer.options(sink.options());
  }

  /** Timestamps as SQL writes them; the CSV writer's own form always has a fraction and a zone. */
  private static Dataset<Row> withTextTimes(Dataset<Row> rows) {
    Column[] columns =
        Arrays.stream(rows.schema().fields())
            .map(
                field -> {
                  Column column = col(Ddl.quoted(field.name()));
                  return isTimestamp(field.dataType())
                      ? column.cast("string").as(field.name())
                      : column;
                })
            .toArray(Column[]::new);
    return rows.select(columns);
  }

  private static boolean isTimestamp(DataType type) {
    return type.equals(DataTypes.TimestampType) || type.equals(DataTypes.TimestampNTZType);
  }

  /** A table that is made beside its place. */
  record Staged(SinkConfiguration sink, OutputDirectory directory) implements TableOutput {
    @Override
    public void write(Dataset<Row> rows) {
      try {
        // The staging directory exists already, empty.
        writer(rows, sink).mode(SaveMode.Append).save(directory.staging().toString());
      } catch (Exception e) {
        // Spark throws checked exceptions that no signature declares.
        throw OutputFailures.ofWriting(directory.target(), e);
      }
      directory.commit();
    }

    @Override
    public void close() {
      directory.close();
    }
  }

  /** An existing Delta table. */
  record Transaction(SinkConfiguration sink, Path target) implements TableOutput {
    @Override
    public void write(Dataset<Row> rows) {
      boolean append = sink.mode() == OutputMode.APPEND;
      if (append) {
        requireSameColumns(rows);
      }
      try {
        writer(rows, sink)
            .mode(append ? SaveMode.Append : SaveMode.Overwrite)
            .option("overwriteSchema", !append)
            .save(sink.path());
      } catch (Exception e) {
        // Spark throws checked exceptions that no signature declares.
        throw OutputFailures.ofWriting(target, e);
      }
    }

    private void requireSameColumns(Dataset<Row> rows) {
      String present = columns(rows.sparkSession().read().format("delta").load(sink.path()));
      String added = columns(rows);
      if (!present.equals(added)) {
        throw OutputFailures.otherColumns(target, present, added);
      }
    }

    private static String columns(Dataset<Row> rows) {
      return rows.schema().asNullable().toDDL();
    }

    @Override
    public void close() {
      // A transaction that was not committed left nothing that a reader sees.
    }
  }
}
