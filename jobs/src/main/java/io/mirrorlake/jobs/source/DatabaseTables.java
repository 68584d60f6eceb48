package io.mirrorlake.jobs.source;

import io.mirrorlake.jobs.configuration.JdbcConfiguration;
import io.mirrorlake.jobs.configuration.SourceConfiguration;
import io.mirrorlake.profiler.profile.SourceDescription;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.SparkSession;

/** Tables and queries of databases, over JDBC. */
final class DatabaseTables {
  private final SparkSession spark;
  private final SourceConfiguration configuration;
  private final Database database;
  private final String from;

  private DatabaseTables(SparkSession spark, SourceConfiguration configuration, Database database) {
    this.spark = spark;
    this.configuration = configuration;
    this.database = database;
    this.from =
        configuration
            .table()
            .or(() -> configuration.query().map(query -> "(" + withoutSemicolon(query) + ") q"))
            .orElseThrow();
  }

  private static String withoutSemicolon(String query) {
    return query.strip().replaceFirst(";$", "");
  }

  static DatabaseTables of(SparkSession spark, SourceConfiguration configuration) {
    return new DatabaseTables(spark, configuration, Database.of(configuration));
  }

  SourceTable table() {
    String what = configuration.table().map(table -> "table " + table).orElse("the query");
    database.requireReadable(from, what);
    List<String> primaryKey = configuration.table().map(database::primaryKey).orElse(List.of());
    DataFrameReader reader =
        spark
            .read()
            .format("jdbc")
            .options(database.properties())
            .option("url", configuration.path())
            .option("driver", database.driverClass())
            .option("dbtable", from)
            .option("fetchsize", configuration.jdbc().fetchRows());
    split(reader);
    SourceDescription description =
        new SourceDescription("jdbc", database.location() + ", " + what, Optional.empty());
    String name = configuration.table().map(TableName::plain).orElse("query");
    return new SourceTable(name, reader.load(), description, primaryKey, Optional::empty);
  }

  /**
   * Splits the rows over several connections. A table without rows has no bounds, and needs no
   * split.
   */
  private void split(DataFrameReader reader) {
    JdbcConfiguration jdbc = configuration.jdbc();
    jdbc.partitionColumn()
        .ifPresent(
            column -> {
              Database.Range range =
                  jdbc.lowerBound().isPresent()
                      ? new Database.Range(jdbc.lowerBound(), jdbc.upperBound())
                      : database.range(column, from);
              if (range.low().isPresent() && range.high().isPresent()) {
                reader
                    .option("partitionColumn", column)
                    .option("lowerBound", range.low().get())
                    .option("upperBound", range.high().get())
                    .option("numPartitions", jdbc.partitions());
              }
            });
  }
}
