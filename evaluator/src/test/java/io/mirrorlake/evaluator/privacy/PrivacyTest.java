package io.mirrorlake.evaluator.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorlake.evaluator.sample.SampleTable;
import io.mirrorlake.evaluator.sample.Tables;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PrivacyTest {
  private static final SampleTable TRAIN = Tables.people(1000, 1);
  private static final SampleTable HOLDOUT = Tables.people(1000, 2);
  private static final SampleTable OTHERS = Tables.people(1000, 3);

  private static NearestCounts nearest(SampleTable probes) {
    GowerSpace space = GowerSpace.of(TRAIN.append(HOLDOUT));
    return NearestEngine.local()
        .count(space.place(probes), space.place(TRAIN), space.place(HOLDOUT));
  }

  @Test
  void distancesAreGowersOnRanks() {
    SampleTable real =
        SampleTable.of(
            Tables.categories("c", 2, 0, 0, 1, 1), Tables.numbers("x", 10, 20, 20, 1000));
    GowerSpace space = GowerSpace.of(real);
    // Mid-ranks: 10 is 1/8, 20 is 4/8, 1000 is 7/8.
    Points points = space.place(real);
    SampleTable probe =
        SampleTable.of(
            Tables.categories("c", 2, 1, 0, -1), Tables.numbers("x", 10, Double.NaN, 20));
    Points probes = space.place(probe);
    // (b, 10): nearest is (b, 20), half a rank below a category apart; (a, missing): 1 from (a,
    // any); (missing, 20): 1.
    assertThat(probes.nearest(0, points)).isEqualTo(0.375f);
    assertThat(probes.nearest(1, points)).isEqualTo(1f);
    assertThat(probes.nearest(2, points)).isEqualTo(1f);
    SampleTable bothMissing =
        SampleTable.of(Tables.categories("c", 2, -1), Tables.numbers("x", Double.NaN));
    assertThat(space.place(bothMissing).nearest(0, space.place(bothMissing))).isZero();
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
    GowerSpace space = GowerSpace.of(same);
    NearestCounts counts =
        NearestCounts.of(space.place(same), 0, 2, space.place(same), space.place(same));
    assertThat(counts).isEqualTo(new NearestCounts(0, 2, 0));
  }

  @Test
  void countsOfPartsAddUp() {
    GowerSpace space = GowerSpace.of(TRAIN.append(HOLDOUT));
    Points probes = space.place(OTHERS);
    Points train = space.place(TRAIN);
    Points holdout = space.place(HOLDOUT);
    NearestCounts parts =
        NearestCounts.of(probes, 600, 1000, train, holdout)
            .plus(NearestCounts.of(probes, 0, 600, train, holdout));
    assertThat(parts).isEqualTo(nearest(OTHERS));
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
