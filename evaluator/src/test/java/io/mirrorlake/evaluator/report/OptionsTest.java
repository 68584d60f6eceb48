package io.mirrorlake.evaluator.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mirrorlake.evaluator.report.Thresholds.Band;
import io.mirrorlake.profiler.schema.ErrorKind;
import io.mirrorlake.profiler.schema.UserException;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {
  private static final EvaluationOptions DEFAULTS = EvaluationOptions.defaults();

  @Test
  void defaultsAreThoseOfTheDocumentation() {
    assertThat(DEFAULTS.sampleRows()).isEqualTo(100_000);
    assertThat(DEFAULTS.probes()).isEqualTo(5_000);
    assertThat(DEFAULTS.target()).isEmpty();
    assertThat(DEFAULTS.thresholds().of(Metric.TWO_SAMPLE_AUC)).isEqualTo(new Band(0.5, 0.05));
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
    assertThatThrownBy(
            () ->
                new Thresholds(
                    new Band(0.2, 0.1),
                    t.missingnessError(),
                    t.associationError(),
                    t.tripleAccuracy(),
                    t.twoSampleAuc(),
                    t.trainSyntheticScore(),
                    t.nearestTrainShare(),
                    t.duplicateExcess()))
        .hasMessage(
            "evaluation option thresholds.columnError is warn 0.2, fail 0.1\n  cure: set it to 0 <= warn <= fail <= 1");
    assertThatThrownBy(
            () ->
                new Thresholds(
                    t.columnError(),
                    t.missingnessError(),
                    new Band(0.1, Double.NaN),
                    t.tripleAccuracy(),
                    t.twoSampleAuc(),
                    t.trainSyntheticScore(),
                    t.nearestTrainShare(),
                    t.duplicateExcess()))
        .hasMessageContaining("thresholds.associationError is warn 0.1, fail NaN");
  }

  @Test
  void theWorstVerdictWins() {
    assertThat(Verdict.PASS.and(Verdict.WARN)).isEqualTo(Verdict.WARN);
    assertThat(Verdict.FAIL.and(Verdict.PASS)).isEqualTo(Verdict.FAIL);
  }
}
