package io.mirrorlake.jobs.configuration;

import io.mirrorlake.profiler.schema.ErrorKind;
import io.mirrorlake.profiler.schema.UserException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One real table: where it is and how it is read. */
@Shorthand("path")
public record SourceConfiguration(
    @Setting(
            "A file, directory or pattern; 'catalog:schema.table' for a catalog's table; 'jdbc:...'"
                + " for a database.")
        String path,
    @Setting(
            value = "How it is read; auto decides by the path and the files in it.",
            fallback = "auto")
        SourceFormat format,
    @Setting("The table to read from a database, as the database writes its name.")
        Optional<String> table,
    @Setting("The query to read from a database, in place of a table.") Optional<String> query,
    @Setting(
            value = "The version to read of a Delta table; the newest if none is given.",
            minimum = 0)
        Optional<Long> version,
    @Setting(
            "The moment whose version is read of a Delta table, such as 2026-01-31 or 2026-01-31"
                + " 12:00:00.")
        Optional<String> timestamp,
    @Setting(
            "The columns and types of CSV or JSON files as DDL, such as 'id INT, name STRING'; else"
                + " learned from the head.")
        Optional<String> schema,
    @Setting("How CSV files are written.") CsvConfiguration csv,
    @Setting("How a database is reached.") JdbcConfiguration jdbc,
    @Setting("Further options of Spark's reader, or of the database's driver.")
        Map<String, String> options) {
  /** Before the name of a catalog's table. */
  public static final String CATALOG_PREFIX = "catalog:";

  /** Before the URL of a database. */
  public static final String JDBC_PREFIX = "jdbc:";

  public SourceConfiguration {
    options = Map.copyOf(options);
    format = format == SourceFormat.AUTO ? byPrefix(path) : format;
    requireOnly(format, SourceFormat.JDBC, "table", table.isPresent());
    requireOnly(format, SourceFormat.JDBC, "query", query.isPresent());
    if (format == SourceFormat.JDBC && table.isPresent() == query.isPresent()) {
      throw complaint(
          "the database source "
              + (table.isPresent()
                  ? "has both a table and a query"
                  : "has neither table nor query"),
          "write one of 'table' and 'query'");
    }
    if (version.isPresent() && timestamp.isPresent()) {
      throw complaint(
          "the source has both a version and a timestamp",
          "write one of 'version' and 'timestamp'");
    }
  }

  /** The source at this path, everything else by default. */
  public static SourceConfiguration at(String path) {
    return ConfigurationReader.of(Map.of())
        .read(
            SourceConfiguration.class,
            ConfigurationReader.Settings.none(),
            List.of(new ConfigurationReader.Adjustment("path", path, path)));
  }

  /** The same source, its CSV files written like this. */
  public SourceConfiguration withCsv(CsvConfiguration layout) {
    return new SourceConfiguration(
        path, format, table, query, version, timestamp, schema, layout, jdbc, options);
  }

  private static SourceFormat byPrefix(String path) {
    if (path.startsWith(CATALOG_PREFIX)) {
      return SourceFormat.CATALOG;
    }
    return path.startsWith(JDBC_PREFIX) ? SourceFormat.JDBC : SourceFormat.AUTO;
  }

  private static void requireOnly(
      SourceFormat format, SourceFormat wanted, String key, boolean present) {
    if (present && format != wanted) {
      throw complaint(
          "the source's '" + key + "' is for databases, but its path is no 'jdbc:' URL",
          "write the database's URL as 'path', or remove '" + key + "'");
    }
  }

  private static UserException complaint(String problem, String cure) {
    return UserException.of(ErrorKind.CONFIGURATION, problem, cure);
  }
}
