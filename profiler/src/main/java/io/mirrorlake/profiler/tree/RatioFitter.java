package io.mirrorlake.profiler.tree;

import io.mirrorlake.profiler.copula.DensityRatio;
import io.mirrorlake.profiler.copula.DensityRatio.SymmetricTree;
import io.mirrorlake.profiler.copula.TreeColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Learns the density ratio of real rows to those that trees draw, where it tells enough of rows
 * that were held out.
 */
final class RatioFitter {
  /** The most trees: the gain of more is small, and each costs time whenever a row is drawn. */
  private static final int MOST_TREES = 200;

  /**
   * The gain in nats a row from which on a ratio is worth that rows are drawn more than once. Two
   * normal distributions that gain so much by the best test have a two-sample AUC of 0.58.
   */
  private static final double NOTABLE = 0.01;

  /** A gain has so many standard errors at least. */
  private static final double CERTAIN = 3;

  /** How many rows are drawn for a real one. */
  private static final int DRAWN = 2;

  /** The share of rows that may be cut off at the bound. */
  private static final double CUT_OFF = 0.01;

  /** The greatest bound: about so many rows are drawn for one. */
  private static final double MOST_BOUND = 8;

  /** The most real rows that a ratio is learned from, and the most codes they have. */
  private static final int MOST_ROWS = 65_536;

  private static final int MOST_CODES = 1 << 22;

  /** With fewer held-out rows neither a gain nor a share of nearer rows is certain. */
  private static final int FEWEST_HELD_OUT = 2_000;

  /** The most rows drawn to be accepted in a trial. */
  private static final int MOST_PROPOSED = 200_000;

  private final int leafUnits;
  private final Set<String> decided;
  private final long secret;

  /**
   * A fitter.
   *
   * @param leafUnits how many units stand where a value is told
   * @param decided the columns that others decide, which are not asked: a trial knows less of them
   * @param secret decides which rows are seen, and how values are rounded; never written anywhere
   */
  RatioFitter(int leafUnits, Set<String> decided, long secret) {
    this.leafUnits = leafUnits;
    this.decided = Set.copyOf(decided);
    this.secret = secret;
  }

  /**
   * Trees that draw rows, and the rows they were grown on.
   *
   * @param growth the rows
   * @param trees the trees, in the same order
   */
  record Grown(TreeGrowth growth, List<TreeColumn> trees) {
    /** Rows drawn from the trees. */
    List<CodeColumn> draw(int rows, SplittableRandom random) {
      return CodeSampler.draw(growth, trees, rows, random);
    }

    /** Rows drawn from the trees, with what is given of rows from this one on. */
    List<CodeColumn> drawFrom(int first, int rows, SplittableRandom random) {
      return CodeSampler.draw(growth, trees, first, rows, random);
    }
  }

  /**
   * A ratio that is worth it.
   *
   * @param trees how many trees to learn
   * @param gain what they gain in the trial, in nats a row
   * @param accepted rows that were drawn and accepted in the trial
   */
  record Found(int trees, double gain, List<CodeColumn> accepted) {}

  /** How many trees to learn, by a trial with rows that the trees were not grown on, if any. */
  Optional<Found> find(Grown trial, List<CodeColumn> heldOut) {
    if (heldOut.get(0).rows() < FEWEST_HELD_OUT) {
      return Optional.empty();
    }
    SplittableRandom random = new SplittableRandom(secret);
    List<CodeColumn> drawn = trial.draw(DRAWN * heldOut.get(0).rows(), random.split());
    RatioBoosting boosting = boosting(trial, random.split());
    List<SymmetricTree> trees = new ArrayList<>();
    RatioGains gains = RatioGains.of(boosting, heldOut, drawn, MOST_TREES, trees::add);
    int best = gains.best();
    double gain = best == 0 ? 0 : gains.nats().get(best - 1);
    if (gain < NOTABLE || gain < CERTAIN * gains.errors().get(best - 1)) {
      return Optional.empty();
    }
    DensityRatio ratio = ratio(boosting, trees.subList(0, best));
    return Optional.of(new Found(best, gain, accepted(trial, ratio, random.split())));
  }

  /** The ratio by this many trees. */
  Optional<DensityRatio> fit(Grown grown, int trees) {
    RatioBoosting boosting = boosting(grown, new SplittableRandom(~secret));
    List<SymmetricTree> learned =
        Stream.generate(boosting::next)
            .limit(trees)
            .takeWhile(Optional::isPresent)
            .flatMap(Optional::stream)
            .toList();
    return learned.isEmpty() ? Optional.empty() : Optional.of(ratio(boosting, learned));
  }

  /** So many rows, or fewer where the table is wide. */
  private static int most(Grown grown, int rows) {
    return Math.min(rows, rows / MOST_ROWS * MOST_CODES / grown.trees().size());
  }

  private RatioBoosting boosting(Grown grown, SplittableRandom random) {
    int all = grown.growth().columns().get(0).rows();
    int most = most(grown, MOST_ROWS);
    int[] some =
        all <= most
            ? IntStream.range(0, all).toArray()
            : random.ints(0, all).distinct().limit(most).toArray();
    TreeGrowth real = grown.growth().withRows(some);
    List<CodeColumn> drawn = grown.draw(DRAWN * some.length, random.split());
    int[] asked =
        IntStream.range(0, drawn.size())
            .filter(c -> !decided.contains(drawn.get(c).name()))
            .toArray();
    return new RatioBoosting(real.columns(), drawn, asked, real.units(), leafUnits, random.split());
  }

  private static List<CodeColumn> accepted(
      Grown trial, DensityRatio ratio, SplittableRandom random) {
    List<CodeColumn> drawn =
        trial.draw(
            (int) Math.min(2 * ratio.bound() * HeldOutScore.PROBES, most(trial, MOST_PROPOSED)),
            random.split());
    double[] odds = RatioBoosting.odds(ratio.trees(), drawn);
    int[] rows =
        IntStream.range(0, odds.length)
            .filter(row -> random.nextDouble() * ratio.bound() < Math.exp(odds[row]))
            .toArray();
    return drawn.stream().map(column -> column.withRows(rows)).toList();
  }

  private static DensityRatio ratio(RatioBoosting boosting, List<SymmetricTree> trees) {
    double[] odds = RatioBoosting.odds(trees, boosting.drawn());
    return new DensityRatio(bound(Arrays.stream(odds).map(Math::exp).toArray()), trees);
  }

  /** What cuts hardly anything off, in tenths, as far as it is not too great. */
  private static double bound(double[] ratios) {
    double[] sorted = ratios.clone();
    Arrays.sort(sorted);
    double most = CUT_OFF * Arrays.stream(sorted).sum();
    double above = 0;
    int i = sorted.length - 1;
    // What is cut off at sorted[i]: the excess of all greater ones.
    while (i > 0 && above + (sorted.length - i) * (sorted[i] - sorted[i - 1]) <= most) {
      above += (sorted.length - i) * (sorted[i] - sorted[i - 1]);
      i--;
    }
    return Math.min(MOST_BOUND, Math.ceil(sorted[i] * 10) / 10);
  }
}
