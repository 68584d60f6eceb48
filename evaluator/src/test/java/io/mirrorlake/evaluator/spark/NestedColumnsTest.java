package io.mirrorlake.evaluator.spark;

import static io.mirrorlake.evaluator.spark.SparkFixture.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mirrorlake.evaluator.metric.ColumnMetrics;
import io.mirrorlake.evaluator.metric.PrivacyMetrics;
import io.mirrorlake.evaluator.report.ColumnReport;
import io.mirrorlake.evaluator.report.EvaluationOptions;
import io.mirrorlake.evaluator.report.EvaluationReport;
import io.mirrorlake.evaluator.report.ScoreChange.Direction;
import io.mirrorlake.evaluator.report.ScoreComparison;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Nested columns by their leaves, tables without a holdout, and tables beside another. */
class NestedColumnsTest {
  private static final EvaluationOptions OPTIONS = EvaluationOptions.defaults().withProbes(100);

  private static Dataset<Row> nested(int first, int modulus) {
    return sql(
        String.format(
            "select named_struct('x', id %% %2$d, 'y', array(cast(id %% 5 as double), 1d)) s, if(id"
                + " %% 7 = 0, null, slice(array(1, 2, 3), 1, cast(id %% 4 as int))) a, if(id %% 2 ="
                + " 0, map('k', id %% 3), map('k', 1L, 'l', id %% 3)) m, cast(if(id %% 5 = 0, 'ab',"
                + " 'abc') as binary) b, make_ym_interval(1, cast(id %% 6 as int)) ym,"
                + " make_dt_interval(cast(id %% 2 as int), 1, 1, 1.5) dt from range(%1$d, %1$d +"
                + " 400)",
            first, modulus));
  }

  @Test
  void eachNestedColumnIsComparedByItsLeaves() {
    EvaluationReport report =
        Evaluation.of(OPTIONS)
            .run(EvaluatedTables.of(nested(0, 10), nested(400, 10), nested(800, 5)), step -> {});
    assertThat(report.details().columns())
        .extracting(column -> column.name() + " " + column.measure())
        .containsExactly(
            "s.x NUMBER",
            "s.y.size NUMBER",
            "s.y[0] NUMBER",
            "a.size NUMBER",
            "a[0] NUMBER",
            "m.size NUMBER",
            "m.keys CATEGORY",
            "m.least NUMBER",
            "b.length NUMBER",
            "b.hash CATEGORY",
            "ym NUMBER",
            "dt NUMBER");
    assertThat(report.subject().skipped()).isEmpty();
    assertThat(column(report, "s.x").error()).isEqualTo(0.5);
    assertThat(column(report, "ym").quantiles().get(0).train()).isEqualTo("12");
    assertThat(column(report, "dt").quantiles().get(6).train()).isEqualTo("90062");
    assertThat(column(report, "a[0]").missing().train()).isGreaterThan(0.3);
    assertThat(column(report, "m.keys").bars().get(0).label()).isIn("k", "k,l");
  }

  private static ColumnReport column(EvaluationReport report, String name) {
    return report.details().columns().stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aLeafCanBeExcludedAndADifferentNestingIsNamed() {
    EvaluationOptions without = OPTIONS.withExcludedColumns(List.of("s.x", "m"));
    EvaluationReport report =
        Evaluation.of(without)
            .run(EvaluatedTables.of(nested(0, 10), nested(400, 10), nested(800, 5)), step -> {});
    assertThat(report.details().columns())
        .extracting(ColumnReport::name)
        .doesNotContain("s.x", "m.size")
        .contains("s.y[0]");
    Dataset<Row> other = sql("select named_struct('x', 1) s");
    assertThatThrownBy(
            () ->
                Evaluation.of(OPTIONS)
                    .run(
                        EvaluatedTables.of(sql("select named_struct('y', 1) s"), other, other),
                        step -> {}))
        .hasMessageContaining(
            "columns differ in type: s (train STRUCT<y: INT NOT NULL>, holdout STRUCT<x: INT NOT NULL>");
  }

  private static Dataset<Row> flat(int first, int modulus) {
    return sql(
        String.format(
            "select id %% %2$d n, concat('c', id %% 3) c from range(%1$d, %1$d + 600)",
            first, modulus));
  }

  @Test
  void withoutAHoldoutTrainIsSplitAndPrivacyIsNotJudged() {
    EvaluationReport report =
        Evaluation.of(OPTIONS)
            .run(
                new EvaluatedTables(
                    flat(0, 500).repartition(3),
                    Optional.empty(),
                    Optional.empty(),
                    flat(0, 500),
                    Optional.empty()),
                step -> {});
    long halves = report.subject().train().rows() + report.subject().holdout().rows();
    assertThat(halves).isEqualTo(600);
    assertThat(report.subject().train().rows()).isBetween(240L, 360L);
    assertThat(report.subject().holdoutUnseen()).isFalse();
    assertThat(report.result(PrivacyMetrics.DUPLICATE_EXCESS).verdict()).isEmpty();
    assertThat(report.result(PrivacyMetrics.DUPLICATE_EXCESS).reason())
        .isEqualTo(
            "there is no holdout that the generator never saw, so this says nothing about privacy");
    assertThat(report.result(ColumnMetrics.COLUMN_ERROR).verdict()).isPresent();
    assertThat(report.notes().get(0)).startsWith("There was no holdout");
  }

  @Test
  void anotherGeneratorsRowsAreScoredBeside() {
    EvaluationReport report =
        Evaluation.of(OPTIONS)
            .run(
                new EvaluatedTables(
                    flat(0, 10),
                    Optional.of(flat(600, 10)),
                    Optional.empty(),
                    flat(1200, 10),
                    Optional.of(flat(1200, 4))),
                step -> {});
    ScoreComparison comparison = report.comparisons().get(0);
    assertThat(comparison.kind()).isEqualTo(ScoreComparison.Kind.GENERATOR);
    assertThat(comparison.changes(Direction.BETTER))
        .extracting(change -> change.metric().key())
        .contains("columnError", "twoSampleAuc");
    assertThat(comparison.changes(Direction.WORSE)).isEmpty();
  }
}
