package io.mirrorlake.jobs.configuration;

/** An earlier report to compare with. */
@Shorthand("report")
public record BaselineConfiguration(
    @Setting("The report.json of the earlier evaluation, or its directory.") String report,
    @Setting(
            value =
                "Whether a score that is worse than the baseline's, beyond sampling error, ends the job with exit code 10.",
            fallback = "false")
        boolean failOnWorse) {}
