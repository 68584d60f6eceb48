package io.mirrorlake.jobs.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorlake.profiler.copula.IndependentCopula;
import io.mirrorlake.profiler.disclosure.DisclosurePolicy.ColumnRule;
import io.mirrorlake.profiler.fit.ColumnSketch;
import io.mirrorlake.profiler.marginal.Calendar;
import io.mirrorlake.profiler.marginal.NumericMarginal;
import io.mirrorlake.profiler.marginal.ParetoTail;
import io.mirrorlake.profiler.marginal.Segment;
import io.mirrorlake.profiler.profile.ColumnProfile.Drawn;
import io.mirrorlake.profiler.profile.SourceDescription;
import io.mirrorlake.profiler.profile.TableProfile;
import io.mirrorlake.profiler.schema.Column;
import io.mirrorlake.profiler.schema.ColumnType;
import io.mirrorlake.profiler.schema.ColumnType.Kind;
import io.mirrorlake.synthesizer.column.Doubles;
import io.mirrorlake.synthesizer.column.Ints;
import io.mirrorlake.synthesizer.column.Longs;
import io.mirrorlake.synthesizer.column.Shorts;
import io.mirrorlake.synthesizer.column.Values;
import io.mirrorlake.synthesizer.plan.BlockSampler;
import io.mirrorlake.synthesizer.plan.GenerationPlan;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;

/** Seasons and tails from values to a marginal, and from there back to values. No Spark in it. */
class MarginalShapesTest {
  private static final ColumnRule RULE = new ColumnRule(12);
  private static final int ROWS = 40_960;
  private static final double MICROS_PER_HOUR = 3.6e9;

  private final SplittableRandom random = new SplittableRandom(20261122);

  private static NumericMarginal fitted(ColumnType type, double[] values) {
    ColumnSketch.Numbers sketch = (ColumnSketch.Numbers) ColumnSketch.of(type, 32_768, 0);
    for (double value : values) {
      sketch.add(value, 0);
    }
    return (NumericMarginal) sketch.marginal(RULE);
  }

  private static double[] sampled(ColumnType type, NumericMarginal marginal) {
    TableProfile table =
        new TableProfile(
            "t",
            new SourceDescription("none", "made by hand", Optional.empty()),
            ROWS,
            List.of(new Drawn(new Column("c", type, false), marginal)),
            new IndependentCopula(),
            List.of());
    BlockSampler sampler = GenerationPlan.of(table, 5).sampler();
    double[] values = new double[ROWS];
    for (int first = 0; first < ROWS; first += BlockSampler.BLOCK_ROWS) {
      sampler.sample(first, BlockSampler.BLOCK_ROWS);
      copy(sampler.values(0), values, first);
    }
    return values;
  }

  private static void copy(Values from, double[] to, int first) {
    for (int i = 0; i < BlockSampler.BLOCK_ROWS; i++) {
      if (from instanceof Doubles doubles) {
        to[first + i] = doubles.array()[i];
      } else if (from instanceof Ints ints) {
        to[first + i] = ints.array()[i];
      } else if (from instanceof Shorts shorts) {
        to[first + i] = shorts.array()[i];
      } else if (from instanceof Longs longs) {
        to[first + i] = (double) longs.array()[i];
      }
    }
  }

  private static double[] drawn(DoubleSupplier supplier) {
    double[] values = new double[ROWS];
    Arrays.setAll(values, i -> supplier.getAsDouble());
    return values;
  }

  private static double share(double[] values, java.util.function.DoublePredicate of) {
    return (double) Arrays.stream(values).filter(of).count() / values.length;
  }

  private static long day(double micros) {
    return (long) Math.floor(micros / (24 * MICROS_PER_HOUR));
  }

  private static int hour(double micros) {
    return (int) Math.floorMod((long) Math.floor(micros / MICROS_PER_HOUR), 24L);
  }

  /** A second of the years 1990 to 2019: never on Sundays, 8 to 17 h, December twice as often. */
  private double shopTime() {
    while (true) {
      double seconds = Math.floor(6.3e8 + random.nextDouble() * 9.4e8);
      double micros = seconds * 1e6;
      boolean open = Calendar.weekday(day(micros)) < 6 && hour(micros) >= 8 && hour(micros) < 17;
      if (open && (Calendar.month(day(micros)) == 11 || random.nextBoolean())) {
        return micros;
      }
    }
  }

