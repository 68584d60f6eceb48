/**
 * What the synthetic table lacks, or has in excess: rare labels, tails, combinations. Each finding
 * is named and sized, and counts only where it is beyond sampling error.
 */
@NullMarked
package io.mirrorlake.evaluator.missing;

import org.jspecify.annotations.NullMarked;
