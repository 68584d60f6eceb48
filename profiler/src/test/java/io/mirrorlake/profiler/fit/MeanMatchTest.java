package io.mirrorlake.profiler.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorlake.profiler.marginal.Grid;
import io.mirrorlake.profiler.marginal.NumericMarginal;
import io.mirrorlake.profiler.marginal.Segment;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MeanMatchTest {
  private static final NumericMarginal TOLD =
      new NumericMarginal(
          0,
          Grid.INTEGERS,
          List.of(Segment.atom(0, 0.5), Segment.atom(1, 0.3), new Segment(2, 6, 0.2)));

  /** 50 parents without children, 30 with one, and 20 with more. */
  private static SortedMap<Long, Long> counts() {
    SortedMap<Long, Long> counts = new TreeMap<>();
    counts.put(0L, 50L);
    counts.put(1L, 30L);
    counts.put(3L, 19L);
    counts.put(103L, 1L);
    return counts;
  }

  private static double mean(NumericMarginal marginal) {
    double mean = 0;
    for (Segment segment : marginal.segments()) {
      mean += segment.weight() * (segment.low() + segment.high()) / 2;
    }
    return mean;
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.4, 0.9, 1.1, 1.9, 3})
  void hasTheMean(double mean) {
    NumericMarginal matched = MeanMatch.of(TOLD, counts(), mean);
    assertThat(mean(matched)).isCloseTo(mean, within(1e-4));
    assertThat(matched.segments()).hasSize(3);
    assertThat(matched.weight(0) + matched.weight(1) + matched.weight(2))
        .isCloseTo(1, within(1e-5));
  }

  /** Of 190 children, 160 are to be shared by the 20 parents of the last interval: 2 to 14. */
  @Test
  void theLastIntervalMakesUpForWhatIsNotTold() {
    NumericMarginal matched = MeanMatch.of(TOLD, counts(), 1.9);
    assertThat(matched.segments().get(2).high()).isEqualTo(14);
    assertThat(matched.weight(0)).isCloseTo(0.5, within(1e-3));
  }

  @Test
  void sharesKeepTheirOrderWhereOnlyTheyAreWrong() {
    NumericMarginal noisy =
        new NumericMarginal(
            0,
            Grid.INTEGERS,
            List.of(Segment.atom(1, 0.2), Segment.atom(2, 0.6), Segment.atom(3, 0.2)));
    SortedMap<Long, Long> counts = new TreeMap<>();
    counts.put(1L, 10L);
    counts.put(2L, 10L);
    counts.put(3L, 20L);
    NumericMarginal matched = MeanMatch.of(noisy, counts, 2.25);
    assertThat(mean(matched)).isCloseTo(2.25, within(1e-4));
    // w exp(t m) keeps the product of the outer weights over the square of the middle one.
    double invariant = matched.weight(0) * matched.weight(2) / Math.pow(matched.weight(1), 2);
    assertThat(invariant).isCloseTo(0.2 * 0.2 / 0.36, within(1e-4));
  }

  @Test
  void aMeanOutOfReachChangesNoShare() {
    NumericMarginal atoms =
        new NumericMarginal(0, Grid.INTEGERS, List.of(Segment.atom(1, 0.4), Segment.atom(2, 0.6)));
    SortedMap<Long, Long> counts = new TreeMap<>();
    counts.put(1L, 1L);
    assertThat(MeanMatch.of(atoms, counts, 9)).isEqualTo(atoms);
  }
}
