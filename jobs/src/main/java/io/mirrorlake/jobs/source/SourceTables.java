package io.mirrorlake.jobs.source;

import io.mirrorlake.jobs.configuration.Locations;
import io.mirrorlake.jobs.configuration.SourceConfiguration;
import io.mirrorlake.jobs.configuration.SourceFormat;
import io.mirrorlake.profiler.profile.SourceDescription;
import io.mirrorlake.profiler.schema.ErrorKind;
import io.mirrorlake.profiler.schema.UserException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** Opens the tables that configurations name. */
public final class SourceTables {
  private final SparkSession spark;

  private SourceTables(SparkSession spark) {
    this.spark = spark;
  }

  /** The tables that this session can read. */
  public static SourceTables of(SparkSession spark) {
    return new SourceTables(spark);
  }

  /** The table, with the types that it declares or shows. */
  public SourceTable open(SourceConfiguration configuration) {
    return open(configuration, Optional.empty());
  }

  /**
   * The table; where its format has no types of its own, columns that {@code types} knows have its
   * types.
   */
  public SourceTable open(SourceConfiguration configuration, StructType types) {
    return open(configuration, Optional.of(types));
  }

  /**
   * The source, with line breaks in quoted fields where it is of CSV files that have them. Nothing
   * else can tell them from records that are cut short.
   */
  public SourceConfiguration withLineBreaks(SourceConfiguration configuration) {
    boolean database =
        configuration.format() == SourceFormat.CATALOG
            || configuration.format() == SourceFormat.JDBC;
    if (database || configuration.csv().multiLine()) {
      return configuration;
    }
    SourceFiles files =
        SourceFiles.at(configuration.path(), spark.sparkContext().hadoopConfiguration());
    SourceFormat format =
        configuration.format() == SourceFormat.AUTO ? files.format() : configuration.format();
    return format == SourceFormat.CSV && new CsvFiles(spark, configuration, files).hasLineBreaks()
        ? configuration.withCsv(configuration.csv().withMultiLine())
        : configuration;
  }

  private SourceTable open(SourceConfiguration configuration, Optional<StructType> types) {
    return SourceFailures.explained(
        List.of(),
        () ->
            switch (configuration.format()) {
              case CATALOG -> CatalogTables.of(spark, configuration).table();
              case JDBC -> DatabaseTables.of(spark, configuration).table();
              default -> files(configuration, types);
            });
  }

  private SourceTable files(SourceConfiguration configuration, Optional<StructType> types) {
    SourceFiles files =
        SourceFiles.at(configuration.path(), spark.sparkContext().hadoopConfiguration());
    SourceFormat format =
        configuration.format() == SourceFormat.AUTO ? files.format() : configuration.format();
    requireVersioned(configuration, format);
    return switch (format) {
      case DELTA -> new DeltaTables(spark, configuration, files).table();
      case CSV -> new CsvFiles(spark, configuration, files).table(types);
      case JSON -> new JsonFiles(spark, configuration, files).table(types);
      default -> typed(configuration, format, files);
    };
  }

  /** Parquet and ORC know their types. */
  private SourceTable typed(
      SourceConfiguration configuration, SourceFormat format, SourceFiles files) {
    Dataset<Row> rows =
        spark
            .read()
            .format(format.name().toLowerCase(Locale.ROOT))
            .options(configuration.options())
            .load(configuration.path());
    return SourceTable.of(files.name(), rows, description(format, files));
  }

  private static void requireVersioned(SourceConfiguration configuration, SourceFormat format) {
    boolean versioned =
        configuration.version().isPresent() || configuration.timestamp().isPresent();
    if (versioned && format != SourceFormat.DELTA) {
      throw UserException.of(
          ErrorKind.CONFIGURATION,
          "the source "
              + Locations.shown(configuration.path())
              + " is asked for a version, but "
              + format.name().toLowerCase(Locale.ROOT)
              + " files have none",
          "remove 'version' and 'timestamp', or read a Delta table");
    }
  }

  static SourceDescription description(SourceFormat format, SourceFiles files) {
    return new SourceDescription(
        format.name().toLowerCase(Locale.ROOT), files.location(), Optional.of(files.version()));
  }
}
