package io.mirrorlake.jobs.configuration;

/** Where the verdict on a score changes. */
public record BandConfiguration(
    @Setting(value = "Beyond it the verdict is WARN.", minimum = 0) double warn,
    @Setting(value = "Beyond it the verdict is FAIL.", minimum = 0) double fail) {}
