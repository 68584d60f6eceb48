package io.mirrorlake.evaluator.boosting;

import io.mirrorlake.evaluator.sample.Draw;
import io.mirrorlake.evaluator.sample.SampleTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A sum of trees fitted by gradient boosting with second-order leaf values (Friedman 2001; Chen and
 * Guestrin 2016). Growing stops early when a held-out tenth of the rows no longer gains. A pure
 * function of rows, response and options.
 */
public final class BoostedTrees {
  /** Every so manieth row is held out to decide when to stop. */
  private static final int HELD_OUT = 10;

  /** With fewer held-out rows their loss is too noisy to stop by; then all trees are grown. */
  private static final int MIN_HELD_OUT_ROWS = 100;

  private final FeatureBins bins;
  private final Loss loss;
  private final double baseline;
  private final List<Tree> trees;

  private BoostedTrees(FeatureBins bins, Loss loss, double baseline, List<Tree> trees) {
    this.bins = bins;
    this.loss = loss;
    this.baseline = baseline;
    this.trees = List.copyOf(trees);
  }

  /**
   * Fits trees.
   *
   * @param table the features
   * @param response one finite number a row; 0 or 1 for {@link Loss#LOGISTIC}
   * @param loss what to make small
   * @param options how
   */
  public static BoostedTrees fit(
      SampleTable table, double[] response, Loss loss, BoostingOptions options) {
    if (table.rows() == 0 || table.rows() != response.length) {
      throw new IllegalArgumentException(
          table.rows() + " rows and " + response.length + " responses");
    }
    FeatureBins bins = FeatureBins.fit(table);
    BinnedTable binned = bins.code(table);
    int[] order = Draw.of(options.seed(), "early stopping").permutation(table.rows());
    int heldOut = options.patience() == 0 ? 0 : table.rows() / HELD_OUT;
    heldOut = heldOut < MIN_HELD_OUT_ROWS ? 0 : heldOut;
    Part kept = Part.of(binned, response, Arrays.copyOfRange(order, heldOut, order.length));
    Part judge = Part.of(binned, response, Arrays.copyOf(order, heldOut));
    double baseline = loss.baseline(Arrays.stream(kept.response).average().orElseThrow());
    Boosting boosting = new Boosting(loss, options, kept, judge);
    return new BoostedTrees(bins, loss, baseline, boosting.run(bins, baseline));
  }

  /** The score of each row: log-odds or the expected response. */
  public double[] scores(SampleTable table) {
    BinnedTable binned = bins.code(table);
    double[] scores = new double[table.rows()];
    for (int row = 0; row < scores.length; row++) {
      double sum = baseline;
      for (Tree tree : trees) {
        sum += tree.value(binned, row);
      }
      scores[row] = sum;
    }
    return scores;
  }

  /** The expected response of each row: with {@link Loss#LOGISTIC} the probability of a 1. */
  public double[] predictions(SampleTable table) {
    double[] scores = scores(table);
    return loss == Loss.LOGISTIC
        ? Arrays.stream(scores).map(s -> 1 / (1 + Math.exp(-s))).toArray()
        : scores;
  }

  /**
   * For each feature the share of all gains that its splits brought; all 0 where no tree has a
   * split.
   */
  public double[] gainShares() {
    double[] gains = new double[bins.width()];
    trees.forEach(tree -> tree.addGains(gains));
    double total = Arrays.stream(gains).sum();
    return Arrays.stream(gains).map(gain -> total > 0 ? gain / total : 0).toArray();
  }

  /**
   * For each pair of different features, at {@code [first][second]} with the first before the
   * second, the share of all gains that splits of the one below splits of the other brought.
   */
  public double[][] pairGainShares() {
    double[][] gains = new double[bins.width()][bins.width()];
    trees.forEach(tree -> tree.addPairGains(gains));
    double[] single = new double[bins.width()];
    trees.forEach(tree -> tree.addGains(single));
    double total = Arrays.stream(single).sum();
    for (int f = 0; f < gains.length; f++) {
      gains[f][f] = 0;
      for (int g = 0; g < gains.length; g++) {
        gains[f][g] = total > 0 ? gains[f][g] / total : 0;
      }
    }
    return gains;
  }

  /** The number of trees. */
  public int size() {
    return trees.size();
  }

  /** Some of the rows. */
  private static final class Part {
    private final BinnedTable table;
    private final double[] response;

    private Part(BinnedTable table, double[] response) {
      this.table = table;
      this.response = response;
    }

    static Part of(BinnedTable all, double[] response, int[] rows) {
      return new Part(
          all.take(rows), Arrays.stream(rows).mapToDouble(row -> response[row]).toArray());
    }
  }

  /** One run over the kept rows, watched on the held-out ones. */
  private record Boosting(Loss loss, BoostingOptions options, Part kept, Part judge) {
    List<Tree> run(FeatureBins bins, double baseline) {
      TreeGrower grower = new TreeGrower(bins, kept.table, options);
      double[] scores = filled(kept.response.length, baseline);
      double[] judged = filled(judge.response.length, baseline);
      double[] slopes = new double[2 * scores.length];
      List<Tree> trees = new ArrayList<>();
      double best = Double.POSITIVE_INFINITY;
      int bestSize = 0;
      while (trees.size() < options.trees()
          && (judged.length == 0 || trees.size() - bestSize <= options.patience())) {
        slopes(scores, slopes);
        Tree tree = grower.grow(slopes, scores);
        trees.add(tree);
        double value = judgedLoss(tree, judged);
        if (value < best) {
          best = value;
          bestSize = trees.size();
        }
      }
      return judged.length == 0 ? trees : trees.subList(0, bestSize);
    }

    private void slopes(double[] scores, double[] slopes) {
      for (int i = 0; i < scores.length; i++) {
        slopes[2 * i] = loss.gradient(kept.response[i], scores[i]);
        slopes[2 * i + 1] = loss.curvature(kept.response[i], scores[i]);
      }
    }

    private double judgedLoss(Tree tree, double[] judged) {
      double sum = 0;
      for (int i = 0; i < judged.length; i++) {
        judged[i] += tree.value(judge.table, i);
        sum += loss.value(judge.response[i], judged[i]);
      }
      return sum;
    }

    private static double[] filled(int size, double value) {
      double[] values = new double[size];
      Arrays.fill(values, value);
      return values;
    }
  }
}
