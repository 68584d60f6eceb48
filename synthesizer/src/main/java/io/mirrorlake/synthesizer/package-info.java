/**
 * The synthesizer: computes rows of new tables from a profile.
 *
 * <p>A row is a pure function of the profile, the seed, the table and the row index; nothing else
 * ever reaches it.
 */
@NullMarked
package io.mirrorlake.synthesizer;

import org.jspecify.annotations.NullMarked;
