package io.mirrorlake.jobs.configuration;

import java.util.Optional;

/** Where the outcome of an evaluation goes. */
@Shorthand("path")
public record ReportConfiguration(
    @Setting("The directory of the report.") String path,
    @Setting(
            value = "What happens to a report that is already there: errorIfExists or overwrite.",
            fallback = "errorIfExists",
            option = "--mode")
        OutputMode mode,
    @Setting(
            value =
                "A Delta table to which each evaluation appends a row for each score, for trends; made if it is not there.",
            option = "--metrics-table")
        Optional<String> metricsTable,
    @Setting(
            value = "An earlier report; what got better or worse beyond sampling error is shown.",
            option = "--baseline")
        Optional<BaselineConfiguration> baseline) {
  public ReportConfiguration {
    JobConfiguration.requireNoAppend(mode, "a report");
  }
}
