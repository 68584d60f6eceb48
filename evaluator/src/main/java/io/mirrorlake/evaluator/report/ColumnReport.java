package io.mirrorlake.evaluator.report;

import io.mirrorlake.evaluator.sample.Measure;
import java.util.List;

/**
 * One column, synthetic against train.
 *
 * @param name the column
 * @param measure what its values are
 * @param error the distance of the values that are not missing: Kolmogorov-Smirnov or total
 *     variation
 * @param ceilingError the same distance of the holdout from train
 * @param missing the shares of missing values
 * @param bars the distributions in common bins or labels
 * @param quantiles quantiles of a number or time; empty for categories
 */
public record ColumnReport(
    String name,
    Measure measure,
    double error,
    double ceilingError,
    Shares missing,
    List<Bar> bars,
    List<Quantile> quantiles) {
  public ColumnReport {
    bars = List.copyOf(bars);
    quantiles = List.copyOf(quantiles);
  }

  /**
   * A share of each table.
   *
   * @param train of the training rows
   * @param holdout of the holdout rows
   * @param synthetic of the synthetic rows
   */
  public record Shares(double train, double holdout, double synthetic) {}

  /**
   * A bin or label.
   *
   * @param label what it holds
   * @param train the share of training values in it
   * @param synthetic the share of synthetic values in it
   */
  public record Bar(String label, double train, double synthetic) {}

  /**
   * A quantile of both tables.
   *
   * @param probability the probability
   * @param train the training rows' value, written out
   * @param synthetic the synthetic rows' value, written out
   */
  public record Quantile(double probability, String train, String synthetic) {}
}
