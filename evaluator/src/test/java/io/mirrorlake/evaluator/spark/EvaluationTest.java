package io.mirrorlake.evaluator.spark;

import static io.mirrorlake.evaluator.spark.SparkFixture.dataset;
import static io.mirrorlake.evaluator.spark.SparkFixture.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mirrorlake.evaluator.judge.Engines;
import io.mirrorlake.evaluator.judge.Evidence;
import io.mirrorlake.evaluator.judge.Judge;
import io.mirrorlake.evaluator.metric.ColumnMetrics;
import io.mirrorlake.evaluator.metric.Metric;
import io.mirrorlake.evaluator.metric.PrivacyMetrics;
import io.mirrorlake.evaluator.report.EvaluationOptions;
import io.mirrorlake.evaluator.report.EvaluationReport;
import io.mirrorlake.evaluator.report.ReportJson;
import io.mirrorlake.evaluator.report.Verdict;
import io.mirrorlake.evaluator.sample.Draw;
import io.mirrorlake.evaluator.sample.SampleTable;
import io.mirrorlake.evaluator.sample.Tables;
import io.mirrorlake.evaluator.utility.LearnerScores;
import io.mirrorlake.profiler.schema.ErrorKind;
import io.mirrorlake.profiler.schema.UserException;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class EvaluationTest {
  private static final EvaluationOptions OPTIONS = EvaluationOptions.defaults().withProbes(300);

  private static EvaluationReport run(
      EvaluationOptions options, Dataset<Row> train, Dataset<Row> holdout, Dataset<Row> synthetic) {
    List<String> steps = new ArrayList<>();
    EvaluationReport report = Evaluation.of(options).run(train, holdout, synthetic, steps::add);
    assertThat(steps).startsWith("counting the rows of train").hasSizeGreaterThan(6);
    return report;
  }

  private static SampleTable shuffled(SampleTable table, long seed) {
    return table.take(Draw.of(seed, "test").permutation(table.rows()));
  }

  @Test
  void theReportDependsOnTheRowsAlone() {
    SampleTable train = Tables.people(700, 1);
    SampleTable holdout = Tables.people(600, 2);
    SampleTable made = Tables.people(700, 3);
    EvaluationOptions options = OPTIONS.withTarget("class");
    EvaluationReport report =
        run(
            options,
            dataset(train).coalesce(1),
            dataset(holdout).coalesce(1),
            dataset(made).coalesce(1));
    EvaluationReport again =
        run(
            options,
            dataset(shuffled(train, 1)).repartition(7),
            dataset(shuffled(holdout, 2)).repartition(2),
            dataset(shuffled(made, 3)).repartition(5));
    assertThat(ReportJson.write(again)).isEqualTo(ReportJson.write(report));

    assertThat(report.verdict()).isEqualTo(Verdict.PASS);
    assertThat(report.subject().train().rows()).isEqualTo(700);
    List<LearnerScores> learners = report.details().utility().orElseThrow().learners();
    assertThat(learners)
        .extracting(LearnerScores::learner)
        .containsExactly(
            "histogram boosting", "MLlib linear", "MLlib random forest", "MLlib boosted trees");
    assertThat(learners)
        .allSatisfy(
            scores -> {
              assertThat(scores.real().score()).isGreaterThan(0.88);
              assertThat(scores.synthetic().score()).isGreaterThan(0.88);
              assertThat(scores.independent().score()).isBetween(0.3, 0.7);
            });
  }

  @Test
  void aSampleDependsOnTheRowsAloneToo() {
    SampleTable train = Tables.people(1500, 1);
    SampleTable holdout = Tables.people(1200, 2);
    // Half of the synthetic rows are copies of train, some of them many times over.
    SampleTable made =
        Tables.people(1000, 3).append(train.take(Draw.of(1, "copies").resample(1500, 1000)));
    EvaluationOptions options = OPTIONS.withSampleRows(1000);
    EvaluationReport report = run(options, dataset(train), dataset(holdout), dataset(made));
    EvaluationReport again =
        run(
            options,
            dataset(shuffled(train, 1)).repartition(5),
            dataset(shuffled(holdout, 2)).repartition(5),
            dataset(shuffled(made, 3)).repartition(5));
    assertThat(ReportJson.write(again)).isEqualTo(ReportJson.write(report));
    assertThat(report.subject().synthetic().rows()).isEqualTo(2000);
    assertThat(report.subject().synthetic().sampledRows()).isEqualTo(1000);
    // Over all rows one in two is a copy; thinned to the holdout's 1,200 of 1,500 rows it is two in
    // five.
    assertThat(report.details().privacy().orElseThrow().allDuplicates().trainShare())
        .isEqualTo(0.5);
    assertThat(report.result(PrivacyMetrics.DUPLICATE_EXCESS).measurement().orElseThrow().score())
        .isBetween(0.36, 0.44);
    assertThat(report.alarm()).isTrue();
  }

  @Test
  void sparkFindsWhatTheProcessFinds() {
    SampleTable train = Tables.people(700, 1);
    SampleTable holdout = Tables.people(600, 2);
    SampleTable made = Tables.people(700, 3);
    EvaluationReport spark = run(OPTIONS, dataset(train), dataset(holdout), dataset(made));
    EvaluationReport local =
        Judge.of(OPTIONS, Engines.local(), step -> {}).judge(Evidence.of(train, holdout, made));
    for (Metric metric : List.of(ColumnMetrics.COLUMN_ERROR, ColumnMetrics.MISSINGNESS_ERROR)) {
      // Both compare 600 random rows with all of train; which rows these are depends on their order
      // in memory.
      double difference =
          spark.result(metric).measurement().orElseThrow().ceiling().orElseThrow()
              - local.result(metric).measurement().orElseThrow().ceiling().orElseThrow();
      assertThat(Math.abs(difference)).isLessThan(1e-9);
    }
  }

  @Test
  void widthsOfNumbersAndTypesOfTimeGoTogether() {
    String columns =
        "cast(id % 50 as %s) n, date_add(date'2020-01-01', cast(id %% 300 as int)) d, "
            + "timestamp_seconds(1600000000 + id * 1000) t, timestamp_ntz'2020-01-01 00:00:00' + make_interval(0,0,0,0,0,0,id) l, "
            + "id %% 3 = 0 b, if(id %% 10 = 0, null, concat('c', id %% 4)) c, make_interval(0, 0, 0, 1) a, "
            + "if(id %% 100 = 0, double('nan'), if(id %% 100 = 1, double('infinity'), double(id %% 7))) f";
    columns = columns.replace("id % 50", "id %% 50");
    Dataset<Row> train = sql("select " + String.format(columns, "int") + " from range(0, 400)");
    Dataset<Row> holdout =
        sql("select " + String.format(columns, "double") + " from range(0, 400)");
    Dataset<Row> made =
        sql("select " + String.format(columns, "decimal(9,2)") + " from range(0, 400)");
    EvaluationReport report = run(OPTIONS, train, holdout, made);
    assertThat(report.result(ColumnMetrics.COLUMN_ERROR).measurement().orElseThrow().score())
        .isZero();
    assertThat(report.details().privacy().orElseThrow().allDuplicates().inTrain()).isEqualTo(400);
    assertThat(report.details().columns())
        .extracting(column -> column.name() + " " + column.measure())
        .containsExactly(
            "n NUMBER",
            "d DATE",
            "t TIMESTAMP",
            "l TIMESTAMP",
            "b CATEGORY",
            "c CATEGORY",
            "f NUMBER");
    assertThat(report.subject().skipped())
        .singleElement()
        .satisfies(one -> assertThat(one.reason()).isEqualTo("type INTERVAL has no metric"));
    assertThat(report.notes())
        .contains("train.f: 8 values are infinite or not a number; they count as missing.");
    assertThat(report.details().columns().get(1).quantiles().get(0).train())
        .isEqualTo("2020-01-02");
    assertThat(report.details().columns().get(3).quantiles().get(6).train())
        .startsWith("2020-01-01 00:06");
  }

  private static void assertRefused(
      EvaluationOptions options, String[] queries, ErrorKind kind, String message) {
    assertThatThrownBy(() -> run(options, sql(queries[0]), sql(queries[1]), sql(queries[2])))
        .isInstanceOfSatisfying(UserException.class, e -> assertThat(e.kind()).isEqualTo(kind))
        .hasMessage(message);
  }

  private static String[] all(String query) {
    return new String[] {query, query, query};
  }

  @Test
  void namesEveryColumnThatIsMissing() {
    assertRefused(
        OPTIONS,
        new String[] {"select 1 a, 2 b", "select 1 a, 2 b, 3 c", "select 1 a"},
        ErrorKind.SOURCE,
        "the tables must have the same columns: train lacks [c]; synthetic lacks [b, c]\n"
            + "  cure: add, rename or exclude these columns; upper and lower case count");
    EvaluationOptions without = OPTIONS.withExcludedColumns(List.of("b"));
    assertRefused(
        without,
        new String[] {"select 1 a, 2 b", "select 1 a", "select 1 z, 4 b"},
        ErrorKind.SOURCE,
        "the tables must have the same columns: train lacks [z]; holdout lacks [z]; synthetic lacks [a]\n"
            + "  cure: add, rename or exclude these columns; upper and lower case count");
  }

  @Test
  void namesEveryColumnOfAnotherType() {
    assertRefused(
        OPTIONS,
        new String[] {
          "select 1 a, date'2020-01-01' b",
          "select 1.5 a, date'2020-01-01' b",
          "select 'x' a, '2020' b"
        },
        ErrorKind.SOURCE,
        "columns differ in type: a (train INT, holdout DECIMAL(2,1), synthetic STRING); "
            + "b (train DATE, holdout DATE, synthetic STRING)\n"
            + "  cure: read all tables with the same types, or exclude these columns");
  }

  @Test
  void refusesAnEmptyTable() {
    assertRefused(
        OPTIONS,
        new String[] {"select 1 a", "select 1 a", "select 1 a where false"},
        ErrorKind.SOURCE,
        "the synthetic table has no rows\n  cure: give a synthetic table with rows");
  }

  @Test
  void refusesATargetThatCannotBeLearned() {
    assertRefused(
        OPTIONS.withTarget("y"),
        all("select 1 a, 2 b"),
        ErrorKind.CONFIGURATION,
        "target names [y], but train has only the columns [a, b]\n"
            + "  cure: name columns as train does; upper and lower case count");
    assertRefused(
        OPTIONS.withTarget("b"),
        all("select id a, 'same' b from range(300)"),
        ErrorKind.CONFIGURATION,
        "target b has the same value in all real rows that were read\n  cure: choose a target with at least two values");
    assertRefused(
        OPTIONS.withTarget("b"),
        new String[] {"select 1 a, 2 b", "select 1 a, cast(null as int) b", "select 1 a, 2 b"},
        ErrorKind.CONFIGURATION,
        "target b is null in all 1 rows of holdout\n  cure: choose a target that has values");
    assertRefused(
        OPTIONS.withTarget("b"),
        all("select 1 a, make_interval(0, 0, 0, 1) b"),
        ErrorKind.CONFIGURATION,
        "target b is of a type that no model can predict\n  cure: choose a target among [a]");
  }

  @Test
  void refusesExclusionsThatDoNotExistOrLeaveNothing() {
    assertRefused(
        OPTIONS.withExcludedColumns(List.of("key")),
        all("select 1 a"),
        ErrorKind.CONFIGURATION,
        "excludedColumns names [key], but train has only the columns [a]\n"
            + "  cure: name columns as train does; upper and lower case count");
    assertThatThrownBy(
            () ->
                run(
                    OPTIONS.withExcludedColumns(List.of("a")),
                    sql("select 1 a"),
                    sql("select 1 a"),
                    sql("select 1 a")))
        .hasMessageStartingWith("no column is left to compare");
  }
}
