package io.mirrorlake.evaluator.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorlake.evaluator.sample.CategoryColumn;
import io.mirrorlake.evaluator.sample.Measure;
import io.mirrorlake.evaluator.sample.NumberColumn;
import io.mirrorlake.evaluator.sample.SampleTable;
import io.mirrorlake.evaluator.sequence.SequenceComparison.Ended;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Accounts with a rate of their own, a value that is an autoregression (0.8), and a label that is a
 * Markov chain which begins at "open" and stays in 0.8 of the steps.
 */
class SequenceComparisonTest {
  private static final int ACCOUNTS = 600;
  private static final List<String> LABELS = List.of("open", "pay", "close");

  /** What is wrong with the events. */
  private enum Fault {
    NONE,
    NO_ORDER,
    NO_RATE,
    SHORT
  }

  private static EventTable events(long seed, Fault fault) {
    SplittableRandom random = new SplittableRandom(seed);
    int most = ACCOUNTS * 20;
    double[] times = new double[most];
    double[] values = new double[most];
    int[] labels = new int[most];
    int[] owner = new int[most];
    int size = 0;
    for (int account = 0; account < ACCOUNTS; account++) {
      int length = 3 + random.nextInt(fault == Fault.SHORT ? 5 : 15);
      double mean = fault == Fault.NO_RATE ? 8 : random.nextBoolean() ? 1 : 15;
      double time = random.nextDouble() * 100;
      double level = random.nextDouble() * 10;
      double value = 0;
      int label = 0;
      for (int i = 0; i < length; i++) {
        boolean fresh = fault == Fault.NO_ORDER || random.nextInt(5) == 0;
        label = i == 0 && fault != Fault.NO_ORDER ? 0 : fresh ? random.nextInt(3) : label;
        value = (fault == Fault.NO_ORDER ? 0 : 0.8 * value) + random.nextDouble() - 0.5;
        time -= mean * Math.log(1 - random.nextDouble());
        times[size] = time;
        values[size] = level + value;
        labels[size] = label;
        owner[size++] = account;
      }
    }
    return EventTable.of(
        SampleTable.of(
            NumberColumn.of("time", Measure.TIMESTAMP, Arrays.copyOf(times, size)),
            NumberColumn.of("value", Measure.NUMBER, Arrays.copyOf(values, size)),
            CategoryColumn.of("label", LABELS, Arrays.copyOf(labels, size))),
        "time",
        Arrays.copyOf(owner, size));
  }

  private static SequenceComparison judged(EventTable synthetic) {
    return SequenceComparison.of(
            "accounts", events(1, Fault.NONE), events(2, Fault.NONE), synthetic, 1)
        .orElseThrow();
  }

  private static Ended score(SequenceComparison comparison, SequenceScore score) {
    return Objects.requireNonNull(comparison.scores().get(score), score.name());
  }

  /** Four standard errors of each of two independent tables: by chance once in 10,000. */
  @Test
  void freshSequencesScoreLikeTheCeiling() {
    SequenceComparison fresh = judged(events(3, Fault.NONE));
    for (SequenceScore kind : SequenceScore.values()) {
      Ended ended = score(fresh, kind);
      assertThat(ended.standardError()).as(kind.name()).isPositive();
      assertThat(ended.score())
          .as(kind.name())
          .isLessThan(ended.ceiling() + 4 * Math.sqrt(2) * ended.standardError());
      ended.floor().ifPresent(floor -> assertThat(floor).isGreaterThan(3 * ended.ceiling()));
    }
    assertThat(fresh.entities()).isEqualTo(ACCOUNTS);
  }

  @Test
  void eventsWithoutOrderScoreLikeTheFloorWhereOrderCounts() {
    SequenceComparison faulty = judged(events(3, Fault.NO_ORDER));
    for (SequenceScore kind :
        List.of(SequenceScore.AUTOCORRELATION, SequenceScore.TRANSITION, SequenceScore.PLACE)) {
      Ended ended = score(faulty, kind);
      assertThat(ended.score()).as(kind.name()).isGreaterThan(0.7 * ended.floor().orElseThrow());
    }
    Ended gap = score(faulty, SequenceScore.GAP);
    assertThat(gap.score()).isLessThan(gap.ceiling() + 4 * Math.sqrt(2) * gap.standardError());
    assertThat(faulty.steps().get(0).column()).isEqualTo("label");
    assertThat(faulty.lags().get(0).real().get(0))
        .isGreaterThan(faulty.lags().get(0).synthetic().get(0));
  }

  @Test
  void commonGapsAndShortSequencesAreNoticed() {
    Ended gap = score(judged(events(3, Fault.NO_RATE)), SequenceScore.GAP);
    assertThat(gap.score()).isGreaterThan(gap.ceiling() + 10 * gap.standardError());
    Ended length = score(judged(events(3, Fault.SHORT)), SequenceScore.LENGTH);
    assertThat(length.score()).isGreaterThan(0.3);
    assertThat(length.floor()).isEmpty();
  }

  @Test
  void halvesOfTheRealEntitiesStandForTrainAndHoldout() {
    SequenceComparison halves =
        SequenceComparison.ofHalves("a", events(1, Fault.NONE), events(3, Fault.NONE), 1)
            .orElseThrow();
    assertThat(halves.entities()).isEqualTo(ACCOUNTS / 2);
    assertThat(halves.scores()).hasSize(SequenceScore.values().length);
    assertThat(halves.gaps()).hasSize(7);
  }

  @Test
  void fewEntitiesAreNotCompared() {
    EventTable one =
        EventTable.of(SampleTable.of(NumberColumn.of("t", Measure.DATE, 1, 2)), "t", 0, 0);
    assertThat(SequenceComparison.of("one", one, one, one, 1)).isEmpty();
  }
}