  @Test
  void shopsStayClosedOnSundaysAndAtNight() {
    ColumnType type = ColumnType.of(Kind.TIMESTAMP);
    double[] real = drawn(this::shopTime);
    NumericMarginal marginal = fitted(type, real);
    double[] synthetic = sampled(type, marginal);
    assertThat(share(synthetic, t -> Calendar.weekday(day(t)) == 6)).isZero();
    assertThat(share(synthetic, t -> hour(t) < 8 || hour(t) >= 17)).isZero();
    assertThat(share(synthetic, t -> t % 1e6 != 0)).isZero();
    // Five standard errors of the difference of two shares of at most 0.2: 0.014.
    for (int weekday = 0; weekday < 6; weekday++) {
      int wanted = weekday;
      assertThat(share(synthetic, t -> Calendar.weekday(day(t)) == wanted))
          .isCloseTo(share(real, t -> Calendar.weekday(day(t)) == wanted), within(0.014));
    }
    for (int hour = 8; hour < 17; hour++) {
      int wanted = hour;
      assertThat(share(synthetic, t -> hour(t) == wanted))
          .isCloseTo(share(real, t -> hour(t) == wanted), within(0.014));
    }
    assertThat(share(synthetic, t -> Calendar.month(day(t)) == 11))
        .isCloseTo(share(real, t -> Calendar.month(day(t)) == 11), within(0.014));
    // Without the calendar the intervals, some six weeks long, know of no weekday.
    NumericMarginal even = marginal.withCalendar(Calendar.EVEN);
    assertThat(share(sampled(type, even), t -> Calendar.weekday(day(t)) == 6)).isGreaterThan(0.1);
  }

  @Test
  void datesFallOnFirstDaysOfMonths() {
    ColumnType type = ColumnType.of(Kind.DATE);
    // 1,800 first days of months: too many for point masses.
    double[] real =
        drawn(
            () -> LocalDate.of(1850 + random.nextInt(150), 1 + random.nextInt(12), 1).toEpochDay());
    double[] synthetic = sampled(type, fitted(type, real));
    assertThat(share(synthetic, day -> Calendar.dayOfMonth((long) day) == 0)).isGreaterThan(0.99);
  }

  @Test
  void evenTimesHaveNoCalendar() {
    double[] real = drawn(() -> Math.floor(random.nextDouble() * 1e9) * 1e6);
    assertThat(fitted(ColumnType.of(Kind.TIMESTAMP), real).calendar()).isEqualTo(Calendar.EVEN);
  }

  @Test
  void aPowerLawKeepsItsTail() {
    ColumnType type = ColumnType.of(Kind.DOUBLE);
    // Pareto with exponent 3: a shape of 1/3 over any threshold.
    double[] real = drawn(() -> Math.pow(1 - random.nextDouble(), -1.0 / 3));
    NumericMarginal marginal = fitted(type, real);
    Segment last = marginal.segments().get(marginal.segmentCount() - 1);
    assertThat(last.spread())
        .isInstanceOfSatisfying(
            ParetoTail.class, tail -> assertThat(tail.shape()).isBetween(0.15, 0.5));
    double[] synthetic = sampled(type, marginal);
    for (double p : new double[] {0.5, 0.9, 0.99, 0.999}) {
      double wanted = Math.pow(1 - p, -1.0 / 3);
      // Five standard errors of both quantiles: of -log(1 - F) it is 1 / sqrt(n (1 - p)).
      double error = 5 * Math.sqrt(2 * p / (ROWS * (1 - p))) / 3;
      assertThat(quantile(synthetic, p)).isCloseTo(wanted, within(wanted * error + 0.001));
    }
    Arrays.sort(synthetic);
    // The largest of n: ten times its median value would come once in a thousand tables.
    assertThat(synthetic[ROWS - 1]).isBetween(15.0, 400.0);
    assertThat(Arrays.stream(real).max().orElseThrow()).isNotEqualTo(last.high());
  }

  @Test
  void aUniformDistributionHasNoTail() {
    NumericMarginal marginal = fitted(ColumnType.of(Kind.DOUBLE), drawn(random::nextDouble));
    assertThat(marginal.segments()).noneMatch(segment -> segment.spread() instanceof ParetoTail);
  }

  @Test
  void aTailStaysInsideItsType() {
    ColumnType type = ColumnType.of(Kind.SMALLINT);
    double[] real =
        drawn(() -> Math.min(32_767, Math.floor(-9000 * Math.log(1 - random.nextDouble()))));
    double[] synthetic = sampled(type, fitted(type, real));
    for (double p : new double[] {0.25, 0.5, 0.75, 0.99}) {
      assertThat(quantile(synthetic, p))
          .isCloseTo(quantile(real, p), within(0.08 * quantile(real, p)));
    }
    assertThat(share(synthetic, x -> x < 0)).isZero();
  }

  private static double quantile(double[] values, double p) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[(int) (p * sorted.length)];
  }
}
