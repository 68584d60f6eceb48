package io.mirrorlake.evaluator.utility;

/**
 * How one model did on the real test rows.
 *
 * @param score area under the curve, macro area, or R2
 * @param standardError the score's standard error, from the test rows alone
 * @param second the other customary score: F1 of a classification, RMSE of a regression
 */
public record ModelScore(double score, double standardError, double second) {}
