package io.mirrorlake.evaluator.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mirrorlake.evaluator.metric.Band;
import io.mirrorlake.evaluator.metric.ColumnMetrics;
import io.mirrorlake.evaluator.metric.JointMetrics;
import io.mirrorlake.evaluator.metric.PairMetrics;
import io.mirrorlake.profiler.schema.ErrorKind;
import io.mirrorlake.profiler.schema.UserException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OptionsTest {
  private static final EvaluationOptions DEFAULTS = EvaluationOptions.defaults();

  @Test
  void defaultsAreThoseOfTheDocumentation() {
    assertThat(DEFAULTS.sampleRows()).isEqualTo(100_000);
    assertThat(DEFAULTS.probes()).isEqualTo(5_000);
    assertThat(DEFAULTS.target()).isEmpty();
    assertThat(DEFAULTS.thresholds().of(JointMetrics.TWO_SAMPLE_AUC)).contains(new Band(0.5, 0.05));
  }

  @Test
  void refusesWhatCannotWork() {
    assertThatThrownBy(() -> DEFAULTS.withSampleRows(10))
        .isInstanceOfSatisfying(
            UserException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.CONFIGURATION))
        .hasMessage("evaluation option sampleRows is 10\n  cure: set it to at least 1000");
    assertThatThrownBy(() -> DEFAULTS.withProbes(1))
        .hasMessage("evaluation option probes is 1\n  cure: set it to at least 100");
    assertThatThrownBy(() -> DEFAULTS.withTarget("id").withExcludedColumns(List.of("id")))
        .hasMessage(
            "evaluation option target is id\n  cure: set it to a column that excludedColumns does not name");
  }

  @Test
  void thresholdsMustNotCross() {
    Thresholds t = Thresholds.defaults();
    assertThatThrownBy(() -> t.with(ColumnMetrics.COLUMN_ERROR, new Band(0.2, 0.1)))
        .hasMessage(
            "evaluation option thresholds.columnError is warn 0.2, fail 0.1\n  cure: set it to 0 <= warn <= fail");
    assertThatThrownBy(() -> t.with(PairMetrics.ASSOCIATION_ERROR, new Band(0.1, Double.NaN)))
        .hasMessage(
            "evaluation option thresholds.associationError is warn 0.1, fail NaN\n"
                + "  cure: set it to 0 <= fail <= warn <= 1");
    assertThatThrownBy(() -> t.with(PairMetrics.ASSOCIATION_ERROR, new Band(1.5, 0.2)))
        .hasMessageContaining("thresholds.associationError is warn 1.5, fail 0.2");
  }

  @Test
  void thresholdsOfUnknownMetricsAreRefused() {
    assertThatThrownBy(() -> new Thresholds(Map.of("colour", new Band(0.1, 0.2))))
        .isInstanceOfSatisfying(
            UserException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.CONFIGURATION))
        .hasMessageStartingWith(
            "evaluation option thresholds.colour names no metric with a verdict\n"
                + "  cure: choose among [columnError, missingnessError");
  }

  @Test
  void changedThresholdsLeaveTheOthers() {
    Thresholds t = Thresholds.defaults().with(ColumnMetrics.COLUMN_ERROR, new Band(0.2, 0.3));
    assertThat(t.of(ColumnMetrics.COLUMN_ERROR)).contains(new Band(0.2, 0.3));
    assertThat(t.of(ColumnMetrics.MISSINGNESS_ERROR)).contains(new Band(0.01, 0.05));
  }

  @Test
  void theWorstVerdictWins() {
    assertThat(Verdict.PASS.and(Verdict.WARN)).isEqualTo(Verdict.WARN);
    assertThat(Verdict.FAIL.and(Verdict.PASS)).isEqualTo(Verdict.FAIL);
  }
}
