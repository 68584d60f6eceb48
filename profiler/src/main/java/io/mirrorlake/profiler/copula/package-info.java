/**
 * Copulas as data: the dependence between a table's columns, apart from their marginals. What is
 * fitted is stored here; how it is fitted and how it is sampled live elsewhere.
 */
@NullMarked
package io.mirrorlake.profiler.copula;

import org.jspecify.annotations.NullMarked;
