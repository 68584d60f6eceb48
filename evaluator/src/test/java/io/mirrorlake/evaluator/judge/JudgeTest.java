package io.mirrorlake.evaluator.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.mirrorlake.evaluator.metric.AttackMetrics;
import io.mirrorlake.evaluator.metric.ColumnMetrics;
import io.mirrorlake.evaluator.metric.JointMetrics;
import io.mirrorlake.evaluator.metric.Metric;
import io.mirrorlake.evaluator.metric.PairMetrics;
import io.mirrorlake.evaluator.metric.PrivacyMetrics;
import io.mirrorlake.evaluator.metric.UtilityMetrics;
import io.mirrorlake.evaluator.report.EvaluationOptions;
import io.mirrorlake.evaluator.report.EvaluationReport;
import io.mirrorlake.evaluator.report.Measurement;
import io.mirrorlake.evaluator.report.MetricResult;
import io.mirrorlake.evaluator.report.ReportJson;
import io.mirrorlake.evaluator.report.Verdict;
import io.mirrorlake.evaluator.sample.CategoryColumn;
import io.mirrorlake.evaluator.sample.IndependentMarginals;
import io.mirrorlake.evaluator.sample.NumberColumn;
import io.mirrorlake.evaluator.sample.SampleColumn;
import io.mirrorlake.evaluator.sample.SampleTable;
import io.mirrorlake.evaluator.sample.Tables;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What the judge says of good synthetic tables, and that each fault is noticed by the metrics that
 * stand for it.
 */
class JudgeTest {
  private static final int ROWS = 3000;
  private static final EvaluationOptions OPTIONS =
      EvaluationOptions.defaults().withTarget("class").withProbes(1000);
  private static final SampleTable TRAIN = Tables.people(ROWS, 1);
  private static final SampleTable HOLDOUT = Tables.people(ROWS, 2);
  private static final SampleTable GOOD = Tables.people(ROWS, 3);

  private static EvaluationReport judge(SampleTable synthetic) {
    return judge(TRAIN, HOLDOUT, synthetic, OPTIONS);
  }

  private static EvaluationReport judge(
      SampleTable train, SampleTable holdout, SampleTable synthetic, EvaluationOptions options) {
    List<String> steps = new ArrayList<>();
    EvaluationReport report =
        Judge.of(options, Engines.local(), steps::add)
            .judge(Evidence.of(train, holdout, synthetic));
    assertThat(steps).hasSizeGreaterThanOrEqualTo(3);
    return report;
  }

  private static Verdict verdict(EvaluationReport report, Metric metric) {
    return report.result(metric).verdict().orElseThrow();
  }

  private static Measurement measured(EvaluationReport report, Metric metric) {
    return report.result(metric).measurement().orElseThrow();
  }

  @Test
  void freshRowsOfThePopulationPassEverywhere() {
    EvaluationReport report = judge(GOOD);
    assertThat(report.metrics())
        .filteredOn(
            result -> result.metric().rule().band().isPresent() && result.measurement().isPresent())
        .allSatisfy(
            result ->
                assertThat(result.verdict().orElse(Verdict.PASS))
                    .as(result.metric().key() + ": " + result.reason())
                    .isEqualTo(Verdict.PASS));
    assertThat(verdict(report, AttackMetrics.MEMBERSHIP_AREA)).isEqualTo(Verdict.PASS);
    assertThat(report.verdict()).isEqualTo(Verdict.PASS);
    assertThat(report.alarm()).isFalse();
  }

  @Test
  void theHoldoutInTheSyntheticTablesPlaceScoresAtTheCeiling() {
    EvaluationReport report = judge(HOLDOUT);
    for (Metric metric : List.of(ColumnMetrics.MISSINGNESS_ERROR, JointMetrics.TWO_SAMPLE_AUC)) {
      assertThat(measured(report, metric).ceiling()).contains(measured(report, metric).score());
    }
    for (Metric metric :
        List.of(
            ColumnMetrics.COLUMN_ERROR,
            PairMetrics.ASSOCIATION_ERROR,
            JointMetrics.TRIPLE_ACCURACY)) {
      Measurement measurement = measured(report, metric);
      assertThat(measurement.score()).isEqualTo(measurement.ceiling().orElseThrow(), within(1e-9));
      assertThat(verdict(report, metric)).isEqualTo(Verdict.PASS);
    }
    // A copy of the holdout is as suspicious as one of train.
    assertThat(report.result(PrivacyMetrics.NEAREST_TRAIN_SHARE).reason())
        .contains("has the generator seen the holdout");
  }

