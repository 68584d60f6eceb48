package io.mirrorlake.profiler.profile;

import java.time.Instant;

/**
 * Where a profile comes from.
 *
 * @param createdAt when it was made
 * @param mirrorlakeVersion the version that made it
 * @param sparkVersion the version of Spark it ran on
 * @param javaVersion the version of Java it ran on
 * @param configurationDigest SHA-256 of the job's effective configuration without secrets, in lower
 *     case hexadecimal
 */
public record Provenance(
    Instant createdAt,
    String mirrorlakeVersion,
    String sparkVersion,
    String javaVersion,
    String configurationDigest) {}
