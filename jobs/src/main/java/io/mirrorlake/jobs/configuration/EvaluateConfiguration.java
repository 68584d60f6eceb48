package io.mirrorlake.jobs.configuration;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the evaluate job does. */
public record EvaluateConfiguration(
    @Setting(value = "The real rows that the profile was made from.", option = "--train")
        SourceConfiguration train,
    @Setting(
            value =
                "Real rows that the profile never saw; without them train is split in halves, and privacy is not judged.",
            option = "--holdout")
        Optional<SourceConfiguration> holdout,
    @Setting(value = "The synthetic rows.", option = "--synthetic") SourceConfiguration synthetic,
    @Setting(
            value = "Rows of another generator, scored in the same way and shown beside.",
            option = "--compare")
        Optional<SourceConfiguration> compare,
    @Setting(
            value =
                "The column that a model learns to predict; utility is not measured without one.",
            option = "--target")
        Optional<TargetConfiguration> target,
    @Setting(
            "Which rows follow each other; autocorrelations, gaps and transitions are compared then.")
        Optional<SequenceConfiguration> sequences,
    @Setting(value = "Columns to leave out, such as keys.", option = "--exclude")
        List<String> exclude,
    @Setting(value = "Where the report is written to.", option = "--output")
        ReportConfiguration output,
    @Setting(value = "The seed of the judge's samples.", fallback = "1", option = "--seed")
        long seed,
    @Setting(
            value = "The most rows of each table that the judge brings into memory.",
            fallback = "100000",
            minimum = 1000)
        int sampleRows,
    @Setting("How copies and leaks are looked for.") PrivacyConfiguration privacy,
    @Setting(
            "Where verdicts change: by the key of a score, two limits 'warn' and 'fail'; evaluation.md lists keys and defaults.")
        Map<String, BandConfiguration> thresholds,
    @Setting("Settings of Spark, without the leading 'spark.'.") Map<String, String> spark)
    implements JobConfiguration {
  public EvaluateConfiguration {
    exclude = List.copyOf(exclude);
    thresholds = Map.copyOf(thresholds);
    spark = Map.copyOf(spark);
  }
}