  @Test
  void aCopyOfTrainFailsOnPrivacyAndRaisesTheAlarm() {
    EvaluationReport report = judge(TRAIN);
    assertThat(verdict(report, PrivacyMetrics.NEAREST_TRAIN_SHARE)).isEqualTo(Verdict.FAIL);
    assertThat(verdict(report, PrivacyMetrics.DUPLICATE_EXCESS)).isEqualTo(Verdict.FAIL);
    for (Metric metric :
        List.of(
            JointMetrics.TRIPLE_ACCURACY,
            JointMetrics.TWO_SAMPLE_AUC,
            PrivacyMetrics.NEAREST_TRAIN_SHARE,
            PrivacyMetrics.WORST_SUBSET_SHARE,
            PrivacyMetrics.NEAR_COPY_EXCESS,
            AttackMetrics.MEMBERSHIP_AREA,
            AttackMetrics.MEMBERSHIP_TRUE_POSITIVES,
            AttackMetrics.SINGLING_OUT_ONE_COLUMN,
            AttackMetrics.SINGLING_OUT_SEVERAL_COLUMNS,
            AttackMetrics.LINKABILITY,
            AttackMetrics.ATTRIBUTE_INFERENCE)) {
      assertThat(report.result(metric).alarm()).as(metric.key()).isTrue();
    }
    assertThat(report.result(JointMetrics.TRIPLE_ACCURACY).reason()).endsWith("memorised?");
  }

  @Test
  void independentMarginalsFailOnDependence() {
    EvaluationReport report = judge(IndependentMarginals.of(TRAIN, 77));
    for (Metric metric :
        List.of(
            PairMetrics.ASSOCIATION_ERROR,
            JointMetrics.TRIPLE_ACCURACY,
            JointMetrics.TWO_SAMPLE_AUC,
            UtilityMetrics.TRAIN_SYNTHETIC_SCORE)) {
      assertThat(verdict(report, metric)).as(metric.key()).isEqualTo(Verdict.FAIL);
    }
    assertThat(verdict(report, ColumnMetrics.COLUMN_ERROR)).isEqualTo(Verdict.PASS);
    // Shuffled columns still hold the incomes of single persons, to the last digit.
    assertThat(report.metrics())
        .filteredOn(MetricResult::alarm)
        .extracting(MetricResult::metric)
        .contains(AttackMetrics.SINGLING_OUT_ONE_COLUMN)
        .isSubsetOf(AttackMetrics.SINGLING_OUT_ONE_COLUMN, PrivacyMetrics.WORST_SUBSET_SHARE);
  }

  @Test
  void fivePercentOfCopiesAreNoticed() {
    int[] rows = IntStream.range(0, ROWS).map(i -> i < ROWS / 20 ? i : ROWS + i).toArray();
    EvaluationReport report = judge(TRAIN.append(GOOD).take(rows));
    assertThat(measured(report, PrivacyMetrics.DUPLICATE_EXCESS).score())
        .isEqualTo(0.05, within(0.005));
    assertThat(verdict(report, PrivacyMetrics.DUPLICATE_EXCESS)).isEqualTo(Verdict.FAIL);
    assertThat(report.alarm()).isTrue();
  }

  @Test
  void aLostTailIsNoticed() {
    NumberColumn income = (NumberColumn) GOOD.column(1);
    double[] cut =
        IntStream.range(0, ROWS).mapToDouble(i -> Math.min(80, income.value(i))).toArray();
    EvaluationReport report = judge(replaced(GOOD, 1, Tables.numbers("income", cut)));
    assertThat(measured(report, ColumnMetrics.COLUMN_ERROR).score())
        .isGreaterThan(2 * measured(report, ColumnMetrics.COLUMN_ERROR).ceiling().orElseThrow());
    assertThat(report.details().columns().get(1).error()).isGreaterThan(0.1);
    assertThat(measured(report, JointMetrics.TWO_SAMPLE_AUC).score()).isGreaterThan(0.55);
    assertThat(report.details().columns().get(1).quantiles())
        .last()
        .satisfies(quantile -> assertThat(quantile.synthetic()).isEqualTo("80"));
  }

  @Test
  void aModeCollapseAndLostNullsAreNoticed() {
    EvaluationReport collapsed =
        judge(replaced(GOOD, 3, Tables.categories("region", 4, new int[ROWS])));
    assertThat(verdict(collapsed, ColumnMetrics.COLUMN_ERROR)).isNotEqualTo(Verdict.PASS);
    NumberColumn age = (NumberColumn) GOOD.column(0);
    double[] filled =
        IntStream.range(0, ROWS).mapToDouble(i -> age.isMissing(i) ? 40 : age.value(i)).toArray();
    EvaluationReport without = judge(replaced(GOOD, 0, Tables.numbers("age", filled)));
    assertThat(measured(without, ColumnMetrics.MISSINGNESS_ERROR).score())
        .isEqualTo(0.05 / 6, within(0.002));
    assertThat(without.result(JointMetrics.TWO_SAMPLE_AUC).measurement().orElseThrow().score())
        .isGreaterThan(0.51);
  }

