/**
 * The profiler: reads real tables and learns a profile of them.
 *
 * <p>The packages below this one hold the profile document and the mathematics that fits it; none
 * of them knows Spark, except those named {@code spark}, which adapt.
 */
@NullMarked
package io.mirrorlake.profiler;

import org.jspecify.annotations.NullMarked;
