/**
 * What the counts of two tables say of each other: columns, pairs and answers, over all rows. The
 * first table is the reference, train.
 */
@NullMarked
package io.mirrorlake.evaluator.comparison;

import org.jspecify.annotations.NullMarked;
