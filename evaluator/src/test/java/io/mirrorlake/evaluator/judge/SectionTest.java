package io.mirrorlake.evaluator.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mirrorlake.evaluator.metric.Band;
import io.mirrorlake.evaluator.metric.ColumnMetrics;
import io.mirrorlake.evaluator.metric.JointMetrics;
import io.mirrorlake.evaluator.metric.Metric;
import io.mirrorlake.evaluator.metric.MetricGroup;
import io.mirrorlake.evaluator.metric.PairMetrics;
import io.mirrorlake.evaluator.metric.Rule;
import io.mirrorlake.evaluator.report.EvaluationOptions;
import io.mirrorlake.evaluator.report.Measurement;
import io.mirrorlake.evaluator.report.MetricResult;
import io.mirrorlake.evaluator.report.Thresholds;
import io.mirrorlake.evaluator.report.Verdict;
import io.mirrorlake.evaluator.sample.Tables;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a section may contribute, and what its scores become. */
class SectionTest {
  private static final Case TABLES =
      Case.of(
          ComparedColumns.of(
              Evidence.of(Tables.people(300, 1), Tables.people(200, 2), Tables.people(250, 3)),
              EvaluationOptions.defaults()),
          Evidence.of(Tables.people(300, 1), Tables.people(200, 2), Tables.people(250, 3)),
          Engines.local());
  private static final VerdictRule RULE = new VerdictRule(Thresholds.defaults());

  private static MetricResult judged(Metric metric, Measurement measurement) {
    return RULE.judge(Outcome.measured(metric, measurement));
  }

  @Test
  void aSectionHasAnOutcomeForEachOfItsMetrics() {
    Outcome columns = Outcome.notComputed(ColumnMetrics.COLUMN_ERROR, "no reason");
    Section section =
        new Section(
            "trying",
            List.of(ColumnMetrics.COLUMN_ERROR, PairMetrics.ASSOCIATION_ERROR),
            tables -> Contribution.of(columns));
    assertThatThrownBy(() -> section.examine(TABLES))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("the section that is trying has outcomes for [Metric[key=columnE");
  }

  @Test
  void theLineupHasEquallyManyRows() {
    Scored<Integer> rows = TABLES.lineup().score(table -> table.rows());
    assertThat(List.of(rows.synthetic(), rows.ceiling(), rows.floor())).containsOnly(200);
    assertThat(rows.resamples()).hasSize(Lineup.RESAMPLES).containsOnly(200);
  }

  @Test
  void onlyAlarmedMetricsHaveABoundForAlarms() {
    assertThatThrownBy(
            () ->
                Outcome.measured(
                    ColumnMetrics.COLUMN_ERROR, Measurement.of(0.1, 0).withAlarmBound(0.05)))
        .hasMessage("columnError has no alarm, but a bound for one");
  }

  @Test
  void whatSaysNothingIsShownWithoutAVerdict() {
    MetricResult result =
        RULE.judge(
            Outcome.saysNothing(
                JointMetrics.TWO_SAMPLE_AUC, Measurement.of(0.7, 0.1), "too few rows"));
    assertThat(result.verdict()).isEmpty();
    assertThat(result.measurement()).isPresent();
    assertThat(result.reason()).isEqualTo("too few rows");
  }

  @Test
  void aLimitIsComparedWithTheScoreItself() {
    Metric lower = Metric.lower("a", "A", MetricGroup.QUERY).judged(Rule.limit(0.1, 0.2));
    assertThat(judged(lower, Measurement.of(0.1, 0)).verdict()).contains(Verdict.PASS);
    assertThat(judged(lower, Measurement.of(0.15, 0)).verdict()).contains(Verdict.WARN);
    assertThat(judged(lower, Measurement.of(0.21, 0)).reason())
        .isEqualTo("0.2100 (limit 0.1, fails above 0.2)");
    Metric higher = Metric.higher("b", "B", MetricGroup.QUERY).judged(Rule.limit(0.9, 0.5));
    assertThat(judged(higher, Measurement.of(0.9, 0)).verdict()).contains(Verdict.PASS);
    assertThat(judged(higher, Measurement.of(0.6, 0)).verdict()).contains(Verdict.WARN);
    assertThat(judged(higher, Measurement.of(0.4, 0)).verdict()).contains(Verdict.FAIL);
  }

  @Test
  void anExcessCountsOnceItsIntervalExcludesTheNeutralValue() {
    Metric metric =
        Metric.lower("a", "A", MetricGroup.PRIVACY)
            .judged(Rule.excess(0.5, 0.02, 0.05))
            .withAlarm();
    assertThat(judged(metric, Measurement.of(0.58, 0.05)).verdict()).contains(Verdict.PASS);
    MetricResult leak = judged(metric, Measurement.of(0.58, 0.01));
    assertThat(leak.verdict()).contains(Verdict.FAIL);
    assertThat(leak.alarm()).isTrue();
    assertThat(judged(metric, Measurement.of(0.51, 0.001)).verdict()).contains(Verdict.PASS);
    assertThat(judged(metric, Measurement.of(0.4, 0.01)).reason())
        .contains("has the generator seen the holdout");
  }

  @Test
  void informationHasNoVerdictAndTakesNoLimits() {
    Metric metric = Metric.lower("a", "A", MetricGroup.QUERY);
    MetricResult result = judged(metric, Measurement.of(3, 0));
    assertThat(result.verdict()).isEmpty();
    assertThat(result.reason()).isEqualTo("for information, not judged");
    assertThat(Thresholds.defaults().of(metric)).isEmpty();
    assertThat(Thresholds.defaults().of(ColumnMetrics.COLUMN_ERROR)).contains(new Band(0.03, 0.1));
  }

  @Test
  void aRuleWithoutItsEndsIsADefect() {
    assertThatThrownBy(() -> judged(ColumnMetrics.COLUMN_ERROR, Measurement.of(0.1, 0)))
        .hasMessage("columnError is judged by a ceiling it lacks");
  }
}
