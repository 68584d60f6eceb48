/**
 * Train on synthetic, test on real (TSTR; Esteban, Hyland and Raetsch 2017): is a model that
 * learned from the synthetic table as good on real rows as one that learned from the real table?
 * Learners are behind one interface, so that the comparison does not care whether they run here or
 * on a cluster.
 */
@NullMarked
package io.mirrorlake.evaluator.utility;

import org.jspecify.annotations.NullMarked;
