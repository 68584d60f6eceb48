/** Deals the rows of a table to train, holdout and reference before a profile is made. */
@NullMarked
package io.mirrorlake.jobs.split;

import org.jspecify.annotations.NullMarked;
