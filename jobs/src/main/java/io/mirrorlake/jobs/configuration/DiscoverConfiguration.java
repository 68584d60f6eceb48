package io.mirrorlake.jobs.configuration;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the discover job does. */
public record DiscoverConfiguration(
    @Setting(
            value = "Where the tables are: a directory, or 'jdbc:...' for a database.",
            option = "--source")
        DatasetSourceConfiguration source,
    @Setting(value = "The file that the proposed configuration is written to.", option = "--output")
        String output,
    @Setting(
            value = "What happens to a file that is already there: errorIfExists or overwrite.",
            fallback = "errorIfExists",
            option = "--mode")
        OutputMode mode,
    @Setting(
            value = "The directory of the profile that the proposed configuration names.",
            fallback = "out/profile")
        String profile,
    @Setting(
            value = "The tables to look at, with * for any letters; all if none is given.",
            option = "--tables")
        List<String> tables,
    @Setting(
            value = "Tables to leave out, with * for any letters, such as agg_*.",
            option = "--exclude")
        List<String> exclude,
    @Setting(
            value =
                "Tables whose every row may be told, with * for any letters: proposed as reference, kept as they are.",
            option = "--reference")
        List<String> reference,
    @Setting(
            value =
                "The least share of a column's rows whose values the referenced column has, for a foreign key.",
            fallback = "0.8",
            minimum = 0,
            maximum = 1)
        double minimumCoverage,
    @Setting(
            value = "The most columns of a primary key that is looked for.",
            fallback = "5",
            minimum = 1,
            maximum = 6)
        int keyColumns,
    @Setting(
            value = "The most rows of a table that is proposed as reference.",
            fallback = "5000",
            minimum = 0)
        int referenceRows,
    @Setting("Settings of Spark, without the leading 'spark.'.") Map<String, String> spark)
    implements JobConfiguration {
  public DiscoverConfiguration {
    JobConfiguration.requireNoAppend(mode, "a configuration");
    tables = List.copyOf(tables);
    exclude = List.copyOf(exclude);
    reference = List.copyOf(reference);
    spark = Map.copyOf(spark);
  }

  /** Where tables are that belong together. */
  @Shorthand("path")
  public record DatasetSourceConfiguration(
      @Setting(
              "A directory whose files and directories are the tables, or a database's 'jdbc:' URL.")
          String path,
      @Setting("The database's schema; all but the system's own if not given.")
          Optional<String> schema,
      @Setting("How CSV files are written.") CsvConfiguration csv,
      @Setting("How a database is reached.") JdbcConfiguration jdbc,
      @Setting("Further options of Spark's reader, or of the database's driver.")
          Map<String, String> options) {
    public DatasetSourceConfiguration {
      options = Map.copyOf(options);
    }

    /** Whether it is a database. */
    public boolean isDatabase() {
      return path.startsWith(SourceConfiguration.JDBC_PREFIX);
    }
  }
}
