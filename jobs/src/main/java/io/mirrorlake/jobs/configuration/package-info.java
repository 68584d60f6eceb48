/**
 * What a job is told to do: layers of settings (file, {@code --set}, options) merged into one tree,
 * bound to one validated record per job. Every value remembers where it was written, so that every
 * complaint can say so.
 */
@NullMarked
package io.mirrorlake.jobs.configuration;

import org.jspecify.annotations.NullMarked;
