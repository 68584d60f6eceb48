package io.mirrorlake.profiler.tree;

import io.mirrorlake.profiler.copula.DensityRatio.SymmetricTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How well trees of a density ratio tell rows that nothing was learned from, real ones from those
 * that were drawn: the gain of the logistic loss against even odds, ln 2 - (E ln(1 + exp(-f(real)))
 * + E ln(1 + exp(f(drawn)))) / 2. It is at most the Jensen-Shannon divergence of the two.
 *
 * @param nats the gain of each number of trees, from one, in nats a row
 * @param errors their standard errors
 */
record RatioGains(List<Double> nats, List<Double> errors) {
  /** So many trees without a better gain are the end. */
  private static final int PATIENCE = 25;

  /** So many trees, and all of them gain less than this, are the end as well. */
  private static final int FIRST_TREES = 40;

  private static final double PROMISING = 0.005;

  RatioGains {
    nats = List.copyOf(nats);
    errors = List.copyOf(errors);
  }

  /**
   * The gains of one tree after the other.
   *
   * @param boosting grows them
   * @param most how many trees there are at most
   * @param grown takes the trees
   */
  static RatioGains of(
      RatioBoosting boosting,
      List<CodeColumn> real,
      List<CodeColumn> drawn,
      int most,
      Consumer<SymmetricTree> grown) {
    Side realSide = new Side(real, 1);
    Side drawnSide = new Side(drawn, -1);
    List<Double> nats = new ArrayList<>();
    List<Double> errors = new ArrayList<>();
    double highest = 0;
    int best = 0;
    while (nats.size() < most && nats.size() < best + PATIENCE) {
      Optional<SymmetricTree> tree = boosting.next();
      if (tree.isEmpty()) {
        break;
      }
      grown.accept(tree.get());
      realSide.follow(tree.get());
      drawnSide.follow(tree.get());
      double[] a = realSide.gain();
      double[] b = drawnSide.gain();
      double gain = (a[0] + b[0]) / 2;
      nats.add(gain);
      errors.add(Math.sqrt(a[1] + b[1]) / 2);
      if (nats.size() == FIRST_TREES && gain < PROMISING) {
        break;
      }
      best = gain > highest ? nats.size() : best;
      highest = Math.max(gain, highest);
    }
    return new RatioGains(nats, errors);
  }

  /** How many trees gain most; 0 where none gain anything. */
  int best() {
    int best = 0;
    for (int trees = 1; trees <= nats.size(); trees++) {
      double gain = best == 0 ? 0 : nats.get(best - 1);
      best = nats.get(trees - 1) > gain ? trees : best;
    }
    return best;
  }

  /** Rows that are all real or all drawn. */
  private static final class Side {
    private final byte[][] codes;
    private final double[] odds;
    private final int sign;

    Side(List<CodeColumn> columns, int sign) {
      this.codes = columns.stream().map(CodeColumn::codes).toArray(byte[][]::new);
      this.odds = new double[columns.get(0).rows()];
      this.sign = sign;
    }

    void follow(SymmetricTree tree) {
      RatioBoosting.follow(tree, codes, odds);
    }

    /** The mean and its variance. */
    double[] gain() {
      double sum = 0;
      double squares = 0;
      for (double of : odds) {
        double gain = Math.log(2) - Math.log1p(Math.exp(-sign * of));
        sum += gain;
        squares += gain * gain;
      }
      double mean = sum / odds.length;
      return new double[] {mean, (squares / odds.length - mean * mean) / odds.length};
    }
  }
}
