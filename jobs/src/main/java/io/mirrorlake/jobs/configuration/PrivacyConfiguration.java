package io.mirrorlake.jobs.configuration;

import java.util.Optional;

/** How copies and leaks are looked for. */
public record PrivacyConfiguration(
    @Setting(
            value =
                "More real rows that the profile never saw, which stand for what an attacker has;"
                    + " without them half of the holdout does.",
            option = "--reference")
        Optional<SourceConfiguration> reference,
    @Setting(
            value = "The most synthetic rows whose nearest real rows are sought.",
            fallback = "5000",
            minimum = 100)
        int probes) {}
