package io.mirrorlake.evaluator.comparison;

import io.mirrorlake.evaluator.query.AggregateQuery;
import io.mirrorlake.evaluator.query.Predicate;
import io.mirrorlake.evaluator.query.QueryAnswer;
import io.mirrorlake.evaluator.query.QueryError;
import io.mirrorlake.evaluator.sample.Quantiles;
import io.mirrorlake.evaluator.tally.Tally;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The errors of the answers to the random queries, against the reference.
 *
 * @param errors the relative error of each query, at most 1
 */
public record QueryComparison(List<Double> errors) {
  public QueryComparison {
    errors = List.copyOf(errors);
  }

  /** The errors of a table's answers. */
  public static QueryComparison of(Tally reference, Tally other) {
    return new QueryComparison(
        queries(reference).mapToObj(q -> error(reference, q, other.answer(q))).toList());
  }

  /** The errors of what the reference would answer if its columns were independent. */
  public static QueryComparison independent(Tally reference) {
    double[][] shares = codeShares(reference);
    return new QueryComparison(
        queries(reference)
            .mapToObj(q -> error(reference, q, independentAnswer(reference, q, shares)))
            .toList());
  }

  private static IntStream queries(Tally tally) {
    return IntStream.range(0, tally.plan().queries().size());
  }

  private static double error(Tally reference, int query, QueryAnswer answer) {
    AggregateQuery asked = reference.plan().queries().get(query);
    double spread =
        asked.measure() < 0 ? 0 : reference.numbers(asked.measure()).distribution().spread();
    return QueryError.of(asked, reference.answer(query), answer, spread);
  }

  /**
   * With independent columns the share that passes is the product of the predicates' shares, and
   * the mean of a measure is that of all rows; the real one where a predicate is on the measure
   * itself, which makes the floor a little too good.
   */
  private static QueryAnswer independentAnswer(Tally reference, int query, double[][] shares) {
    AggregateQuery asked = reference.plan().queries().get(query);
    double passing = reference.rows();
    for (Predicate predicate : asked.predicates()) {
      double[] codes = shares[predicate.column()];
      passing *=
          IntStream.range(0, codes.length)
              .filter(predicate::passes)
              .mapToDouble(code -> codes[code])
              .sum();
    }
    if (asked.measure() < 0) {
      return new QueryAnswer(reference.rows(), passing, Double.NaN, 0);
    }
    boolean own = asked.predicates().stream().anyMatch(p -> p.column() == asked.measure());
    QueryAnswer real = reference.answer(query);
    if (own) {
      double present = real.passing() > 0 ? real.values() / real.passing() : 0;
      return new QueryAnswer(reference.rows(), passing, real.mean(), passing * present);
    }
    double present = 1 - reference.missingShare(asked.measure());
    double mean = reference.numbers(asked.measure()).distribution().mean();
    return new QueryAnswer(reference.rows(), passing, mean, passing * present);
  }

  private static double[][] codeShares(Tally tally) {
    double[][] shares = new double[tally.plan().width()][];
    for (int c = 0; c < shares.length; c++) {
      double[] counts = tally.codeCounts(c);
      double rows = Math.max(1, tally.rows());
      shares[c] = Arrays.stream(counts).map(count -> count / rows).toArray();
    }
    return shares;
  }

  /** The mean error. */
  public double mean() {
    return errors.stream().mapToDouble(error -> error).average().orElse(0);
  }

  /** The smallest error that at least this share of the queries does not exceed. */
  public double quantile(double probability) {
    double[] sorted = errors.stream().mapToDouble(error -> error).sorted().toArray();
    return sorted.length == 0 ? 0 : Quantiles.of(sorted, probability);
  }

  /** The standard error of the mean over the choice of queries. */
  public double standardError() {
    int n = errors.size();
    double mean = mean();
    double squares = errors.stream().mapToDouble(error -> (error - mean) * (error - mean)).sum();
    return n < 2 ? 0 : Math.sqrt(squares / (n - 1) / n);
  }
}
