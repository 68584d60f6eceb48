package io.mirrorlake.evaluator.report;

import io.mirrorlake.evaluator.privacy.DuplicateCounts;
import io.mirrorlake.evaluator.privacy.NearestCounts;

/**
 * Copies and near copies.
 *
 * @param rowsPerTable how many rows of train and of the holdout were compared with
 * @param nearest on which side the synthetic rows' nearest real rows lie
 * @param nearestCeiling the same for real rows of neither side
 * @param nearestFloor the same for independent marginals
 * @param duplicates exact copies among the sampled rows, train and holdout equally large
 * @param allDuplicates exact copies among all rows, train and holdout as large as they are
 */
public record PrivacyReport(
    int rowsPerTable,
    NearestCounts nearest,
    NearestCounts nearestCeiling,
    NearestCounts nearestFloor,
    DuplicateCounts duplicates,
    DuplicateCounts allDuplicates) {}
