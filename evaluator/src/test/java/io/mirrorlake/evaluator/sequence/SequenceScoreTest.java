package io.mirrorlake.evaluator.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.mirrorlake.evaluator.sample.CategoryColumn;
import io.mirrorlake.evaluator.sample.Measure;
import io.mirrorlake.evaluator.sample.NumberColumn;
import io.mirrorlake.evaluator.sample.SampleTable;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Values by hand, and the same by numpy 1.24, pandas and scipy 1.10 ({@code ks_2samp}, {@code
 * crosstab}) from the definitions, on two entities with four and three events.
 */
class SequenceScoreTest {
  private static final double EXACT = 1e-12;

  /** In time: 5 b, 6 a, 7 a, 9 b of the first entity, and 1 a, 4 b, 2 a of the second. */
  private static final EventTable REAL =
      events(
          new double[] {3, 1, 2, 4, 10, 12, 11},
          new double[] {7, 5, 6, 9, 1, 2, 4},
          new int[] {0, 1, 0, 1, 0, 0, 1},
          0,
          0,
          0,
          0,
          1,
          1,
          1);

  private static final EventTable SYNTHETIC =
      events(
          new double[] {1, 2, 5, 6, 1, 2, 3},
          new double[] {5, 9, 1, 7, 6, 2, 4},
          new int[] {0, 1, 0, 1, 0, 1, 0},
          0,
          0,
          0,
          0,
          1,
          1,
          1);

  private static EventTable events(double[] times, double[] values, int[] labels, int... entityOf) {
    return EventTable.of(
        SampleTable.of(
            NumberColumn.of("t", Measure.DATE, times),
            NumberColumn.of("x", Measure.NUMBER, values),
            CategoryColumn.of("kind", List.of("a", "b"), labels)),
        "t",
        entityOf);
  }

  private static final Events ONE = Events.of(REAL, REAL);
  private static final Events OTHER = Events.of(SYNTHETIC, REAL);

  @Test
  void eventsAreInTheOrderOfTheirTimes() {
    assertThat(ONE.sequences().event(0, 0)).isEqualTo(1);
    assertThat(ONE.sequences().event(0, 3)).isEqualTo(3);
    assertThat(ONE.sequences().event(1, 1)).isEqualTo(6);
    assertThat(ONE.sequences().lengths()).containsExactly(3, 4);
    assertThat(OTHER.sequences().gaps()).containsExactly(1, 1, 1, 1, 3);
  }

  @Test
  void autocorrelationsAreThoseOfRanksAboutTheEntitysMean() {
    assertThat(SequenceScore.autocorrelation(ONE, 0, 1)).isCloseTo(0.05, within(EXACT));
    assertThat(SequenceScore.autocorrelation(ONE, 0, 2)).isCloseTo(-0.6, within(EXACT));
    // No entity has the five events that a lag of 3 needs.
    assertThat(SequenceScore.autocorrelation(ONE, 0, 3)).isNaN();
    assertThat(SequenceScore.autocorrelation(OTHER, 0, 1))
        .isCloseTo(-0.928787878787879, within(EXACT));
    assertThat(SequenceScore.AUTOCORRELATION.of(ONE, OTHER))
        .isCloseTo(1.0512987012987012, within(EXACT));
  }

  /** Real: a to a, b 1 : 2, b to a 2. Synthetic: a to b 3, b to a 2. So 3/5 * 1/3. */
  @Test
  void transitionsAreComparedByWhatComesNext() {
    assertThat(SequenceScore.TRANSITION.of(ONE, OTHER)).isCloseTo(0.2, within(EXACT));
    TransitionMatrix matrix = SequenceScore.transitions(ONE, 1);
    assertThat(matrix.probability(0, 1)).isCloseTo(2.0 / 3, within(EXACT));
    assertThat(matrix.weight(0)).isCloseTo(0.6, within(EXACT));
  }

  @Test
  void gapsAndLengthsAreComparedByKolmogorovAndSmirnov() {
    assertThat(SequenceScore.GAP.of(ONE, OTHER)).isCloseTo(0.2, within(EXACT));
    assertThat(SequenceScore.LENGTH.of(ONE, OTHER)).isZero();
    assertThat(SequenceScore.LENGTH.of(ONE, OTHER.take(new int[] {0, 0})))
        .isCloseTo(0.5, within(EXACT));
  }

  /** Of the labels 1/2, 1/3 and 0; of the numbers 1/2, 1 and 1. */
  @Test
  void firstMiddleAndLastEventsAreComparedByTheirValues() {
    assertThat(SequenceScore.PLACE.of(ONE, OTHER)).isCloseTo(5.0 / 9, within(EXACT));
  }

  @Test
  void nothingDiffersFromItself() {
    for (SequenceScore score : SequenceScore.values()) {
      assertThat(score.of(ONE, ONE)).as(score.name()).isZero();
    }
  }

  @Test
  void missingValuesAreSteppedOverAndMissingTimesAreInNoSequence() {
    EventTable gappy =
        events(
            new double[] {1, Double.NaN, 3, 4, 5},
            new double[] {1, 9, Double.NaN, 2, 3},
            new int[] {0, 0, CategoryColumn.MISSING, 1, 0},
            0,
            0,
            0,
            0,
            0);
    Events events = Events.of(gappy, gappy);
    assertThat(events.sequences().events()).isEqualTo(4);
    // 1, 2 and 3 in a row: f = -u, 0, u gives 0 / (2 u^2 / 3).
    assertThat(SequenceScore.autocorrelation(events, 0, 1)).isZero();
    assertThat(SequenceScore.transitions(events, 1).probability(0, 2)).isEqualTo(1);
  }

  @Test
  void whatTheSyntheticEventsLackIsAsWrongAsCanBe() {
    Events single = Events.of(events(new double[] {1}, new double[] {1}, new int[] {0}, 0), REAL);
    assertThat(SequenceScore.GAP.of(ONE, single)).isEqualTo(1);
    assertThat(SequenceScore.AUTOCORRELATION.of(ONE, single)).isEqualTo(1);
    assertThat(SequenceScore.TRANSITION.of(ONE, single)).isCloseTo(1, within(EXACT));
    assertThat(SequenceScore.GAP.of(single, ONE)).isNaN();
  }

  @Test
  void aTimeMustBeANumberAndEachEventHasAnEntity() {
    SampleTable table = SampleTable.of(CategoryColumn.of("t", List.of("a"), 0));
    assertThatThrownBy(() -> EventTable.of(table, "t", 0))
        .hasMessage("1 entities of 1 events with time t");
    assertThatThrownBy(() -> EventSequences.of(new double[] {1, 2}, 0))
        .hasMessage("2 times of 1 events");
  }
}
