package io.mirrorlake.evaluator.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorlake.evaluator.nearest.GowerSpace;
import io.mirrorlake.evaluator.nearest.Points;
import io.mirrorlake.evaluator.nearest.Records;
import io.mirrorlake.evaluator.sample.SampleTable;
import io.mirrorlake.evaluator.sample.Tables;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PrivacyTest {
  private static final SampleTable TRAIN = Tables.people(1000, 1);
  private static final SampleTable HOLDOUT = Tables.people(1000, 2);
  private static final SampleTable OTHERS = Tables.people(1000, 3);

  private static NearestCounts nearest(SampleTable probes) {
    return counts(probes, TRAIN, HOLDOUT);
  }

  private static NearestCounts counts(SampleTable probes, SampleTable train, SampleTable holdout) {
    GowerSpace space = GowerSpace.of(train.append(holdout));
    Points points = space.place(probes);
    return NearestCounts.of(
        Records.of(train).nearest(space, points), Records.of(holdout).nearest(space, points));
  }

  /** The share has a standard error of 0.016; 4 of them are exceeded once in 16,000 seeds. */
  @Test
  void strangersAreAsNearToTrainAsToTheHoldout() {
    NearestCounts counts = nearest(OTHERS);
    assertThat(counts.probes()).isEqualTo(1000);
    assertThat(counts.share()).isEqualTo(0.5, within(0.064));
  }

  @Test
  void copiesAreNearerToTrain() {
    assertThat(nearest(TRAIN).share()).isGreaterThan(0.99);
    assertThat(nearest(HOLDOUT).share()).isLessThan(0.01);
    int[] fifth = IntStream.range(0, 1000).map(i -> i < 200 ? i : 1000 + i).toArray();
    NearestCounts some = nearest(TRAIN.append(OTHERS).take(fifth));
    assertThat(some.interval().low()).isGreaterThan(0.5);
  }

  @Test
  void tiesCountHalf() {
    assertThat(new NearestCounts(3, 4, 1).share()).isEqualTo(5.0 / 8);
    SampleTable same = SampleTable.of(Tables.categories("c", 2, 0, 1));
    assertThat(counts(same, same, same)).isEqualTo(new NearestCounts(0, 2, 0));
  }

  @Test
  void duplicatesAreCountedAgainstBothSides() {
    SampleTable train =
        SampleTable.of(Tables.numbers("x", 1, 2, Double.NaN), Tables.categories("c", 2, 0, 1, -1));
    SampleTable holdout =
        SampleTable.of(Tables.numbers("x", 1, 5, 6), Tables.categories("c", 2, 0, 1, 1));
    SampleTable made =
        SampleTable.of(
            Tables.numbers("x", 1, 2, Double.NaN, 7, 2), Tables.categories("c", 2, 0, 1, -1, 0, 1));
    DuplicateCounts counts = DuplicateCounts.of(made, train, holdout);
    assertThat(counts).isEqualTo(new DuplicateCounts(5, 4, 1, 1));
    assertThat(counts.excess()).isEqualTo(0.6, within(1e-12));
    // Three of five rows copy train only: sqrt((0.6 - 0.36) / 5).
    assertThat(counts.standardError()).isEqualTo(Math.sqrt(0.048), within(1e-12));
  }
}
