package io.mirrorlake.profiler.fit;

import io.mirrorlake.profiler.disclosure.DisclosurePolicy.ColumnRule;
import io.mirrorlake.profiler.marginal.Grid;
import io.mirrorlake.profiler.sketch.Hashing;
import io.mirrorlake.profiler.sketch.NumericSketch;
import io.mirrorlake.profiler.sketch.Tally;
import io.mirrorlake.profiler.sketch.ValueTally;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.math3.util.ArithmeticUtils;

/**
 * Finds the lattice of a column: the greatest step s so that all values, as whole numbers of the
 * last decimal, are congruent modulo s. Degrees Fahrenheit that were Celsius go in steps of 0.18
 * from 0.14, prices in steps of 1 from 0.99.
 *
 * <p>Candidates for s are the greatest common divisors of differences in small samples of the
 * distinct values: whatever few units do, most samples are free of it. A candidate serves where
 * fewer units than the threshold have values off the lattice, point masses of the column set apart.
 *
 * <p>It must not be chance either. Of m values that know of no lattice all but c given ones are
 * congruent modulo s with probability s^-(m-c-1), and there are fewer than (e m / c)^c ways to
 * leave c out. Values count for m and c as long as each has a privacy unit of its own.
 */
final class LatticeFinder {
  /** 2^-30 is less than 1e-9. */
  private static final double LEAST_PROOF = 30;

  /** Fewer different values become point masses or a few intervals, whatever their steps. */
  private static final double LEAST_VALUES = 12;

  /** A divisor of 12 random numbers has a factor too many once in 2,000 times. */
  private static final int SAMPLE = 12;

  /** Where a fourth of the values is off the lattice, two of so many samples are free of them. */
  private static final int SAMPLES = 64;

  /** A value is a point mass for certain from this share of the rows on. */
  private static final double POINT_MASS = 0.01;

  /** Whole numbers of this size and more are not told apart by doubles. */
  private static final double EXACT = 0x1p53;

  private final Grid decimals;
  private final ColumnRule rule;
  private final TreeMap<Long, Tally> values = new TreeMap<>();

  /** Values that have a unit of their own each, in the order of their hashes. */
  private final List<Long> witnesses = new ArrayList<>();

  private Tally beyond = Tally.ZERO;

  private LatticeFinder(Grid grid, Collection<ValueTally> values, ColumnRule rule) {
    this.decimals = grid.ofDecimals();
    this.rule = rule;
    for (ValueTally value : values) {
      double number = decimals.steps(value.value());
      if (Math.abs(number) <= EXACT) {
        this.values.merge((long) number, value.tally(), rule::join);
      } else if (Double.isFinite(number)) {
        beyond = rule.join(beyond, value.tally());
      }
    }
    Set<Long> units = new HashSet<>();
    for (long value : byHash(this.values.keySet(), 0)) {
      Tally tally = this.values.getOrDefault(value, Tally.ZERO);
      boolean[] isWitness = {tally.units().count() == 0};
      tally.units().forEach(unit -> isWitness[0] = isWitness[0] || units.add(unit));
      if (isWitness[0]) {
        witnesses.add(value);
      }
    }
  }

  /** The grid with the step and the phase of the column's lattice, where it has a coarser one. */
  static Grid grid(Grid grid, NumericSketch sketch, ColumnRule rule) {
    if (!grid.isDiscrete() || grid.isOfDigits()) {
      return grid;
    }
    Map<Double, ValueTally> values = new TreeMap<>();
    sketch.distinct().forEach(value -> values.put(value.value(), value));
    double massRows = massRows(sketch.rows(), rule);
    sketch.frequent().stream()
        .filter(value -> isPointMass(value.tally(), massRows, rule))
        .forEach(value -> values.put(value.value(), value));
    return new LatticeFinder(grid, values.values(), rule).lattice(grid, massRows);
  }

  /** From how many of a column's rows on a value is a point mass, on a grid or not. */
  static double massRows(long rows, ColumnRule rule) {
    return rule.rounding().limit(POINT_MASS, 1.5 * POINT_MASS, "point mass") * rows;
  }

  /** Whether a value that so many rows have is a point mass. */
  static boolean isPointMass(Tally tally, double massRows, ColumnRule rule) {
    return tally.rows() >= massRows && rule.allows(tally);
  }

  private Grid lattice(Grid grid, double massRows) {
    for (long step : candidates().descendingSet()) {
      Optional<Grid> lattice =
          step > grid.step() ? lattice(grid, step, massRows) : Optional.empty();
      if (lattice.isPresent()) {
        return lattice.get();
      }
    }
    return grid;
  }

  private NavigableSet<Long> candidates() {
    TreeSet<Long> candidates = new TreeSet<>();
    int samples = witnesses.size() < SAMPLE ? 0 : SAMPLES;
    for (int seed = 0; samples > 0; seed++) {
      List<Long> order = byHash(witnesses, seed);
      for (int i = 0; i + SAMPLE <= order.size() && samples > 0; i += SAMPLE) {
        candidates.add(divisor(order.subList(i, i + SAMPLE)));
        samples--;
      }
    }
    return candidates;
  }

  private static List<Long> byHash(Collection<Long> values, int seed) {
    return values.stream()
        .sorted(Comparator.comparingLong(value -> Hashing.chain(seed, value)))
        .toList();
  }

  /** The greatest common divisor of the distances. */
  private static long divisor(List<Long> values) {
    long divisor = 0;
    for (long value : values) {
      divisor = ArithmeticUtils.gcd(divisor, value - values.get(0));
    }
    return divisor;
  }

  /** The lattice of a step through most values, if the column keeps to it. */
  private Optional<Grid> lattice(Grid grid, long step, double massRows) {
    Map<Long, Integer> residues = new HashMap<>();
    witnesses.forEach(value -> residues.merge(Math.floorMod(value, step), 1, Integer::sum));
    Map.Entry<Long, Integer> most =
        residues.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
    long phase = most.getKey();
    Tally off = beyond;
    for (Map.Entry<Long, Tally> value : values.entrySet()) {
      if (Math.floorMod(value.getKey(), step) != phase
          && !isPointMass(value.getValue(), massRows, rule)) {
        off = rule.join(off, value.getValue());
      }
    }
    double m = witnesses.size();
    double c = m - most.getValue();
    double ways = c > 0 ? c * (1 + Math.log(m / c)) : 0;
    double proof = ((m - c - 1) * Math.log((double) step / grid.step()) - ways) / Math.log(2);
    boolean isProven =
        m - c >= rule.rounding().limit(LEAST_VALUES, 1.5 * LEAST_VALUES, "values on a lattice")
            && proof >= rule.rounding().limit(LEAST_PROOF, 1.5 * LEAST_PROOF, "proof of a lattice");
    return isProven && !rule.allows(off)
        ? Optional.of(new Grid(step, grid.decimals(), phase, grid.notation()))
        : Optional.empty();
  }
}
