package io.mirrorlake.jobs.configuration;

import java.util.Optional;

/** What the profile may disclose. */
public record DisclosureConfiguration(
    @Setting(
            value = "k: nothing that fewer privacy units carry gets into the profile.",
            fallback = "10",
            minimum = 1,
            option = "--minimum-units")
        int minimumUnits,
    @Setting(
            value =
                "A text known to you only, that decides how figures are rounded: for profiles that must be repeatable. Without it, each has its own.",
            secret = true)
        Optional<String> secret) {}
