package io.mirrorlake.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mirrorlake.evaluator.metric.Band;
import io.mirrorlake.evaluator.metric.ColumnMetrics;
import io.mirrorlake.evaluator.metric.JointMetrics;
import io.mirrorlake.evaluator.report.Thresholds;
import io.mirrorlake.jobs.configuration.ConfigurationReader;
import io.mirrorlake.jobs.configuration.ConfigurationReader.Settings;
import io.mirrorlake.jobs.configuration.EvaluateConfiguration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Thresholds from a configuration file. */
class EvaluationRulesTest {
  private static final String TABLES =
      "train: a.csv\nholdout: b.csv\nsynthetic: c.csv\noutput: out\n";

  private static Thresholds thresholds(String yaml) {
    ConfigurationReader reader = ConfigurationReader.of(Map.of());
    Settings file = reader.file(TABLES + yaml, "evaluate.yaml");
    return EvaluationRules.options(reader.read(EvaluateConfiguration.class, file, List.of()))
        .thresholds();
  }

  @Test
  void aNamedScoreGetsItsLimitsAndOthersKeepTheirs() {
    Thresholds thresholds = thresholds("thresholds:\n  twoSampleAuc: {warn: 0.9, fail: 0.8}\n");
    assertThat(thresholds.of(JointMetrics.TWO_SAMPLE_AUC)).contains(new Band(0.9, 0.8));
    assertThat(thresholds.of(ColumnMetrics.COLUMN_ERROR)).contains(new Band(0.03, 0.1));
  }

  @Test
  void anUnknownScoreIsNamedWithTheNearestOne() {
    assertThatThrownBy(() -> thresholds("thresholds: {twoSampelAuc: {warn: 0.9, fail: 0.8}}"))
        .hasMessage(
            "unknown key 'thresholds.twoSampelAuc': no score with a verdict has this name\n"
                + "  cure: write 'thresholds.twoSampleAuc', which is the nearest known key");
  }

  @Test
  void limitsThatCrossOrLackOneAreRefused() {
    assertThatThrownBy(() -> thresholds("thresholds: {columnError: {warn: 0.3, fail: 0.2}}"))
        .hasMessage(
            "evaluation option thresholds.columnError is warn 0.3, fail 0.2\n"
                + "  cure: set it to 0 <= warn <= fail");
    assertThatThrownBy(() -> thresholds("thresholds: {columnError: {warn: 0.3}}"))
        .hasMessageContaining("the key 'thresholds.columnError.fail' is missing");
    assertThatThrownBy(
            () -> thresholds("thresholds: {columnError: {warn: 0.3, fail: 0.4, worn: 1}}"))
        .hasMessageContaining("unknown key 'thresholds.columnError.worn'");
  }
}
