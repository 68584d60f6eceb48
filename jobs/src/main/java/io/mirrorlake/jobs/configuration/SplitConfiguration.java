package io.mirrorlake.jobs.configuration;

import java.util.Map;
import java.util.Optional;

/** What the split job does. */
public record SplitConfiguration(
    @Setting(value = "The real table.", option = "--source") SourceConfiguration source,
    @Setting(
            value =
                "The column whose values are the units to protect, such as a customer's number: all"
                    + " rows of a unit go to the same part; a row each if none is given.",
            option = "--privacy-unit")
        Optional<String> privacyUnit,
    @Setting("Which share of the units each part gets; what is left over is left out.")
        ShareConfiguration shares,
    @Setting(
            value =
                "Where the parts are written to: train, holdout and reference, each a directory"
                    + " below it.",
            option = "--output")
        SinkConfiguration output,
    @Setting(
            value = "The seed: the same seed deals the same units to the same parts.",
            fallback = "1",
            option = "--seed")
        long seed,
    @Setting("Settings of Spark, without the leading 'spark.'.") Map<String, String> spark)
    implements JobConfiguration {
  public SplitConfiguration {
    JobConfiguration.requireNoAppend(output.mode(), "a split");
    spark = Map.copyOf(spark);
  }
}
