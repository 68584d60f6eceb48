package io.mirrorlake.evaluator.query;

/**
 * The error of an answer: |answer - real| / max(|real|, least), at most 1.
 *
 * <p>A relative error with the customary sanity bound (Garofalakis and Gibbons 2002), so that
 * answers near 0 do not decide everything, and with a cap, since an answer wrong by its whole size
 * is useless and whatever is beyond does not matter. No answer has the error 1.
 */
public final class QueryError {
  /** A thousandth of the rows: a smaller real count is compared with this. */
  private static final double LEAST_SHARE = 0.001;

  private QueryError() {}

  /**
   * The error of one answer.
   *
   * @param query what was asked
   * @param real the real table's answer
   * @param answer the other table's
   * @param spread the spread of the measure, the unit of averages near 0; any for a count
   */
  public static double of(
      AggregateQuery query, QueryAnswer real, QueryAnswer answer, double spread) {
    double truth = real.scaled(query.aggregate(), real.rows());
    double found = answer.scaled(query.aggregate(), real.rows());
    if (Double.isNaN(truth) || Double.isNaN(found)) {
      return Double.isNaN(truth) && Double.isNaN(found) ? 0 : 1;
    }
    double least =
        switch (query.aggregate()) {
          case COUNT -> LEAST_SHARE * real.rows();
          case AVG -> spread;
          case SUM -> spread * LEAST_SHARE * real.rows();
        };
    double unit = Math.max(Math.abs(truth), least);
    double difference = Math.abs(found - truth);
    return unit > 0 ? Math.min(1, difference / unit) : difference > 0 ? 1 : 0;
  }
}
