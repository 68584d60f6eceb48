/**
 * Fitting: from sketches to marginals and keys, and from a sample of codes to a copula. No Spark in
 * here.
 */
@NullMarked
package io.mirrorlake.profiler.fit;

import org.jspecify.annotations.NullMarked;
