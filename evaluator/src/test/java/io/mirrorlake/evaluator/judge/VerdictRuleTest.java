package io.mirrorlake.evaluator.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorlake.evaluator.metric.SequenceMetrics;
import io.mirrorlake.evaluator.report.Measurement;
import io.mirrorlake.evaluator.report.MetricResult;
import io.mirrorlake.evaluator.report.Thresholds;
import io.mirrorlake.evaluator.report.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sequence lengths may be 0.03 worse than real ones; beyond 0.1 they fail. */
final class VerdictRuleTest {
  @ParameterizedTest
  @CsvSource({
    "0.20, 0.05, PASS, as good as real rows",
    "0.22, 0.00, PASS, '0.0200 worse than real rows (limit 0.03, fails above 0.1)'",
    "0.25, 0.00, WARN, '0.0500 worse than real rows (limit 0.03, fails above 0.1)'",
    "0.25, 0.03, PASS, '0.0500 worse than real rows, which sampling error may explain (limit'",
    "0.25, 0.02, WARN, '0.0500 worse than real rows, which sampling error may explain (limit'",
    "0.25, 0.01, WARN, '0.0500 worse than real rows (limit 0.03, fails above 0.1)'",
    "0.50, 0.16, PASS, '0.3000 worse than real rows, which sampling error may explain (limit'",
    "0.50, 0.10, WARN, '0.3000 worse than real rows, which sampling error may explain (limit'",
    "0.50, 0.09, FAIL, '0.3000 worse than real rows (limit 0.03, fails above 0.1)'",
  })
  void distancesCountBeyondTheirSamplingError(
      double score, double error, Verdict verdict, String reason) {
    MetricResult result =
        new VerdictRule(Thresholds.defaults())
            .judge(
                Outcome.measured(
                    SequenceMetrics.LENGTH_DISTANCE,
                    Measurement.of(score, error).withCeiling(0.2)));
    assertThat(result.verdict()).contains(verdict);
    assertThat(result.reason()).startsWith(reason);
  }
}
