/**
 * The evaluator's Spark side: checks that three datasets can be compared, counts over all their
 * rows, brings samples into memory, and runs models and the search for nearest records as Spark
 * jobs. It decides nothing.
 */
@NullMarked
package io.mirrorlake.evaluator.spark;

import org.jspecify.annotations.NullMarked;
