package io.mirrorlake.profiler.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorlake.profiler.disclosure.DisclosurePolicy.ColumnRule;
import io.mirrorlake.profiler.marginal.Grid;
import io.mirrorlake.profiler.marginal.NumericMarginal;
import io.mirrorlake.profiler.marginal.Segment;
import io.mirrorlake.profiler.schema.ColumnType;
import io.mirrorlake.profiler.schema.ColumnType.Kind;
import io.mirrorlake.profiler.sketch.NumericSketch;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumericMarginalFitterTest {
  private static final ColumnRule K = new ColumnRule(10);

  private static NumericMarginal fit(Grid grid, int capacity, double... values) {
    NumericSketch sketch = new NumericSketch(capacity, 0);
    for (double value : values) {
      sketch.add(value, 0);
    }
    return NumericMarginalFitter.fit(sketch, ColumnType.of(Kind.DOUBLE), grid, K);
  }

  @Test
  void valuesSharedByEnoughUnitsArePointMassesAndOthersAreNot() {
    double[] values =
        DoubleStream.concat(
                DoubleStream.concat(
                    DoubleStream.generate(() -> 0).limit(900),
                    DoubleStream.generate(() -> 7).limit(60)),
                DoubleStream.iterate(100, v -> v + 1).limit(40))
            .toArray();

    NumericMarginal marginal = fit(Grid.INTEGERS, 1000, values);

    assertThat(marginal.segments().get(0)).isEqualTo(Segment.atom(0, 0.9));
    assertThat(marginal.segments().get(1)).isEqualTo(Segment.atom(7, 0.06));
    double rest = marginal.segments().stream().skip(2).mapToDouble(Segment::weight).sum();
    assertThat(rest).isCloseTo(0.04, within(1e-6));
    assertThat(marginal.segments().subList(2, marginal.segmentCount()))
        .allMatch(s -> s.low() >= 100 - 3 && s.high() <= 139 + 3);
  }

  /**
   * Quantiles of the fitted marginal against the sample's own: the KS distance is at most two
   * knots, 2 / 256.
   */
  @ParameterizedTest
  @ValueSource(ints = {4096, 65_536})
  void followsASkewedDistributionWhetherTheSketchIsExactOrNot(int capacity) {
    double[] values = new Random(8).doubles(50_000).map(u -> Math.exp(1 / (1.05 - u))).toArray();
    NumericMarginal marginal = fit(Grid.CONTINUOUS, capacity, values);
    Arrays.sort(values);

    assertThat(ksDistance(marginal, values)).isLessThan(2.0 / 256);
    // Tail: the 99.9th percentile within 5 %.
    assertThat(quantile(marginal, 0.999)).isCloseTo(values[49_950], within(0.05 * values[49_950]));
  }

  @Test
  void theComparisonNoticesAWrongDistribution() {
    double[] values = new Random(8).doubles(50_000).map(u -> Math.exp(1 / (1.05 - u))).toArray();
    NumericMarginal marginal = fit(Grid.CONTINUOUS, 65_536, values);
    double[] shifted = Arrays.stream(values).map(v -> v * 1.05).sorted().toArray();

    assertThat(ksDistance(marginal, shifted)).isGreaterThan(2.0 / 256);
  }

  @Test
  void noEndIsARealExtreme() {
    Random random = new Random(2);
    double[] values = random.doubles(5000).map(u -> 1000 * u).toArray();
    NumericMarginal marginal = fit(Grid.CONTINUOUS, 65_536, values);

    double[] ends =
        marginal.segments().stream()
            .flatMapToDouble(s -> DoubleStream.of(s.low(), s.high()))
            .toArray();
    assertThat(ends).doesNotContain(values);
  }

  @Test
  void notANumberAndTheInfinitiesArePointMasses() {
    double[] values = new double[100];
    Arrays.fill(values, 0, 20, Double.NaN);
    Arrays.fill(values, 20, 40, Double.NEGATIVE_INFINITY);
    Arrays.fill(values, 40, 95, 1);
    Arrays.fill(values, 95, 100, Double.POSITIVE_INFINITY);

    NumericMarginal marginal = fit(Grid.INTEGERS, 1000, values);

    // Five units are too few: the positive infinity is left out, and the others share its weight.
    assertThat(marginal.segments().stream().map(Segment::low))
        .containsExactly(Double.NEGATIVE_INFINITY, 1.0, Double.NaN);
  }

  @Test
  void aColumnThatTooFewUnitsCarryIsToldAsNull() {
    NumericMarginal marginal = fit(Grid.INTEGERS, 1000, 1, 2, 3);
    assertThat(marginal.segmentCount()).isZero();
    assertThat(marginal.nullProbability()).isEqualTo(1);
  }

  @Test
  void onAGridIntervalsEndOnIt() {
    double[] values = new Random(6).doubles(20_000).map(u -> 5 * Math.rint(2000 * u * u)).toArray();
    NumericMarginal marginal = fit(new Grid(5, 0), 65_536, values);

    assertThat(marginal.segmentCount()).isLessThan(NumericMarginalFitter.MAX_POINT_MASSES);
    assertThat(marginal.segments()).allMatch(s -> s.low() % 5 == 0 && s.high() % 5 == 0);
    for (int i = 1; i < marginal.segmentCount(); i++) {
      assertThat(marginal.segments().get(i).low())
          .isGreaterThan(marginal.segments().get(i - 1).high());
    }
  }

  private static double ksDistance(NumericMarginal marginal, double[] sorted) {
    double distance = 0;
    for (int i = 0; i < sorted.length; i++) {
      distance =
          Math.max(distance, Math.abs(cumulative(marginal, sorted[i]) - (i + 0.5) / sorted.length));
    }
    return distance;
  }

  private static double cumulative(NumericMarginal marginal, double value) {
    double[] edges = marginal.edges();
    double sum = 0;
    for (int i = 0; i < marginal.segmentCount(); i++) {
      Segment segment = marginal.segments().get(i);
      double share =
          segment.isAtom()
              ? (value >= segment.low() ? 1 : 0)
              : Math.max(
                  0, Math.min(1, (value - segment.low()) / (segment.high() - segment.low())));
      sum += share * (edges[i + 1] - edges[i]);
    }
    return sum;
  }

  private static double quantile(NumericMarginal marginal, double u) {
    double[] edges = marginal.edges();
    int i = 0;
    while (edges[i + 1] < u) {
      i++;
    }
    Segment segment = marginal.segments().get(i);
    return segment.low()
        + (segment.high() - segment.low()) * (u - edges[i]) / (edges[i + 1] - edges[i]);
  }
}
