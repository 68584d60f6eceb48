package io.mirrorlake.evaluator.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorlake.evaluator.metric.ColumnMetrics;
import io.mirrorlake.evaluator.metric.JointMetrics;
import io.mirrorlake.evaluator.metric.Metric;
import io.mirrorlake.evaluator.metric.PairMetrics;
import io.mirrorlake.evaluator.report.Measurement;
import io.mirrorlake.evaluator.sample.Tables;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The standard errors of tables' scores, beside how much fresh tables vary. */
class TablesSectionTest {
  private static final int FRESH = 30;

  private static final List<Metric> METRICS =
      List.of(
          ColumnMetrics.COLUMN_ERROR, PairMetrics.ASSOCIATION_ERROR, JointMetrics.TRIPLE_ACCURACY);

  /** Tables of one name have the same halves of the same real rows. */
  private static TablesSection.Table table(String name, int rows, long seed) {
    return new TablesSection.Table(
        name, rows, rows, Tables.people(rows, 1), Tables.people(rows, seed));
  }

  private static Measurement measured(Contribution found, Metric metric) {
    return found.outcomes().stream()
        .filter(outcome -> outcome.metric().equals(metric))
        .findFirst()
        .flatMap(Outcome::measurement)
        .orElseThrow();
  }

  private static Contribution found(TablesSection.Table... tables) {
    return TablesSection.of(List.of(tables), 1);
  }

  /**
   * A standard deviation of ten is known to a quarter of itself, and one of thirty to an eighth:
   * twice or half as much is beyond two and a half of both together.
   */
  @Test
  void theStandardErrorIsHowMuchFreshTablesVary() {
    List<Contribution> fresh =
        IntStream.range(0, FRESH).mapToObj(i -> found(table("one", 1000, 10 + i))).toList();
    Contribution one = found(table("one", 1000, 2));
    for (Metric metric : METRICS) {
      double[] scores =
          fresh.stream().mapToDouble(each -> measured(each, metric).score()).toArray();
      double mean = Arrays.stream(scores).average().orElseThrow();
      double squares = Arrays.stream(scores).map(score -> Math.pow(score - mean, 2)).sum();
      double deviation = Math.sqrt(squares / (FRESH - 1));
      assertThat(measured(one, metric).standardError())
          .as(metric.key())
          .isBetween(deviation / 2, 2 * deviation);
    }
  }

  /** Four times the rows, or as many tables, halve it. The larger table's are drawn in part. */
  @Test
  void moreRowsAndMoreTablesMakeItSmaller() {
    Contribution few = found(table("one", 10_000, 2));
    Contribution many = found(table("one", 40_000, 2));
    Contribution one = found(table("one", 1000, 2));
    Contribution four =
        found(
            table("one", 1000, 2),
            table("two", 1000, 3),
            table("three", 1000, 4),
            table("four", 1000, 5));
    for (Metric metric : METRICS) {
      assertThat(measured(many, metric).standardError() / measured(few, metric).standardError())
          .as("%s of more rows", metric.key())
          .isBetween(0.25, 0.9);
      assertThat(measured(four, metric).standardError() / measured(one, metric).standardError())
          .as("%s of more tables", metric.key())
          .isBetween(0.25, 0.9);
    }
  }
}
