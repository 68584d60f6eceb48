package io.mirrorlake.evaluator.query;

/**
 * What a table says to a query, before it is scaled to another table's size.
 *
 * @param rows the rows of the table
 * @param passing the rows that pass; a fraction where it is an expectation
 * @param mean the mean of the measure over those of them that have a value; NaN without one, or for
 *     a count
 * @param values the passing rows that have a value of the measure; 0 for a count
 */
public record QueryAnswer(long rows, double passing, double mean, double values) {

  /** The answer of a table with the same shares and these many rows; NaN where there is none. */
  public double scaled(AggregateQuery.Aggregate aggregate, long toRows) {
    double scale = rows == 0 ? 0 : (double) toRows / rows;
    return switch (aggregate) {
      case COUNT -> passing * scale;
      case AVG -> values > 0 ? mean : Double.NaN;
      case SUM -> values > 0 ? mean * values * scale : 0;
    };
  }
}
