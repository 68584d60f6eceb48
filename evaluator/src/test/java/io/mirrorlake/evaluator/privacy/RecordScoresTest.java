package io.mirrorlake.evaluator.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorlake.evaluator.nearest.GowerSpace;
import io.mirrorlake.evaluator.nearest.Neighbours;
import io.mirrorlake.evaluator.nearest.Records;
import io.mirrorlake.evaluator.sample.SampleTable;
import io.mirrorlake.evaluator.sample.Tables;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/**
 * Scores of distances to real records, by hand. The numbers of train and holdout are 1 to 8, so
 * that two that follow each other are 1/8 apart by rank, and other labels are 1 apart. scikit-learn
 * finds the same neighbours (NearestNeighbors, manhattan, on mid-ranks and halved dummies), and
 * numpy the same quantiles and shares.
 */
final class RecordScoresTest {
  private static final Offset<Double> EXACT = within(1e-9);

  private static final SampleTable TRAIN = table(new double[] {1, 3, 5, 7}, 0, 0, 1, 1);
  private static final SampleTable HOLDOUT = table(new double[] {2, 4, 6, 8}, 0, 1, 0, 1);
  private static final SampleTable MADE =
      table(new double[] {1, 4, 6, 8, 2, 4.5}, 0, 0, 1, 1, 1, 1);

  private static final Neighbours IN_TRAIN = neighbours(MADE, TRAIN);
  private static final Neighbours IN_HOLDOUT = neighbours(MADE, HOLDOUT);

  private static SampleTable table(double[] numbers, int... labels) {
    return SampleTable.of(Tables.numbers("x", numbers), Tables.categories("c", 2, labels));
  }

  private static Neighbours neighbours(SampleTable rows, SampleTable records) {
    GowerSpace space = GowerSpace.of(TRAIN.append(HOLDOUT));
    return Records.of(records).nearest(space, space.place(rows));
  }

  @Test
  void threeOfSixAreNearerToTrainAndOneIsBetween() {
    // Sixteenths from train 0, 2, 2, 2, 6, 1, and from the holdout 2, 4, 4, 0, 4, 1.
    NearestCounts counts = NearestCounts.of(IN_TRAIN, IN_HOLDOUT);
    assertThat(counts).isEqualTo(new NearestCounts(3, 1, 2));
    assertThat(counts.share()).isEqualTo(3.5 / 6, EXACT);
    assertThat(counts.strictShare()).isEqualTo(0.5, EXACT);
    // Five probes that are no tie have five records as their nearest.
    assertThat(NearestCounts.standardError(IN_TRAIN, IN_HOLDOUT))
        .isEqualTo(Math.sqrt(5) / 12, EXACT);
  }

  @Test
  void distancesAndTheirRatiosHaveQuantilesBetweenTwoOfThem() {
    RecordDistances distances = RecordDistances.of(IN_TRAIN);
    assertThat(distances.closestFifth()).isEqualTo(0.25 / 16, EXACT);
    assertThat(distances.closestMedian()).isEqualTo(0.125, EXACT);
    // Ratios 0, 1/3, 1, 1/3, 3/5 and 1/5.
    assertThat(distances.ratioFifth()).isEqualTo(0.05, EXACT);
    assertThat(distances.ratioMedian()).isEqualTo(1 / 3.0, EXACT);
  }

  @Test
  void nearCopiesAreAsNearAsTheNearestUnseenRow() {
    NearCopies copies = NearCopies.of(IN_TRAIN, IN_HOLDOUT, neighbours(HOLDOUT, TRAIN));
    assertThat(copies.threshold()).isEqualTo(0.125, EXACT);
    assertThat(copies.counts()).isEqualTo(new DuplicateCounts(6, 5, 3, 3));
    assertThat(copies.counts().excess()).isEqualTo(1 / 3.0, EXACT);
  }

  @Test
  void familiarScoresHaveTheirFaults() {
    NearestCounts counts = NearestCounts.of(IN_TRAIN, IN_HOLDOUT);
    RecordDistances random = new RecordDistances(0, 0.25, 0, 0);
    FamiliarScores scores = FamiliarScores.of(RecordDistances.of(IN_TRAIN), random, counts);
    assertThat(scores.baselineProtection()).isEqualTo(0.5, EXACT);
    // Half are nearer to train, and the tie is taken for harmless: 2 (1 - 1/2).
    assertThat(scores.overfittingProtection()).isEqualTo(1, EXACT);
    assertThat(
            FamiliarScores.of(random, random, new NearestCounts(3, 0, 1)).overfittingProtection())
        .isEqualTo(0.5, EXACT);
  }
}
