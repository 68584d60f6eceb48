package io.mirrorlake.profiler.tree;

import io.mirrorlake.profiler.copula.GaussianCopula;
import io.mirrorlake.profiler.copula.TreeColumn;
import io.mirrorlake.profiler.copula.TreeCopula;
import io.mirrorlake.profiler.fit.CodedColumn;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Fits a tree copula whose trees do not remember rows.
 *
 * <p>Half the rows are held out first. Trees are grown on the other half with a rising penalty
 * until rows drawn from them lie no nearer to the rows they were grown on than to those held out;
 * then they are grown on all rows with that penalty.
 */
public final class TreeCopulaFitter {
  /**
   * The penalties tried, in nats for a degree of freedom. Chance alone gains a half; three leaves
   * what is all but certain.
   */
  private static final double[] PENALTIES = {0.6, 0.8, 1.0, 1.2, 1.5, 2.0, 3.0};

  /**
   * How far a trial's nearest share may lie above one half. Trees grown on all rows remember less
   * than those of the trial, which see half of them: on census data an excess of 0.031 in the trial
   * became 0.016 in the end.
   */
  private static final double ALLOWED_EXCESS = 0.02;

  /**
   * The rows of either half at most: enough for the share, and few enough to compare in seconds.
   */
  private static final int HALF_ROWS = 16_384;

  private final TreeGrowth growth;
  private final TreeGrowth half;
  private final List<CodeColumn> heldOut;
  private final ColumnTasks tasks;
  private final int minimumUnits;

  /**
   * A fitted copula.
   *
   * @param copula the copula
   * @param penalty the penalty its trees were grown with
   * @param nearestShare what share of rows drawn in the trial lay nearer to rows grown on
   * @param accuracy the trial's 3-way accuracy against the held-out rows
   */
  public record Fit(TreeCopula copula, double penalty, double nearestShare, double accuracy) {}

  private TreeCopulaFitter(
      List<CodedColumn> sample, int minimumUnits, long secret, ColumnTasks tasks) {
    List<CodeColumn> columns = sample.stream().map(CodeColumn::of).toList();
    int rows = columns.get(0).rows();
    this.growth = TreeGrowth.of(columns, TreeOptions.of(minimumUnits, rows, PENALTIES[0]), secret);
    int[] shuffled = shuffled(rows, new SplittableRandom(secret));
    int size = Math.min(HALF_ROWS, rows / 2);
    this.half = growth.withRows(Arrays.copyOfRange(shuffled, 0, size));
    this.heldOut = growth.withRows(Arrays.copyOfRange(shuffled, size, 2 * size)).columns();
    this.tasks = tasks;
    this.minimumUnits = minimumUnits;
  }

  /**
   * A fitter for these columns, which have the same rows.
   *
   * @param minimumUnits k: a leaf holds more rows
   * @param secret decides which rows each tree sees; never written anywhere
   * @param tasks where columns are grown
   */
  public static TreeCopulaFitter of(
      List<CodedColumn> sample, int minimumUnits, long secret, ColumnTasks tasks) {
    return new TreeCopulaFitter(sample, minimumUnits, secret, tasks);
  }

  private static int[] shuffled(int rows, SplittableRandom random) {
    int[] order = IntStream.range(0, rows).toArray();
    for (int i = rows - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int row = order[i];
      order[i] = order[other];
      order[other] = row;
    }
    return order;
  }

  /** The copula. */
  public Fit fit() {
    double penalty = PENALTIES[0];
    HeldOutScore score = trial(penalty);
    for (int p = 1; p < PENALTIES.length && remembers(score); p++) {
      penalty = PENALTIES[p];
      score = trial(penalty);
    }
    TreeOptions options = TreeOptions.of(minimumUnits, growth.columns().get(0).rows(), penalty);
    List<TreeColumn> columns = tasks.run(growth.withOptions(options));
    TreeCopula copula = new TreeCopula(columns, options.shrinkage());
    return new Fit(copula, penalty, score.nearestShare(), score.accuracy());
  }

  private static boolean remembers(HeldOutScore score) {
    return score.nearestShare() > 0.5 + ALLOWED_EXCESS;
  }

  private HeldOutScore trial(double penalty) {
    int rows = half.columns().get(0).rows();
    TreeGrowth trial = half.withOptions(TreeOptions.of(minimumUnits, rows, penalty));
    List<CodeColumn> drawn =
        CodeSampler.draw(
            trial,
            tasks.run(trial),
            Math.max(rows, HeldOutScore.PROBES),
            new SplittableRandom(rows));
    return HeldOutScore.of(drawn, half.columns(), heldOut);
  }

  /** The 3-way accuracy of a Gaussian copula of the same columns against the held-out rows. */
  public double accuracy(GaussianCopula gaussian) {
    int rows = half.columns().get(0).rows();
    return HeldOutScore.accuracy(
        GaussianSampler.draw(gaussian, half.columns(), rows, new SplittableRandom(rows)), heldOut);
  }
}
