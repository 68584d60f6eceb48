package io.mirrorlake.profiler.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorlake.profiler.disclosure.DisclosurePolicy;
import io.mirrorlake.profiler.disclosure.DisclosurePolicy.ColumnRule;
import io.mirrorlake.profiler.disclosure.DisclosurePolicy.Content;
import io.mirrorlake.profiler.marginal.Family;
import io.mirrorlake.profiler.marginal.FamilyInterval;
import io.mirrorlake.profiler.marginal.Grid;
import io.mirrorlake.profiler.marginal.NumericMarginal;
import io.mirrorlake.profiler.marginal.ParametricLaw;
import io.mirrorlake.profiler.marginal.Segment;
import io.mirrorlake.profiler.schema.ColumnType;
import io.mirrorlake.profiler.schema.ColumnType.Kind;
import io.mirrorlake.profiler.sketch.NumericSketch;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Seeds are fixed: a true family is refused for one seed in a hundred at most. */
class FamilyFitterTest {
  private static final ColumnRule K = new ColumnRule(10);
  private static final ColumnRule SECRET =
      new DisclosurePolicy(10, false, 7).column("orders", "amount");
  private static final Grid CENTS = new Grid(1, 2);

  private static final List<ParametricLaw> LAWS =
      List.of(
          ParametricLaw.of(Family.NORMAL, 170, 8),
          ParametricLaw.of(Family.LOG_NORMAL, 3, 1.2),
          ParametricLaw.of(Family.EXPONENTIAL, 40),
          ParametricLaw.of(Family.GAMMA, 2.5, 30),
          ParametricLaw.of(Family.GAMMA, 0.6, 200),
          ParametricLaw.of(Family.WEIBULL, 1.8, 12),
          ParametricLaw.of(Family.LOGISTIC, -5, 3),
          ParametricLaw.of(Family.GUMBEL, 100, 25),
          ParametricLaw.of(Family.UNIFORM, -20, 300));

  private static Stream<Arguments> samples() {
    return LAWS.stream()
        .flatMap(law -> Stream.of(3_000, 100_000).map(rows -> Arguments.of(law, rows)));
  }

  static double[] sample(ParametricLaw law, int rows, long seed) {
    DoubleUnaryOperator quantile = law::quantile;
    return new Random(seed).doubles(rows).map(quantile).toArray();
  }

  static NumericMarginal fit(ColumnRule rule, Grid grid, double... values) {
    NumericSketch sketch = new NumericSketch(32_768, 0);
    for (double value : values) {
      sketch.add(grid.snap(value), 0);
    }
    return NumericMarginalFitter.fit(sketch, ColumnType.of(Kind.DOUBLE), grid, rule);
  }

  private static FamilyInterval family(NumericMarginal marginal) {
    assertThat(marginal.families()).hasSize(1);
    return marginal.families().get(0);
  }

  /** They are evenly spread, but only as nobody knows the order of what they number. */
  @Test
  void numbersOfCellsAndOfChildrenFollowNoFamily() {
    double[] cells = sample(ParametricLaw.of(Family.UNIFORM, 0, 2_000), 3_000, 5);

    assertThat(fit(SECRET, Grid.INTEGERS, cells).families()).hasSize(1);
    for (Content content : List.of(Content.CELLS, Content.CHILDREN)) {
      assertThat(fit(SECRET.of(content), Grid.INTEGERS, cells).families()).isEmpty();
    }
  }

  /** Four standard errors: of all parameters here, none lies further out in 99.9 % of seeds. */
  @ParameterizedTest
  @MethodSource("samples")
  void aFamilyComesBackWithItsParameters(ParametricLaw law, int rows) {
    for (ColumnRule rule : List.of(K, SECRET)) {
      ParametricLaw found = family(fit(rule, Grid.CONTINUOUS, sample(law, rows, 5))).law();

      assertThat(found.family()).isEqualTo(law.family());
      for (int i = 0; i < law.parameters().size(); i++) {
        double value = law.parameters().get(i);
        double spread = 4 / Math.sqrt(rows) * spread(law, i);
        assertThat(found.parameters().get(i)).isCloseTo(value, within(spread));
      }
    }
  }

  /** The standard error of a parameter from one value, or somewhat more. */
  private static double spread(ParametricLaw law, int parameter) {
    double second = law.parameters().get(law.parameters().size() - 1);
    return switch (law.family()) {
      case NORMAL, LOG_NORMAL -> second;
      case EXPONENTIAL -> second;
      case GAMMA -> 1.7 * law.parameters().get(parameter);
      case WEIBULL -> 1.1 * law.parameters().get(parameter);
      case LOGISTIC -> 1.8 * second;
      case GUMBEL -> 1.1 * second;
      case UNIFORM -> 0.5 * (second - law.parameters().get(0));
    };
  }

  @Test
  void threeHundredRowsAreEnough() {
    for (ParametricLaw law : LAWS) {
      FamilyInterval family = family(fit(SECRET, Grid.CONTINUOUS, sample(law, 300, 3)));
      for (double share : new double[] {0.05, 0.5, 0.95}) {
        double told = family.law().quantile(share);
        assertThat(law.cumulativeProbability(told)).isCloseTo(share, within(0.08));
      }
    }
  }

