/**
 * How fast rows are made: from the sampling kernel alone to a written table, against the time that
 * copying the same rows takes on the same machine in the same run.
 */
@NullMarked
package io.mirrorlake.jobs.bench;

import org.jspecify.annotations.NullMarked;
