package io.mirrorlake.evaluator.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mirrorlake.evaluator.metric.ColumnMetrics;
import io.mirrorlake.evaluator.metric.JointMetrics;
import io.mirrorlake.evaluator.metric.Metric;
import io.mirrorlake.evaluator.metric.PairMetrics;
import io.mirrorlake.evaluator.metric.PrivacyMetrics;
import io.mirrorlake.evaluator.report.ScoreChange.Direction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A report beside an earlier one. */
class ComparisonTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static MetricResult result(Metric metric, double score, double error, Verdict verdict) {
    return new MetricResult(
        metric,
        Optional.of(Measurement.of(score, error, 0.1, 0.9)),
        Optional.of(verdict),
        false,
        "because of <b> & \u0001");
  }

  private static EvaluationReport report(MetricResult... results) {
    Subject.TableSize size = new Subject.TableSize(10, 10);
    return EvaluationReport.of(
        new Subject(size, size, true, size, List.of(), EvaluationOptions.defaults()),
        List.of(results),
        Details.none(),
        List.of(),
        List.of());
  }

  private static EvaluationReport earlier() {
    return report(
        result(ColumnMetrics.COLUMN_ERROR, 0.05, 0.001, Verdict.WARN),
        result(ColumnMetrics.MISSINGNESS_ERROR, 0.01, 0, Verdict.PASS),
        result(JointMetrics.TRIPLE_ACCURACY, 0.90, 0.001, Verdict.PASS),
        result(JointMetrics.TWO_SAMPLE_AUC, 0.60, 0.01, Verdict.PASS));
  }

  private static EvaluationReport now() {
    return report(
        result(ColumnMetrics.COLUMN_ERROR, 0.02, 0.001, Verdict.PASS),
        result(ColumnMetrics.MISSINGNESS_ERROR, 0.0104, 0, Verdict.PASS),
        result(PairMetrics.ASSOCIATION_ERROR, 0.01, 0.001, Verdict.PASS),
        result(JointMetrics.TRIPLE_ACCURACY, 0.85, 0.001, Verdict.FAIL),
        MetricResult.notComputed(PrivacyMetrics.DUPLICATE_EXCESS, "too small"));
  }

  private static EvaluationReport compared() {
    return now().comparedWith(EarlierReport.read(ReportJson.write(earlier()), "old/report.json"));
  }

  @Test
  void changesBeyondSamplingErrorAreToldByTheirDirection() {
    ScoreComparison comparison = compared().comparisons().get(0);
    assertThat(comparison.changes(Direction.BETTER))
        .extracting(ScoreChange::metric)
        .containsExactly(ColumnMetrics.COLUMN_ERROR);
    assertThat(comparison.changes(Direction.WORSE))
        .extracting(ScoreChange::metric)
        .containsExactly(JointMetrics.TRIPLE_ACCURACY);
    assertThat(comparison.changes(Direction.SAME))
        .extracting(ScoreChange::metric)
        .containsExactly(ColumnMetrics.MISSINGNESS_ERROR);
    assertThat(comparison.onlyHere()).containsExactly("associationError");
    assertThat(comparison.onlyThere()).containsExactly("twoSampleAuc");
  }

  @Test
  void bothTextsShowTheComparison() throws IOException {
    JsonNode json = MAPPER.readTree(ReportJson.write(compared()));
    JsonNode schema =
        MAPPER.readTree(Files.readString(Path.of("..", "conf", "schemas", "report.schema.json")));
    assertThat(new SchemaCheck(schema).faults(json)).isEmpty();
    assertThat(json.at("/comparisons/0/changes/0").toString())
        .isEqualTo(
            "{\"key\":\"columnError\",\"score\":0.02,\"other\":0.05,\"gain\":0.03,\"standardError\":0.001414,"
                + "\"direction\":\"better\"}");
    assertThat(ReportHtml.render(compared()))
        .contains("href=\"#compared\"", "old/report.json", "▲ better", "▼ worse", "+0.0300");
    assertThat(ReportHtml.render(now())).doesNotContain("href=\"#compared\"");
  }

  @Test
  void whatIsNoReportIsRefused() {
    assertThatThrownBy(() -> EarlierReport.read("[1, 2", "x.json"))
        .hasMessageStartingWith(
            "the baseline x.json is no report of an evaluation: it is no JSON:");
    assertThatThrownBy(() -> EarlierReport.read("{\"a\": 1}", "x.json"))
        .hasMessage(
            "the baseline x.json is no report of an evaluation: it has no metrics\n"
                + "  cure: give the report.json that an earlier 'mirrorlake evaluate' wrote");
    assertThatThrownBy(() -> EarlierReport.read("{\"version\": 99, \"metrics\": []}", "x.json"))
        .hasMessageContaining("its version is 99, and 1 is known");
  }

  @Test
  void junitHasACaseAScoreAndFailuresWithTheirReason() {
    String xml = ReportJunit.write(now());
    assertThat(xml)
        .startsWith(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<testsuites name=\"mirrorlake evaluate\" tests=\"5\" failures=\"1\" errors=\"0\" skipped=\"1\">")
        .contains("<testcase classname=\"mirrorlake.fidelity.columns\" name=\"columnError\"/>")
        .contains("<skipped message=\"too small\"/>")
        .contains(
            "<failure type=\"limit\" message=\"because of &lt;b&gt; &amp; \uFFFD\">3-way marginal accuracy: score 0.850");
    assertThat(ReportJunit.write(earlier()))
        .contains("<system-out>WARN: Column error: score 0.0500");
  }

  @Test
  void junitIsWellFormed() throws Exception {
    var document =
        javax.xml.parsers.DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(
                new java.io.ByteArrayInputStream(
                    ReportJunit.write(now()).getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    assertThat(document.getElementsByTagName("testcase").getLength()).isEqualTo(5);
    assertThat(ReportJunit.escape("a\n\uD83D\uDE00\uD800\"'"))
        .isEqualTo("a&#10;\uD83D\uDE00\uFFFD&quot;&apos;");
  }
}
