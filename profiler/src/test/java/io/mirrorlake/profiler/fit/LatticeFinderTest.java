package io.mirrorlake.profiler.fit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorlake.profiler.disclosure.DisclosurePolicy;
import io.mirrorlake.profiler.disclosure.DisclosurePolicy.ColumnRule;
import io.mirrorlake.profiler.marginal.Grid;
import io.mirrorlake.profiler.marginal.Notation;
import io.mirrorlake.profiler.marginal.NumericMarginal;
import io.mirrorlake.profiler.marginal.Segment;
import io.mirrorlake.profiler.schema.ColumnType;
import io.mirrorlake.profiler.sketch.Hashing;
import java.math.BigDecimal;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which columns are found to go in steps, and from where. */
class LatticeFinderTest {
  private static final ColumnRule K = new ColumnRule(10);

  private static final int ROWS = 4000;

  private static NumericMarginal fit(
      String type, int capacity, int unitLimit, double[] values, long[] units) {
    ColumnSketch sketch =
        ColumnSketch.of(ColumnType.ofDdl(type).orElseThrow(), capacity, unitLimit);
    for (int i = 0; i < values.length; i++) {
      ((ColumnSketch.Numbers) sketch).add(values[i], units[i]);
    }
    return (NumericMarginal) sketch.marginal(K);
  }

  private static NumericMarginal fit(String type, double... values) {
    return fit(type, 8192, 0, values, new long[values.length]);
  }

  private static double[] draw(int rows, ToDoubleFunction<Random> value) {
    Random random = new Random(3);
    return DoubleStream.generate(() -> value.applyAsDouble(random)).limit(rows).toArray();
  }

  /** (phase + n step) 10^-decimals for n below a number. */
  private static ToDoubleFunction<Random> lattice(Grid grid, int steps) {
    return random -> grid.value(random.nextInt(steps));
  }

  private static Grid phased(long step, int decimals, long phase) {
    return new Grid(step, decimals, phase, Notation.NUMBER);
  }

