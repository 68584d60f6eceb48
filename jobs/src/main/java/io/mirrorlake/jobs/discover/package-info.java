/** Proposes the configuration of a dataset from its tables, for a person to review. */
@NullMarked
package io.mirrorlake.jobs.discover;

import org.jspecify.annotations.NullMarked;
