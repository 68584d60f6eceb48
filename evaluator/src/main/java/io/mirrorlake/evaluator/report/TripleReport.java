package io.mirrorlake.evaluator.report;

import java.util.List;

/**
 * 3-way marginals.
 *
 * @param count how many triples were compared
 * @param all how many there are
 * @param worst the triples farthest beyond their ceiling, farthest first
 */
public record TripleReport(int count, long all, List<Gap> worst) {
  public TripleReport {
    worst = List.copyOf(worst);
  }

  /**
   * A triple.
   *
   * @param columns its three columns
   * @param distance the total variation distance of the synthetic rows from train
   * @param ceilingDistance that of the holdout from train
   */
  public record Gap(List<String> columns, double distance, double ceilingDistance) {
    public Gap {
      columns = List.copyOf(columns);
    }
  }
}
