package io.mirrorlake.jobs.configuration;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the profile job does. */
public record ProfileConfiguration(
    @Setting(value = "The real table.", option = "--source") SourceConfiguration source,
    @Setting(value = "The directory that the profile is written to.", option = "--output")
        String output,
    @Setting(
            value = "What happens to a profile that is already there: errorIfExists or overwrite.",
            fallback = "errorIfExists",
            option = "--mode")
        OutputMode mode,
    @Setting(
            value = "The table's name in the profile; the source's name if none is given.",
            option = "--table")
        Optional<String> table,
    @Setting(
            value = "How the dependence between columns is modelled.",
            fallback = "auto",
            option = "--dependence")
        DependenceChoice dependence,
    @Setting("What holds in every row.") ConstraintConfiguration constraints,
    @Setting("What the profile may disclose.") DisclosureConfiguration disclosure,
    @Setting(
            value =
                "The column whose values are the units to protect, such as a customer's number; a row each if none is given.",
            option = "--privacy-unit")
        Optional<String> privacyUnit,
    @Setting(
            value = "The columns of the primary key; a database is asked for them.",
            option = "--primary-key")
        List<String> primaryKey,
    @Setting(value = "Columns to leave out.", option = "--exclude") List<String> exclude,
    @Setting(
            value = "How many rows the dependence is learned from.",
            fallback = "262144",
            minimum = 1000)
        int sampleRows,
    @Setting("What string columns hold.") TextConfiguration text,
    @Setting("Settings of Spark, without the leading 'spark.'.") Map<String, String> spark)
    implements JobConfiguration {
  public ProfileConfiguration {
    JobConfiguration.requireNoAppend(mode, "a profile");
    primaryKey = List.copyOf(primaryKey);
    exclude = List.copyOf(exclude);
    spark = Map.copyOf(spark);
  }
}
