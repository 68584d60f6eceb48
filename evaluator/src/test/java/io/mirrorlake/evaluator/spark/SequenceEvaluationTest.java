package io.mirrorlake.evaluator.spark;

import static io.mirrorlake.evaluator.spark.SparkFixture.spark;
import static io.mirrorlake.evaluator.spark.SparkFixture.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mirrorlake.evaluator.metric.Metric;
import io.mirrorlake.evaluator.metric.SequenceMetrics;
import io.mirrorlake.evaluator.relations.Link;
import io.mirrorlake.evaluator.report.EvaluationOptions;
import io.mirrorlake.evaluator.report.EvaluationReport;
import io.mirrorlake.evaluator.report.ReportJson;
import io.mirrorlake.evaluator.report.SequenceOptions;
import io.mirrorlake.evaluator.report.Verdict;
import io.mirrorlake.profiler.schema.UserException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Payments of accounts: a balance that goes up or down with time, and a kind that alternates. */
class SequenceEvaluationTest {
  private static final EvaluationOptions OPTIONS =
      EvaluationOptions.defaults()
          .withSequences(new SequenceOptions("account", "day", List.of()))
          .withProbes(100);

  /**
   * 120 accounts with 4 to 9 payments each. Without order, days are dealt to the payments of an
   * account anew, so that each column alone stays as it was.
   */
  private static Dataset<Row> payments(int seed, boolean ordered) {
    String noise = "pmod(xxhash64(a, n, " + seed + "), 1000)";
    String place = ordered ? "n" : "row_number() over (partition by a order by " + noise + ") - 1";
    Dataset<Row> rows =
        sql(
            "select concat('account ', a) as account, "
                + "date_add(DATE'2024-01-01', int(a * 7 % 90 + 5 * ("
                + place
                + ") + pmod(xxhash64(a, n, 'day'), 3))) as day, "
                + "double(a % 7 + if(a % 2 = 0, 3.0, -3.0) * n + "
                + noise
                + " / 1000.0) as balance, if((n + a) % 2 = 0, 'in', 'out') as kind "
                + "from (select id + 1000 * "
                + seed
                + " as a from range(120)) lateral view explode(sequence(0, 8)) as n "
                + "where n < 4 + a % 6");
    return spark().createDataFrame(rows.collectAsList(), rows.schema());
  }

  private static EvaluationReport judged(Dataset<Row> synthetic) {
    return Evaluation.of(OPTIONS).run(payments(1, true), payments(2, true), synthetic, step -> {});
  }

  private static Optional<Verdict> verdict(EvaluationReport report, Metric metric) {
    return report.result(metric).verdict();
  }

  @Test
  void orderedPaymentsPassAndDisorderedOnesFailForAnyPartitions() {
    EvaluationReport good = judged(payments(3, true).repartition(5));
    for (Metric metric : SequenceMetrics.all()) {
      assertThat(verdict(good, metric)).as(metric.key()).contains(Verdict.PASS);
    }
    assertThat(good.subject().skipped()).anyMatch(column -> column.name().equals("account"));
    assertThat(ReportJson.write(judged(payments(3, true).coalesce(1))))
        .isEqualTo(ReportJson.write(good));

    EvaluationReport bad = judged(payments(3, false));
    assertThat(verdict(bad, SequenceMetrics.AUTOCORRELATION_ERROR)).contains(Verdict.FAIL);
    assertThat(verdict(bad, SequenceMetrics.TRANSITION_ERROR)).contains(Verdict.FAIL);
    assertThat(verdict(bad, SequenceMetrics.LENGTH_DISTANCE)).contains(Verdict.PASS);
  }

  @Test
  void inADatasetTheFirstReferenceAndTheTimeColumnAreTaken() {
    Dataset<Row> accounts = payments(1, true).select("account").distinct();
    Dataset<Row> made = payments(3, false);
    EvaluationReport report =
        DatasetEvaluation.of(
                EvaluationOptions.defaults(),
                Map.of("account", accounts, "payment", payments(1, true)),
                Map.of("account", made.select("account").distinct(), "payment", made),
                new DatasetKeys(
                    Map.of("account", List.of("account")),
                    List.of(
                        new Link("payment", List.of("account"), "account", List.of("account")))))
            .run(step -> {});
    assertThat(verdict(report, SequenceMetrics.TRANSITION_ERROR)).contains(Verdict.FAIL);
    assertThat(ReportJson.write(report)).contains("payment(account) -> account by day");
  }

  @Test
  void columnsThatAreNotThereAreAMistake() {
    for (SequenceOptions wrong :
        List.of(
            new SequenceOptions("acount", "day", List.of()),
            new SequenceOptions("account", "kind", List.of()),
            new SequenceOptions("account", "day", List.of("colour")))) {
      assertThatThrownBy(
              () ->
                  Evaluation.of(EvaluationOptions.defaults().withSequences(wrong))
                      .run(payments(1, true), payments(2, true), payments(3, true), step -> {}))
          .isInstanceOf(UserException.class)
          .hasMessageContaining("which is none that serves");
    }
    assertThatThrownBy(() -> new SequenceOptions("day", "day", List.of()))
        .hasMessageContaining("sequences.order is day");
  }
}
