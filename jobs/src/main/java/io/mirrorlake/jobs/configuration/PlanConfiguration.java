package io.mirrorlake.jobs.configuration;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is to be foretold of a synthesis. */
public record PlanConfiguration(
    @Setting(value = "The profile: its directory, or the file in it.", option = "--profile")
        String profile,
    @Setting(value = "How many times the rows of the source every table gets.", option = "--scale")
        Optional<Double> scale,
    @Setting(
            value = "How many rows tables get, such as orders=1000000; others follow them.",
            minimum = 0,
            option = "--rows")
        Map<String, Long> rows,
    @Setting(value = "The tables to write; all if none is given.", option = "--tables")
        List<String> tables,
    @Setting(
            value = "The seed, which decides sizes that are drawn.",
            fallback = "0",
            option = "--seed")
        long seed,
    @Setting("Settings of Spark, without the leading 'spark.'.") Map<String, String> spark)
    implements JobConfiguration {
  public PlanConfiguration {
    rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
    tables = List.copyOf(tables);
    spark = Map.copyOf(spark);
  }
}
