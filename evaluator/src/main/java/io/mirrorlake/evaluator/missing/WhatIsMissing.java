package io.mirrorlake.evaluator.missing;

import io.mirrorlake.evaluator.fidelity.BinnedDistribution;
import io.mirrorlake.evaluator.fidelity.ContingencyTable;
import io.mirrorlake.evaluator.sample.ValueText;
import io.mirrorlake.evaluator.tally.Tallies;
import io.mirrorlake.evaluator.tally.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a table lacks of train, or has in excess, over all rows.
 *
 * @param rareLabels labels below 1 % of train's rows, of which train has at least 10 rows and lets
 *     expect as many
 * @param tails the values beyond train's percentiles 0.1, 1, 99 and 99.9
 * @param findings those of them that differ beyond sampling error, and combinations
 * @param combinations the pairs' cells of which train has at least 10 rows and lets expect as many
 * @param lostCombinations those without a row
 * @param madeUpShare the mean over pairs of the share of rows in cells that train does not have
 */
public record WhatIsMissing(
    List<Shares> rareLabels,
    List<Shares> tails,
    List<Finding> findings,
    long combinations,
    long lostCombinations,
    double madeUpShare) {
  private static final double RARE = 0.01;
  private static final double[] TAILS = {0.001, 0.01};

  public WhatIsMissing {
    rareLabels = List.copyOf(rareLabels);
    tails = List.copyOf(tails);
    findings = List.copyOf(findings);
  }

  /** Looks for what {@code other} lacks of train. */
  public static WhatIsMissing of(Tallies tallies, Tally other) {
    return new Search(tallies, other).result();
  }

  /** The mean over tails of the relative gap, 0 where it is within sampling error. */
  public double tailLoss() {
    return gap(tails);
  }

  /** The mean over rare labels of the relative gap, 0 where it is within sampling error. */
  public double rareLabelLoss() {
    return gap(rareLabels);
  }

  private static double gap(List<Shares> all) {
    return all.stream()
        .mapToDouble(shares -> shares.differs() ? shares.relativeGap() : 0)
        .average()
        .orElse(0);
  }

  /** The share of combinations that are lost; 0 without any. */
  public double lostShare() {
    return combinations == 0 ? 0 : (double) lostCombinations / combinations;
  }

  /** The search, while it goes on. */
  private static final class Search {
    private final Tallies tallies;
    private final Tally train;
    private final Tally other;
    private final List<Shares> rareLabels = new ArrayList<>();
    private final List<Shares> tails = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private long combinations;
    private long lost;

    Search(Tallies tallies, Tally other) {
      this.tallies = tallies;
      this.train = tallies.train();
      this.other = other;
    }

    WhatIsMissing result() {
      for (int c = 0; c < train.plan().width(); c++) {
        if (train.plan().isNumber(c)) {
          tails(c);
        } else if (train.labels(c).isComplete() && other.labels(c).isComplete()) {
          labels(c);
        }
      }
      double madeUp = 0;
      int pairs = train.plan().pairs();
      for (int pair = 0; pair < pairs; pair++) {
        madeUp += combinations(pair) / pairs;
      }
      return new WhatIsMissing(rareLabels, tails, findings, combinations, lost, madeUp);
    }

    private Shares shares(double real, double found) {
      return new Shares(real, train.rows(), found, other.rows());
    }

    private void labels(int column) {
      Map<String, Long> counts = other.labels(column).counts();
      train
          .labels(column)
          .counts()
          .forEach(
              (label, count) -> {
                Shares shares = shares(count, counts.getOrDefault(label, 0L));
                if (shares.realShare() < RARE && shares.isExpected()) {
                  rareLabels.add(shares);
                  report(Finding.Kind.RARE_LABEL, column, label, shares);
                }
              });
    }

    private void tails(int column) {
      BinnedDistribution real = train.numbers(column).distribution();
      BinnedDistribution found = other.numbers(column).distribution();
      for (double tail : TAILS) {
        double low = real.quantile(tail);
        tail(column, "< " + text(column, low), below(real, low), below(found, low));
        double high = real.quantile(1 - tail);
        tail(column, "> " + text(column, high), above(real, high), above(found, high));
      }
    }

    private String text(int column, double value) {
      return ValueText.of(tallies.ruling().real().column(column).measure(), value);
    }

    private static double below(BinnedDistribution values, double end) {
      return values.total() * values.cumulative(Math.nextDown(end));
    }

    private static double above(BinnedDistribution values, double end) {
      return values.total() * (1 - values.cumulative(end));
    }

    private void tail(int column, String what, double real, double found) {
      Shares shares = shares(real, found);
      if (shares.isExpected()) {
        tails.add(shares);
        report(Finding.Kind.TAIL, column, what, shares);
      }
    }

    private void report(Finding.Kind kind, int column, String what, Shares shares) {
      if (shares.differs()) {
        findings.add(new Finding(kind, column, -1, what, shares));
      }
    }

    /** Looks at the cells of a pair, and returns the share of rows in those that are made up. */
    private double combinations(int pair) {
      ContingencyTable real = train.pair(pair).table();
      ContingencyTable found = other.pair(pair).table();
      double madeUp = 0;
      for (int a = 0; a < real.firstSize(); a++) {
        for (int b = 0; b < real.secondSize(); b++) {
          Shares shares = shares(real.count(a, b), found.count(a, b));
          madeUp += shares.real() == 0 ? shares.foundShare() : 0;
          combination(pair, a, b, shares);
        }
      }
      return madeUp;
    }

    private void combination(int pair, int a, int b, Shares shares) {
      boolean expected = shares.isExpected();
      combinations += expected ? 1 : 0;
      lost += expected && shares.found() == 0 ? 1 : 0;
      boolean none = shares.real() == 0 || shares.found() == 0;
      if (none && shares.differs()) {
        findings.add(
            new Finding(
                shares.real() == 0
                    ? Finding.Kind.MADE_UP_COMBINATION
                    : Finding.Kind.LOST_COMBINATION,
                train.plan().first(pair),
                train.plan().second(pair),
                tallies.combination(pair, a, b),
                shares));
      }
    }
  }
}