  private static SampleTable replaced(SampleTable table, int place, SampleColumn column) {
    List<SampleColumn> columns = new ArrayList<>(table.columns());
    columns.set(place, column);
    return SampleTable.of(columns);
  }

  @Test
  void theSameEvidenceGivesTheSameText() {
    assertThat(ReportJson.write(judge(GOOD))).isEqualTo(ReportJson.write(judge(GOOD)));
  }

  @Test
  void whatCannotBeComputedSaysWhy() {
    EvaluationReport report =
        judge(
            Tables.people(150, 1),
            Tables.people(150, 2),
            Tables.people(150, 3),
            EvaluationOptions.defaults());
    assertThat(report.result(JointMetrics.TWO_SAMPLE_AUC))
        .isEqualTo(
            MetricResult.notComputed(
                JointMetrics.TWO_SAMPLE_AUC, "needs at least 200 rows in each table"));
    assertThat(report.result(UtilityMetrics.TRAIN_SYNTHETIC_SCORE).reason())
        .startsWith("no target was named");
    assertThat(report.result(PrivacyMetrics.NEAREST_TRAIN_SHARE).verdict()).isEmpty();
    assertThat(report.notes())
        .containsExactly("No target was named, so no model was trained on the synthetic rows.");
  }

  @Test
  void oneColumnIsEnough() {
    SampleTable train = TRAIN.select(column -> column.name().equals("gift"));
    EvaluationReport report =
        judge(
            train,
            HOLDOUT.select(column -> column.name().equals("gift")),
            GOOD.select(column -> column.name().equals("gift")),
            EvaluationOptions.defaults().withProbes(200));
    assertThat(report.result(PairMetrics.ASSOCIATION_ERROR).reason())
        .isEqualTo("needs at least two columns in each table");
    assertThat(verdict(report, ColumnMetrics.COLUMN_ERROR)).isEqualTo(Verdict.PASS);
    assertThat(report.details().pairs()).isEmpty();
  }

  @Test
  void columnsWithoutDependenceAreJudgedByTheirDistance() {
    SampleTable train = IndependentMarginals.of(TRAIN, 1);
    EvaluationReport report =
        judge(
            train,
            IndependentMarginals.of(HOLDOUT, 1),
            IndependentMarginals.of(GOOD, 1),
            EvaluationOptions.defaults().withProbes(200));
    assertThat(report.verdict()).isEqualTo(Verdict.PASS);
    assertThat(report.result(JointMetrics.TRIPLE_ACCURACY).reason()).contains("this says little");
  }

  @Test
  void identifiersAreLeftOutAndNamed() {
    int[] codes = IntStream.range(0, ROWS).toArray();
    List<String> labels = IntStream.range(0, ROWS).mapToObj(i -> "id-" + i).toList();
    SampleColumn id = CategoryColumn.of("id", labels, codes);
    EvaluationReport report = judge(with(TRAIN, id), with(HOLDOUT, id), with(GOOD, id), OPTIONS);
    assertThat(report.subject().skipped())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.name()).isEqualTo("id");
              assertThat(one.reason())
                  .isEqualTo("nearly every value occurs once: an identifier or free text");
            });
    SampleTable only = SampleTable.of(id);
    assertThatThrownBy(() -> judge(only, only, only, EvaluationOptions.defaults()))
        .hasMessageContaining("none of the columns can be compared");
  }

  @Test
  void numbersThatDifferInEveryRowAreAskedAbout() {
    double[] places = IntStream.range(0, ROWS).asDoubleStream().toArray();
    SampleColumn key = Tables.numbers("key", places);
    SampleColumn amount =
        Tables.numbers("amount", Arrays.stream(places).map(place -> place + 0.5).toArray());
    SampleTable train = SampleTable.of(List.of(key, amount));
    EvaluationReport report =
        judge(train, train, train, EvaluationOptions.defaults().withProbes(200));
    assertThat(report.notes())
        .filteredOn(note -> note.contains("leave it out"))
        .singleElement()
        .asString()
        .contains("column 'key'");
  }

  private static SampleTable with(SampleTable table, SampleColumn column) {
    List<SampleColumn> columns = new ArrayList<>(table.columns());
    columns.add(column);
    return SampleTable.of(columns);
  }
}
