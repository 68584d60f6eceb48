package io.mirrorlake.jobs.configuration;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the audit job does. */
public record AuditConfiguration(
    @Setting(
            value =
                "The configuration that the tables were profiled with: it says where the real ones are, and their keys.",
            option = "--dataset")
        String dataset,
    @Setting(
            value = "The directory of the synthetic tables, one below it for each.",
            option = "--synthetic")
        String synthetic,
    @Setting(value = "The tables to judge; all if none is given.", option = "--tables")
        List<String> tables,
    @Setting(value = "Columns to leave out, as table.column.", option = "--exclude")
        List<String> exclude,
    @Setting(
            value =
                "A directory with the tables of another generator, scored in the same way and shown beside.",
            option = "--compare")
        Optional<String> compare,
    @Setting(value = "Where the report is written to.", option = "--output")
        ReportConfiguration output,
    @Setting(value = "The seed of the judge's samples.", fallback = "1", option = "--seed")
        long seed,
    @Setting(
            value = "The most rows of each table that the judge brings into memory.",
            fallback = "50000",
            minimum = 1000)
        int sampleRows,
    @Setting(
            "Where verdicts change: by the key of a score, two limits 'warn' and 'fail'; evaluation.md lists keys and defaults.")
        Map<String, BandConfiguration> thresholds,
    @Setting("Settings of Spark, without the leading 'spark.'.") Map<String, String> spark)
    implements JobConfiguration {
  public AuditConfiguration {
    tables = List.copyOf(tables);
    exclude = List.copyOf(exclude);
    thresholds = Map.copyOf(thresholds);
    spark = Map.copyOf(spark);
  }
}
