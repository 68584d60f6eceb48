package io.mirrorlake.jobs.configuration;

import io.mirrorlake.profiler.schema.ErrorKind;
import io.mirrorlake.profiler.schema.UserException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the profile job does with tables that belong together. */
public record DatasetConfiguration(
    @Setting(
            value =
                "What the tables' sources have in common, such as a database's URL and user; a table's own keys go on top.",
            option = "--source")
        Map<String, Object> source,
    @Setting("The tables by their names in the profile, with their keys.")
        Map<String, TableConfiguration> tables,
    @Setting(value = "The directory that the profile is written to.", option = "--output")
        String output,
    @Setting(
            value = "What happens to a profile that is already there: errorIfExists or overwrite.",
            fallback = "errorIfExists",
            option = "--mode")
        OutputMode mode,
    @Setting(
            value = "How the dependence between columns is modelled.",
            fallback = "auto",
            option = "--dependence")
        DependenceChoice dependence,
    @Setting("What the profile may disclose.") DisclosureConfiguration disclosure,
    @Setting(
            value = "How many rows of each table the dependence is learned from.",
            fallback = "262144",
            minimum = 1000)
        int sampleRows,
    @Setting("Settings of Spark, without the leading 'spark.'.") Map<String, String> spark)
    implements JobConfiguration {
  /** The key that tells a dataset from a single table. */
  public static final String TABLES = "tables";

  public DatasetConfiguration {
    JobConfiguration.requireNoAppend(mode, "a profile");
    // Spread over the tables before it comes here; what a database's password is must not be kept.
    source = Map.of();
    tables = Collections.unmodifiableMap(new LinkedHashMap<>(tables));
    spark = Map.copyOf(spark);
    if (tables.values().stream().allMatch(table -> table.role() == TableRoleChoice.SKIPPED)) {
      throw UserException.of(
          ErrorKind.CONFIGURATION,
          "the key 'tables' names no table to profile",
          "write a table such as 'orders: {source: orders.csv}' below it, or use 'source' for a single table");
    }
  }

  /** The tables that are not skipped, in the order written. */
  public Map<String, TableConfiguration> profiled() {
    Map<String, TableConfiguration> profiled = new LinkedHashMap<>(tables);
    profiled.values().removeIf(table -> table.role() == TableRoleChoice.SKIPPED);
    return profiled;
  }

  /** The names of the tables that are left out. */
  public List<String> skipped() {
    return tables.entrySet().stream()
        .filter(entry -> entry.getValue().role() == TableRoleChoice.SKIPPED)
        .map(Map.Entry::getKey)
        .toList();
  }
}
