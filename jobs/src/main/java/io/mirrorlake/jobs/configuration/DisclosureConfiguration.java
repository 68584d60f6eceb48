package io.mirrorlake.jobs.configuration;

import java.util.Optional;

/** What the profile may disclose. */
public record DisclosureConfiguration(
    @Setting(
            value = "No value that fewer privacy units carry gets into the profile.",
            fallback = "10",
            minimum = 1,
            option = "--k")
        int k,
    @Setting(
            value =
                "A text known to you only, that shifts the threshold a little, so that two profiles cannot be subtracted.",
            secret = true)
        Optional<String> secret) {}
