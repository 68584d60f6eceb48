/**
 * The jobs: the only place where profiler, synthesizer and evaluator meet.
 *
 * <p>Configuration, wiring and exit codes live here; statistics do not.
 */
@NullMarked
package io.mirrorlake.jobs;

import org.jspecify.annotations.NullMarked;
