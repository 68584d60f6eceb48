package io.mirrorlake.profiler.relation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.LongUnaryOperator;

/**
 * Fits the law of a cell's fan-outs: parents in rising order of their children, joined into runs of
 * at least as many parents as may be told of.
 */
public final class FanOutFit {
  /** Means of few parents have no more digits that mean anything. */
  private static final MathContext DIGITS = new MathContext(3);

  /** Runs beyond this number would not show in any sample. */
  private static final int MAX_RUNS = 64;

  private FanOutFit() {}

  /**
   * The law of a cell.
   *
   * @param parents how many parents have each number of children, those without any too
   * @param least the fewest parents of a run, at least 1; a cell of fewer is one run
   * @param told a number of parents as it is told
   */
  public static FanOutLaw fit(SortedMap<Long, Long> parents, long least, LongUnaryOperator told) {
    long all = parents.values().stream().mapToLong(Long::longValue).sum();
    if (all == 0) {
      return FanOutLaw.even();
    }
    double fewest = Math.max((double) least, (double) all / MAX_RUNS);
    List<double[]> runs = new ArrayList<>();
    double[] open = new double[2];
    for (Map.Entry<Long, Long> entry : parents.entrySet()) {
      // A number that enough parents have is a run by itself: the few before it join those below.
      if (entry.getValue() >= fewest && open[0] > 0 && !runs.isEmpty()) {
        join(runs, open);
        open = new double[2];
      }
      open[0] += entry.getValue();
      open[1] += (double) entry.getValue() * entry.getKey();
      if (open[0] >= fewest) {
        runs.add(open);
        open = new double[2];
      }
    }
    if (open[0] > 0 && !runs.isEmpty()) {
      join(runs, open);
    } else if (open[0] > 0) {
      runs.add(open);
    }
    return law(runs, told);
  }

  private static void join(List<double[]> runs, double[] open) {
    double[] last = runs.get(runs.size() - 1);
    last[0] += open[0];
    last[1] += open[1];
  }

  private static FanOutLaw law(List<double[]> runs, LongUnaryOperator told) {
    double[] counts = runs.stream().mapToDouble(run -> told.applyAsLong((long) run[0])).toArray();
    double all = Arrays.stream(counts).sum();
    if (!(all > 0)) {
      counts = runs.stream().mapToDouble(run -> run[0]).toArray();
      all = Arrays.stream(counts).sum();
    }
    List<Run> law = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        double[] run = runs.get(i);
        double mean = new BigDecimal(run[1] / run[0]).round(DIGITS).doubleValue();
        law.add(new Run(counts[i] / all, mean));
      }
    }
    return new FanOutLaw(law);
  }
}