  static Stream<Arguments> lattices() {
    return Stream.of(
        Arguments.of("degrees Fahrenheit that were Celsius", "double", phased(18, 2, 14), 500),
        Arguments.of("miles per hour that were knots", "double", phased(115_078, 5, 0), 60),
        Arguments.of("prices ending in .99", "decimal(10,2)", phased(100, 2, 99), 2000),
        Arguments.of("prices ending in .99", "double", phased(100, 2, 99), 2000),
        Arguments.of("threes", "int", phased(3, 0, 0), 3000),
        Arguments.of("dozens", "int", phased(12, 0, 0), 100),
        Arguments.of("quarters of 100", "bigint", phased(25, 0, 0), 3000),
        Arguments.of("odd numbers", "int", phased(2, 0, 1), 500),
        Arguments.of("steps of 4 from 3", "bigint", phased(4, 0, 3), 100_000),
        Arguments.of("Mondays", "date", phased(7, 0, 4), 3000),
        Arguments.of(
            "each 20 minutes", "timestamp", phased(1_200_000_000L, 0, 420_000_000), 26_000),
        Arguments.of(
            "each 6 hours from 1", "timestamp", phased(21_600_000_000L, 0, 3_600_000_000L), 9000),
        Arguments.of("thirty-seconds", "double", phased(3125, 5, 0), 900));
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("lattices")
  void findsTheLatticeAndKeepsToIt(String name, String type, Grid grid, int steps) {
    NumericMarginal marginal = fit(type, draw(ROWS, lattice(grid, steps)));
    assertThat(marginal.grid()).isEqualTo(grid);
    for (Segment segment : marginal.segments()) {
      assertThat(grid.snap(segment.low())).isEqualTo(segment.low());
      assertThat(grid.snap(segment.high())).isEqualTo(segment.high());
    }
  }

  /** The companion: the same numbers, each tenth of them half a step further. */
  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("lattices")
  void aTenthOffTheLatticeUndoesIt(String name, String type, Grid grid, int steps) {
    double half = BigDecimal.valueOf(grid.step() / 2, grid.decimals()).doubleValue();
    double[] values = draw(ROWS, lattice(grid, steps));
    for (int i = 0; i < ROWS; i += 10) {
      values[i] = grid.ofDecimals().snap(values[i] + half);
    }
    Grid found = fit(type, values).grid();
    assertThat(found.step()).isLessThan(grid.step());
    for (double value : values) {
      assertThat(found.snap(value)).isEqualTo(value);
    }
  }

  /**
   * Of 30 random sets of whole numbers none has a step: each has one by chance with a probability
   * below 2^-30.
   */
  @ParameterizedTest
  @ValueSource(ints = {40, 400, 4000})
  void numbersWithoutALatticeHaveNone(int distinct) {
    for (int seed = 0; seed < 30; seed++) {
      Random random = new Random(seed);
      double[] values =
          random.ints(1, 1 << 20).distinct().limit(distinct).asDoubleStream().toArray();
      assertThat(fit("int", values).grid().phase()).isZero();
      assertThat(fit("int", values).grid().step()).isLessThanOrEqualTo(1);
    }
  }

  @Test
  void fewerUnitsThanTheThresholdDoNotUndoALattice() {
    double[] values = draw(ROWS, lattice(phased(7, 0, 3), 1000));
    for (int i = 0; i < 9; i++) {
      values[i] = 7.0 * i * i + 5;
    }
    NumericMarginal marginal = fit("int", values);
    assertThat(marginal.grid()).isEqualTo(phased(7, 0, 3));
    assertThat(marginal.segments())
        .allMatch(segment -> marginal.grid().snap(segment.low()) == segment.low());
    values[9] = 4;
    assertThat(fit("int", values).grid()).isEqualTo(Grid.INTEGERS);
  }

  @Test
  void oneUnitNeitherMakesNorUndoesALattice() {
    double[] values = draw(ROWS, lattice(phased(7, 0, 3), 1000));
    long[] units = LongStream.range(0, ROWS).map(Hashing::mix).toArray();
    for (int i = 0; i < ROWS / 2; i++) {
      values[i] = i;
      units[i] = 7;
    }
    assertThat(fit("int", 8192, 20, values, units).grid()).isEqualTo(phased(7, 0, 3));
    double[] others = draw(ROWS, lattice(phased(7, 0, 3), 1000));
    for (int i = 0; i < 200; i++) {
      others[i] = -17;
    }
    long[] one = LongStream.range(0, ROWS).map(i -> i < 200 ? Hashing.mix(i) : 7).toArray();
    assertThat(fit("int", 8192, 20, others, one).grid()).isEqualTo(Grid.INTEGERS);
  }

  /** A point mass; values of too few units to be told make it up to a twentieth greater. */
  private static Consumer<Segment> mass(double value, double weight) {
    return segment -> {
      assertThat(segment.isAtom()).isTrue();
      assertThat(segment.low()).isEqualTo(value);
      assertThat(segment.weight()).isBetween(weight, 1.05 * weight);
    };
  }

  @Test
  void sentinelsArePointMassesOffTheLattice() {
    double[] values = draw(ROWS, lattice(phased(100, 2, 99), 500));
    for (int i = 0; i < 400; i++) {
      values[i] = i < 300 ? 0 : -1;
    }
    NumericMarginal marginal = fit("decimal(10,2)", values);
    assertThat(marginal.grid()).isEqualTo(phased(100, 2, 99));
    assertThat(marginal.segments().get(0)).satisfies(mass(-1, 0.025));
    assertThat(marginal.segments().get(1)).satisfies(mass(0, 0.075));
    SegmentCoder.Numbers coder = (SegmentCoder.Numbers) SegmentCoder.of(marginal);
    assertThat(coder.code(-1)).isEqualTo((short) 0);
    assertThat(coder.code(0)).isEqualTo((short) 1);
    // What is off the lattice otherwise counts as its nearest neighbour: 1.10 as 0.99.
    assertThat(coder.code(1.10)).isEqualTo(coder.code(0.99));
  }

  @Test
  void moreDistinctValuesThanTheSketchTellsApart() {
    double[] values = draw(100_000, lattice(phased(12, 2, 5), 200_000));
    long[] units = new long[values.length];
    NumericMarginal marginal = fit("double", 4096, 0, values, units);
    assertThat(marginal.grid()).isEqualTo(phased(12, 2, 5));
    for (int i = 0; i < 2000; i++) {
      values[i * 50] += 0.01;
    }
    assertThat(fit("double", 4096, 0, values, units).grid()).isEqualTo(new Grid(1, 2));
  }

  @Test
  void theSecretMovesTheLimits() {
    int found = 0;
    for (int secret = 0; secret < 40; secret++) {
      ColumnSketch sketch = ColumnSketch.of(ColumnType.ofDdl("int").orElseThrow(), 4096, 0);
      for (int i = 0; i < 14 * 30; i++) {
        ((ColumnSketch.Numbers) sketch).add(14.0 * (i % 15) + 3, 0);
      }
      ColumnRule rule = new DisclosurePolicy(10, false, secret).column("t", "c");
      found += ((NumericMarginal) sketch.marginal(rule)).grid().step() == 14 ? 1 : 0;
    }
    assertThat(found).isBetween(5, 35);
  }
}
