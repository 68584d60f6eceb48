/**
 * Tables together: do keys hold, have parents as many children as real ones, and do children follow
 * their parents and each other? Everything here is counts and samples; who collects them is no
 * matter.
 */
@NullMarked
package io.mirrorlake.evaluator.relations;

import org.jspecify.annotations.NullMarked;
