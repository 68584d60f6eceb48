package io.mirrorlake.profiler.tree;

import io.mirrorlake.profiler.copula.AdditiveScore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Fits what many columns together tell of one: a sum of functions of their codes that comes near to
 * the normal score of the column's code, z = Phi^-1(the middle of the code on the u-scale).
 *
 * <p>The functions are found by backfitting: column by column, again and again, what is left of z
 * is told by a step function of the column's codes, half of which is added to the sum (Lou, Caruana
 * and Gehrke 2012, with steps in place of trees). A step is kept where it gains more than chance
 * could, is found on rows of half of the units, one of each, drawn anew each time, and has enough
 * of these on both sides. Cuts are told by means of as many: so no number of the result tells of
 * few.
 */
final class ScoreFitter {
  /** How often columns are gone through at most: halves of what is left soon are nothing. */
  private static final int CYCLES = 10;

  /** How much of a step is added. */
  private static final double RATE = 0.5;

  /** What a step has to gain, in nats: the best of a thousand by chance alone gains seven. */
  private static final double LEAST_GAIN = 6;

  /** The greatest sample: a sum of steps needs no more rows. */
  private static final int MOST_ROWS = 65_536;

  /** The most codes of a score. */
  private static final int MOST_CODES = 128;

  /** Hundredths. */
  private static final double POINTS = 100;

  /** A sum that explains less of the variance tells nothing that the columns do not. */
  private static final double LEAST_EXPLAINED = 0.02;

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private final List<CodeColumn> asked;
  private final int leafUnits;
  private final RowUnits units;
  private final SplittableRandom random;
  private final double[][] functions;
  private final double[] left;
  private final boolean[] observed;

  private ScoreFitter(
      CodeColumn target,
      List<CodeColumn> asked,
      TreeOptions options,
      RowUnits units,
      SplittableRandom random) {
    this.asked = asked;
    this.leafUnits = options.leafUnits();
    this.units = units;
    this.random = random;
    this.functions = new double[asked.size()][];
    Arrays.setAll(functions, i -> new double[asked.get(i).scale().size()]);
    double[] scores = normalScores(target.scale());
    int nulls = target.scale().nullable() ? target.scale().size() - 1 : -1;
    this.left = new double[target.rows()];
    this.observed = new boolean[target.rows()];
    for (int row = 0; row < left.length; row++) {
      observed[row] = target.code(row) != nulls;
      left[row] = observed[row] ? scores[target.code(row)] : 0;
    }
  }

  /**
   * The score of a column, if there is one that tells more than single columns do.
   *
   * @param asked the columns that may be asked
   * @param positions the numbers that they are asked by
   * @param units whose the rows are
   * @param random decides which rows each step is found on
   */
  static Optional<AdditiveScore> fit(
      CodeColumn target,
      List<CodeColumn> asked,
      List<Integer> positions,
      TreeOptions options,
      RowUnits units,
      SplittableRandom random) {
    if (asked.size() < 2 || target.rows() < 4 * options.leafUnits()) {
      return Optional.empty();
    }
    int[] some = some(target.rows(), random);
    ScoreFitter fitter =
        new ScoreFitter(
            target.withRows(some),
            asked.stream().map(column -> column.withRows(some)).toList(),
            options,
            units.withRows(some),
            random);
    return fitter.score(positions);
  }

  private static int[] some(int rows, SplittableRandom random) {
    return rows <= MOST_ROWS
        ? IntStream.range(0, rows).toArray()
        : random.ints(0, rows).distinct().limit(MOST_ROWS).sorted().toArray();
  }

  /**
   * The normal score of each code's middle, with mean 0 and variance 1 over all that are no nulls.
   */
  private static double[] normalScores(CodeScale scale) {
    double[] shares = scale.distribution();
    int codes = shares.length - (scale.nullable() ? 1 : 0);
    double all = Arrays.stream(shares, 0, codes).sum();
    double[] scores = new double[shares.length];
    double below = 0;
    double mean = 0;
    double square = 0;
    for (int code = 0; code < codes; code++) {
      double share = shares[code] / all;
      double middle = below + share / 2;
      scores[code] = middle > 0 && middle < 1 ? NORMAL.inverseCumulativeProbability(middle) : 0;
      mean += share * scores[code];
      square += share * scores[code] * scores[code];
      below += share;
    }
    double deviation = Math.sqrt(Math.max(square - mean * mean, 1e-12));
    for (int code = 0; code < codes; code++) {
      scores[code] = (scores[code] - mean) / deviation;
    }
    return scores;
  }

  private Optional<AdditiveScore> score(List<Integer> positions) {
    double[] told = left.clone();
    backfit();
    int[] some = some();
    if (!(1 - variance(left, some) / variance(told, some) >= LEAST_EXPLAINED)) {
      return Optional.empty();
    }
    List<AdditiveScore.Term> terms = new ArrayList<>();
    for (int i = 0; i < functions.length; i++) {
      AdditiveScore.Term term = term(positions.get(i), functions[i]);
      if (term.points().size() > 1) {
        terms.add(term);
      }
    }
    return terms.size() < 2 ? Optional.empty() : cut(terms, positions);
  }

  private void backfit() {
    boolean[] idle = new boolean[asked.size()];
    for (int cycle = 0; cycle < CYCLES; cycle++) {
      boolean changed = false;
      double variance = variance(left, some());
      for (int i = 0; i < functions.length; i++) {
        // What gained nothing is tried again in every third round.
        if (!idle[i] || cycle % 3 == 0) {
          idle[i] = !step(i, 2 * LEAST_GAIN * variance);
          changed |= !idle[i];
        }
      }
      if (!changed) {
        return;
      }
    }
  }

