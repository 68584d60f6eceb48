package io.mirrorlake.profiler.marginal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NumericMarginalTest {
  private static final NumericMarginal MARGINAL =
      new NumericMarginal(
          0.2,
          Grid.CONTINUOUS,
          List.of(
              Segment.atom(Double.NEGATIVE_INFINITY, 0.1),
              new Segment(1, 5, 0.2),
              Segment.atom(5, 0.1),
              new Segment(5, 9, 0.2),
              new Segment(9, 12, 0.1),
              Segment.atom(20, 0.2),
              Segment.atom(Double.NaN, 0.1)));

  @ParameterizedTest
  @CsvSource({
    "-Infinity, 0",
    "0, 1",
    "1, 1",
    "4.9, 1",
    "5, 2",
    "5.1, 3",
    "9, 3",
    "9.1, 4",
    "12, 4",
    "13, 5",
    "20, 5",
    "NaN, 6"
  })
  void findsTheSegmentOfAValue(double value, int segment) {
    assertThat(MARGINAL.segmentOf(value)).isEqualTo(segment);
  }

  @Test
  void valuesBeyondTheEndsGoToTheEndSegments() {
    NumericMarginal marginal =
        new NumericMarginal(
            0, Grid.INTEGERS, List.of(new Segment(0, 1, 0.5), new Segment(3, 4, 0.5)));
    assertThat(marginal.segmentOf(-7)).isZero();
    assertThat(marginal.segmentOf(7)).isEqualTo(1);
  }

  @Test
  void edgesRunFromZeroToTheNulls() {
    assertThat(MARGINAL.edges())
        .containsExactly(new double[] {0, 0.08, 0.24, 0.32, 0.48, 0.56, 0.72, 0.8}, within(1e-12))
        .startsWith(0.0)
        .endsWith(0.8);
  }

  @Test
  void edgesNeverFallAndEndExactlyWhateverTheRounding() {
    // Each weight as it is after rounding to six digits: the sum is 0.999999.
    List<Segment> segments = Collections.nCopies(3, Segment.atom(1, 0.333333));
    double[] edges = new NumericMarginal(0.3, Grid.INTEGERS, segments).edges();
    assertThat(edges).isSorted().hasSize(4).endsWith(1 - 0.3);
  }

  @Test
  void aColumnOfNullsHasNoSegment() {
    NumericMarginal nulls = new NumericMarginal(1, Grid.INTEGERS, List.of());
    assertThat(nulls.segmentCount()).isZero();
    assertThat(nulls.edges()).containsExactly(0.0);
  }

  @Test
  void refusesWhatIsNoDistribution() {
    refuses(0, List.of(), "no segment, and null probability 0.0 is not 1");
    refuses(Double.NaN, List.of(Segment.atom(1, 1)), "null probability must lie in [0, 1]: NaN");
    refuses(0, List.of(Segment.atom(1, 0.5)), "segment probabilities sum to 0.5, not to 1");
    refuses(
        0,
        List.of(new Segment(1, 3, 0.5), new Segment(2, 4, 0.5)),
        "segments overlap: Segment[low=1.0, high=3.0, weight=0.5, spread=Even[]] and Segment[low=2.0, high=4.0, weight=0.5, spread=Even[]]");
  }

  @Test
  void refusesWhatIsNoSegment() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Segment(2, 1, 1))
        .withMessage("a segment from 2.0 to 1.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Segment(1, Double.NaN, 1))
        .withMessage("an interval needs finite ends: 1.0 to NaN");
    for (double weight : new double[] {0, -0.1, 1.1, Double.NaN}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Segment.atom(1, weight))
          .withMessage("a segment's probability must lie in (0, 1]: " + weight);
    }
  }

  private static void refuses(double nullProbability, List<Segment> segments, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NumericMarginal(nullProbability, Grid.INTEGERS, segments))
        .withMessage(message);
  }
}
