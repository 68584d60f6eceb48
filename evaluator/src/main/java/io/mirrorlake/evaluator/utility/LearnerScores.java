package io.mirrorlake.evaluator.utility;

/**
 * One learner, trained on three tables and tested on the same real rows.
 *
 * @param learner the learner's name
 * @param synthetic trained on the synthetic table
 * @param real trained on the real table: the ceiling
 * @param independent trained on independent marginals: the floor
 */
public record LearnerScores(
    String learner, ModelScore synthetic, ModelScore real, ModelScore independent) {}