  /** Some rows of different units, without those whose column is null. */
  private int[] some() {
    IntStream.Builder some = IntStream.builder();
    units.forSome(
        left.length,
        random,
        row -> {
          if (observed[row]) {
            some.add(row);
          }
        });
    return some.build().toArray();
  }

  private static double variance(double[] values, int[] rows) {
    double sum = 0;
    double squares = 0;
    for (int row : rows) {
      sum += values[row];
      squares += values[row] * values[row];
    }
    double mean = sum / rows.length;
    return Math.max(0, squares / rows.length - mean * mean);
  }

  /** Adds to the function of a column what it tells of what is left; whether it tells anything. */
  private boolean step(int i, double leastGain) {
    CodeColumn column = asked.get(i);
    int codes = column.scale().size();
    double[] sums = new double[codes + 1];
    int[] counts = new int[codes + 1];
    for (int row : some()) {
      sums[column.code(row) + 1] += left[row];
      counts[column.code(row) + 1]++;
    }
    for (int code = 1; code <= codes; code++) {
      sums[code] += sums[code - 1];
      counts[code] += counts[code - 1];
    }
    double[] step = new double[codes];
    new Steps(sums, counts, leafUnits, leastGain).fill(0, codes, step);
    if (Arrays.stream(step).allMatch(of -> of == step[0])) {
      return false;
    }
    for (int code = 0; code < codes; code++) {
      functions[i][code] += RATE * step[code];
    }
    for (int row = 0; row < left.length; row++) {
      left[row] -= observed[row] ? RATE * step[column.code(row)] : 0;
    }
    return true;
  }

  /**
   * Finds the steps of a function.
   *
   * @param sums what is left of the rows whose codes lie below
   * @param counts how many these are
   */
  @SuppressWarnings("ArrayRecordComponent") // internal, never compared
  private record Steps(double[] sums, int[] counts, int leafUnits, double leastGain) {
    /** Fills codes [from, to) with the mean of each step. */
    void fill(int from, int to, double[] step) {
      int cut = cut(from, to);
      if (cut > from) {
        fill(from, cut, step);
        fill(cut, to, step);
      } else {
        int rows = counts[to] - counts[from];
        Arrays.fill(step, from, to, rows == 0 ? 0 : (sums[to] - sums[from]) / rows);
      }
    }

    /** The best place to cut, or {@code from} where none gains enough. */
    private int cut(int from, int to) {
      double all = score(from, to);
      double most = leastGain;
      int best = from;
      for (int code = from + 1; code < to; code++) {
        int fewer = Math.min(counts[code] - counts[from], counts[to] - counts[code]);
        double gain = fewer < leafUnits ? 0 : score(from, code) + score(code, to) - all;
        if (gain > most) {
          most = gain;
          best = code;
        }
      }
      return best;
    }

    private double score(int from, int to) {
      double sum = sums[to] - sums[from];
      int rows = counts[to] - counts[from];
      return rows == 0 ? 0 : sum * sum / rows;
    }
  }

  private static AdditiveScore.Term term(int position, double[] function) {
    List<Integer> starts = new ArrayList<>();
    List<Integer> points = new ArrayList<>();
    for (int code = 0; code < function.length; code++) {
      int value = (int) Math.rint(POINTS * function[code]);
      if (points.isEmpty() || points.get(points.size() - 1) != value) {
        starts.add(code);
        points.add(value);
      }
    }
    return new AdditiveScore.Term(position, starts, points);
  }

  /**
   * The score, cut between blocks of equally many units, one row of each: cuts lie between the
   * means of neighbouring blocks.
   */
  private Optional<AdditiveScore> cut(List<AdditiveScore.Term> terms, List<Integer> positions) {
    int[] sums = someSums(new AdditiveScore(terms, List.of(0)), positions);
    int codes = Math.min(MOST_CODES, sums.length / leafUnits);
    List<Integer> cuts = new ArrayList<>();
    for (int code = 1; code < codes; code++) {
      double below = mean(sums, code - 1, codes);
      int cut = (int) Math.rint((below + mean(sums, code, codes)) / 2);
      if (cut > below && (cuts.isEmpty() || cut > cuts.get(cuts.size() - 1))) {
        cuts.add(cut);
      }
    }
    return cuts.isEmpty() ? Optional.empty() : Optional.of(new AdditiveScore(terms, cuts));
  }

  /** The mean of one of so many blocks of sorted sums. */
  private static double mean(int[] sums, int block, int blocks) {
    int from = (int) ((long) block * sums.length / blocks);
    int to = (int) ((block + 1L) * sums.length / blocks);
    return Arrays.stream(sums, from, to).average().orElseThrow();
  }

  /** The sums of some rows of different units, sorted. */
  private int[] someSums(AdditiveScore score, List<Integer> positions) {
    CodeColumn[] byPosition = new CodeColumn[positions.stream().max(Integer::compare).get() + 1];
    for (int i = 0; i < positions.size(); i++) {
      byPosition[positions.get(i)] = asked.get(i);
    }
    int[] sums = ScoreCodes.sums(score, Arrays.asList(byPosition));
    IntStream.Builder some = IntStream.builder();
    units.forSome(sums.length, random, row -> some.add(sums[row]));
    return some.build().sorted().toArray();
  }
}
