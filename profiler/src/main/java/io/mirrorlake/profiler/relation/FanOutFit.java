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
 * at least as many parents as may be told of. Of a run, the mean m is told, and how far its parents
 * are apart: as a number s of one digit, so that their children rise evenly from m (1 - s) to m (1
 * + s). It is s = 3 L2 / m with the second L-moment L2 of the run (Hosking: L-moments. 1990), less
 * what numbers next to the mean have anyway. The law has such a run in parts of equal size.
 */
public final class FanOutFit {
  /** Means of few parents have no more digits that mean anything. */
  private static final MathContext DIGITS = new MathContext(3);

  /** Runs beyond this number would not show in any sample. */
  private static final int MAX_RUNS = 64;

  /** A run whose parents are apart has so many parts. */
  private static final int PARTS = 8;

  /** In how many steps it is told how far a run's parents are apart. */
  private static final double STEPS = 10;

  /** A run has this part of the parents at most that have as many children or more. */
  private static final double LAST_RUNS = 4;

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
    double left = (double) all;
    List<double[]> runs = new ArrayList<>();
    double[] open = new double[2];
    for (Map.Entry<Long, Long> entry : parents.entrySet()) {
      // The few with the most children have most children: towards them, runs become short.
      double usual = Math.min((double) all / MAX_RUNS, (left + open[0]) / LAST_RUNS);
      double fewest = Math.max((double) least, usual);
      left -= entry.getValue();
      // A number that enough parents have is a run by itself, if the few before it are nearer to
      // those below.
      if (entry.getValue() >= fewest
          && open[0] > 0
          && isNearerBelow(runs, open, (double) entry.getKey())) {
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
    if (open[0] > 0) {
      end(runs, open, least);
    }
    return law(runs, parents, least, told);
  }

  private static boolean isNearerBelow(List<double[]> runs, double[] open, double above) {
    if (runs.isEmpty()) {
      return false;
    }
    double[] last = runs.get(runs.size() - 1);
    double mean = open[1] / open[0];
    return mean - last[1] / last[0] < above - mean;
  }

  /** Parents at the end that are too few for a run take some of the run before, or join it. */
  private static void end(List<double[]> runs, double[] open, long least) {
    double[] last = runs.isEmpty() ? open : runs.get(runs.size() - 1);
    double more = Math.max(0, (double) least - open[0]);
    if (runs.isEmpty()) {
      runs.add(open);
    } else if (last[0] - more >= Math.max(2 * more, (double) least)) {
      double taken = more * last[1] / last[0];
      runs.set(runs.size() - 1, new double[] {last[0] - more, last[1] - taken});
      runs.add(new double[] {open[0] + more, open[1] + taken});
    } else {
      join(runs, open);
    }
  }

  private static void join(List<double[]> runs, double[] open) {
    double[] last = runs.get(runs.size() - 1);
    last[0] += open[0];
    last[1] += open[1];
  }

  private static FanOutLaw law(
      List<double[]> runs, SortedMap<Long, Long> parents, long least, LongUnaryOperator told) {
    double[] counts = runs.stream().mapToDouble(run -> told.applyAsLong((long) run[0])).toArray();
    double all = Arrays.stream(counts).sum();
    if (!(all > 0)) {
      counts = runs.stream().mapToDouble(run -> run[0]).toArray();
      all = Arrays.stream(counts).sum();
    }
    List<Run> law = new ArrayList<>();
    double from = 0;
    for (int i = 0; i < counts.length; i++) {
      double[] run = runs.get(i);
      if (counts[i] > 0) {
        double mean = run[1] / run[0];
        double apart = run[0] < (double) least ? 0 : apart(parents, from, from + run[0], mean);
        law.addAll(parts(counts[i] / all, mean, apart));
      }
      from += run[0];
    }
    return new FanOutLaw(law);
  }

  /** How far the parents between two ranks are apart, in tenths. */
  private static double apart(SortedMap<Long, Long> parents, double from, double to, double mean) {
    double moment = 0;
    double at = 0;
    for (Map.Entry<Long, Long> entry : parents.entrySet()) {
      double low = share((at - from) / (to - from));
      at += entry.getValue();
      double high = share((at - from) / (to - from));
      moment += entry.getKey() * (high - low) * (high + low - 1);
    }
    double fraction = mean - Math.floor(mean);
    double more = 3 * (moment - fraction * (1 - fraction)) / mean;
    return mean > 0 ? Math.rint(STEPS * share(more)) / STEPS : 0;
  }

  private static double share(double value) {
    return Math.min(1, Math.max(0, value));
  }

  private static List<Run> parts(double share, double mean, double apart) {
    if (apart == 0) {
      return List.of(new Run(share, told(mean)));
    }
    List<Run> parts = new ArrayList<>();
    for (int i = 0; i < PARTS; i++) {
      double place = (2 * i + 1.0) / PARTS - 1;
      parts.add(new Run(share / PARTS, told(mean * (1 + apart * place))));
    }
    return parts;
  }

  private static double told(double children) {
    return new BigDecimal(children).round(DIGITS).doubleValue();
  }
}
