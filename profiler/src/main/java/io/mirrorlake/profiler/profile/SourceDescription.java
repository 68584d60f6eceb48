package io.mirrorlake.profiler.profile;

import java.util.Optional;

/**
 * The source of one table.
 *
 * @param format the format it was read as, such as {@code parquet} or {@code jdbc}
 * @param location its path, name or URL, without credentials
 * @param version the version that was read, for sources that have versions
 */
public record SourceDescription(String format, String location, Optional<String> version) {}