  @Test
  void centsOfALogNormalColumnKeepTheFamilyAndTheGrid() {
    ParametricLaw law = ParametricLaw.of(Family.LOG_NORMAL, 4, 0.8);
    NumericMarginal marginal = fit(SECRET, CENTS, sample(law, 20_000, 4));

    assertThat(family(marginal).law().family()).isEqualTo(Family.LOG_NORMAL);
    assertThat(marginal.segments()).noneMatch(Segment::isAtom);
    for (int i = 0; i < marginal.segmentCount(); i++) {
      Segment segment = marginal.segments().get(i);
      assertThat(CENTS.snap(segment.low())).isEqualTo(segment.low());
      assertThat(CENTS.snap(segment.high())).isEqualTo(segment.high());
      if (i > 0) {
        double before = marginal.segments().get(i - 1).high();
        assertThat(CENTS.steps(segment.low())).isEqualTo(CENTS.steps(before) + 1);
      }
    }
  }

  @Test
  void zerosBeforeAFamilyAreAPointMass() {
    double[] amounts = sample(ParametricLaw.of(Family.GAMMA, 2, 50), 5_000, 9);
    double[] values =
        DoubleStream.concat(Arrays.stream(amounts), DoubleStream.generate(() -> 0).limit(5_000))
            .toArray();
    NumericMarginal marginal = fit(K, Grid.CONTINUOUS, values);

    assertThat(marginal.segments().get(0)).isEqualTo(Segment.atom(0, 0.5));
    assertThat(family(marginal).law().family()).isEqualTo(Family.GAMMA);
    assertThat(family(marginal).weight()).isEqualTo(0.5);
    assertThat(marginal.pieces()).hasSize(2);
  }

  @ParameterizedTest
  @MethodSource("messy")
  void columnsOfNoFamilyKeepTheirKnots(double[] values) {
    assertThat(fit(SECRET, Grid.CONTINUOUS, values).families()).isEmpty();
  }

  private static Stream<double[]> messy() {
    double[] normal = sample(ParametricLaw.of(Family.NORMAL, 0, 1), 3_000, 1);
    double[] other = sample(ParametricLaw.of(Family.NORMAL, 0, 1), 3_000, 2);
    return Stream.of(
        // A mixture of two normal distributions.
        DoubleStream.concat(Arrays.stream(normal), Arrays.stream(other).map(x -> 4 + 2 * x))
            .toArray(),
        // Prices with two thirds just below whole numbers.
        Arrays.stream(normal)
            .map(
                x -> {
                  double price = Math.exp(x) * 10;
                  return price % 1 < 0.67 ? Math.floor(price) + 0.9 + price % 1 / 10 : price;
                })
            .toArray(),
        // Capped, and spread around the cap.
        Arrays.stream(normal).map(x -> Math.min(x, 1) + (x > 1 ? x % 0.1 : 0)).toArray(),
        // A season: waves on an even line.
        new Random(3)
            .doubles(3_000)
            .map(u -> 365 * (u + 0.1 * Math.sin(4 * Math.PI * u)))
            .toArray(),
        // Values on a grid that is too coarse to be continuous.
        Arrays.stream(normal).map(x -> Math.rint(4 * x) + 1e-9 * x).toArray());
  }

  @Test
  void noSingleValueHasASay() {
    double[] values = sample(ParametricLaw.of(Family.GAMMA, 2, 50), 1_000, 9);
    double[] outlier = values.clone();
    Arrays.sort(outlier);
    outlier[999] = 1e9;

    assertThat(fit(SECRET, Grid.CONTINUOUS, outlier))
        .isEqualTo(fit(SECRET, Grid.CONTINUOUS, values));
  }

  @Test
  void narrowColumnsFarFromZeroAreNormal() {
    for (double mean : new double[] {1e6, 1e9, 1e12}) {
      double[] values = sample(ParametricLaw.of(Family.NORMAL, mean, 2), 3_000, 9);
      ParametricLaw found = family(fit(SECRET, Grid.CONTINUOUS, values)).law();
      double told = found.quantile(0.9) - mean;
      assertThat(told).isCloseTo(2 * 1.28, within(0.25));
    }
  }

  @Test
  void columnsOfOneNarrowClumpHaveNoFamily() {
    double[] values = new Random(3).doubles(3_000).map(u -> 5 + 1e-15 * Math.rint(3 * u)).toArray();
    values[0] = 5.5;
    assertThat(fit(SECRET, Grid.CONTINUOUS, values).families()).isEmpty();
  }

  @Test
  void tooFewRowsKeepTheirKnots() {
    double[] values = sample(ParametricLaw.of(Family.NORMAL, 0, 1), 99, 9);
    assertThat(fit(SECRET, Grid.CONTINUOUS, values).families()).isEmpty();
  }

  @Test
  void datesFollowNoFamily() {
    NumericSketch sketch = new NumericSketch(32_768, 0);
    for (double value : sample(ParametricLaw.of(Family.UNIFORM, 0, 20_000), 5_000, 9)) {
      sketch.add(Math.rint(value), 0);
    }
    NumericMarginal marginal =
        NumericMarginalFitter.fit(sketch, ColumnType.of(Kind.DATE), Grid.INTEGERS, K);
    assertThat(marginal.families()).isEmpty();
  }
}
