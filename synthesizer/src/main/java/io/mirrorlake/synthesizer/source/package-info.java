/**
 * The Spark data source {@code mirrorlake}: tables whose rows are sampled when they are read. It
 * only adapts; what a row is, is decided in {@link io.mirrorlake.synthesizer.plan}.
 */
@NullMarked
package io.mirrorlake.synthesizer.source;

import org.jspecify.annotations.NullMarked;
