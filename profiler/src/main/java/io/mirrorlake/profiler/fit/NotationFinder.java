package io.mirrorlake.profiler.fit;

import io.mirrorlake.profiler.disclosure.DisclosurePolicy.ColumnRule;
import io.mirrorlake.profiler.marginal.Grid;
import io.mirrorlake.profiler.marginal.Notation;
import io.mirrorlake.profiler.sketch.GranularitySketch;
import io.mirrorlake.profiler.sketch.NumericSketch;
import io.mirrorlake.profiler.sketch.ValueTally;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Decides whether whole numbers are dates or times by their digits.
 *
 * <p>That fewer units than the threshold break a notation is no proof: so do the numbers below 60.
 * The proof is in the gaps between months, years or hours, from 31 to 101 or from 59 to 100. Take
 * the different numbers less than an edge before and after a gap, on both of its sides one at
 * least. The gap is at least as wide as both edges together, so of numbers that know of no calendar
 * every second one of these would lie in it: with n of them the gaps are empty with probability
 * 2^-n at most.
 */
final class NotationFinder {
  /** 2^-30 is less than 1e-9. */
  static final double LEAST_PROOF = 30;

  /** Fewer rows prove nothing about a column. */
  static final double LEAST_ROWS = 1000;

  private static final int BLOCK = 100;

  private NotationFinder() {}

  /** The grid of a column, with the notation of its digits where they are a date or a time. */
  static Grid grid(NumericSketch values, GranularitySketch granularity, ColumnRule rule) {
    Grid grid = granularity.grid(rule.threshold());
    if (grid.decimals() > 0 || values.rows() < limit(rule, LEAST_ROWS, "rows of digits")) {
      return grid;
    }
    double wanted = limit(rule, LEAST_PROOF, "proof of digits");
    return granularity.notations(rule.threshold()).stream()
        .filter(notation -> notation.allows(grid.step()) && proof(values, notation) >= wanted)
        .findFirst()
        .map(grid::withNotation)
        .orElse(grid);
  }

  private static double limit(ColumnRule rule, double least, String item) {
    return rule.rounding().limit(least, 1.5 * least, item);
  }

  /** How many different numbers lie at the edges of gaps that have numbers on both sides. */
  private static int proof(NumericSketch values, Notation notation) {
    TreeMap<Long, TreeSet<Long>> blocks = new TreeMap<>();
    for (ValueTally cell : values.cells()) {
      double position = notation.position(cell.value());
      if (position >= notation.first() && position <= notation.last()) {
        long number = notation.written((long) position);
        blocks.computeIfAbsent(number / BLOCK, block -> new TreeSet<>()).add(number);
      }
    }
    int proof = 0;
    for (TreeSet<Long> block : blocks.values()) {
      long last = last(block.last(), notation);
      long next = notation.written((long) notation.position((double) last) + 1);
      Set<Long> before = block.tailSet(last - notation.edge(), false);
      Set<Long> after =
          blocks.getOrDefault(next / BLOCK, new TreeSet<>()).headSet(next + notation.edge(), false);
      boolean isGap = next / BLOCK > last / BLOCK;
      if (isGap && !before.isEmpty() && !after.isEmpty()) {
        proof += before.size() + after.size();
      }
    }
    return proof;
  }

  /** The last number that is written in a number's block. */
  private static long last(long number, Notation notation) {
    return notation.written(
        (long) notation.position((double) (number / BLOCK * BLOCK + BLOCK - 1)));
  }
}
