/**
 * From a table's profile to rows: which columns, which rows, and the sampler that fills a block of
 * them. A row is a function of the profile, the seed, the table and the row index.
 */
@NullMarked
package io.mirrorlake.synthesizer.plan;

import org.jspecify.annotations.NullMarked;
