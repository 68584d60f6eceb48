package io.mirrorlake.evaluator.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mirrorlake.evaluator.judge.Engines;
import io.mirrorlake.evaluator.judge.Evidence;
import io.mirrorlake.evaluator.judge.Judge;
import io.mirrorlake.evaluator.sample.CategoryColumn;
import io.mirrorlake.evaluator.sample.SampleColumn;
import io.mirrorlake.evaluator.sample.SampleTable;
import io.mirrorlake.evaluator.sample.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The two texts of a report. */
class ReportTextTest {
  private static final String HOSTILE = "<script>alert('x')</script> & \"quoted\"";
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final EvaluationReport FULL =
      report(1000, EvaluationOptions.defaults().withTarget(HOSTILE).withProbes(200));
  private static final EvaluationReport SMALL = report(60, EvaluationOptions.defaults());

  /** The class column gets a name, and its labels a text, that would break a careless page. */
  private static SampleTable hostile(SampleTable table) {
    CategoryColumn classes = (CategoryColumn) table.column(5);
    int[] codes = new int[table.rows()];
    Arrays.setAll(codes, classes::code);
    List<SampleColumn> columns = new ArrayList<>(table.columns().subList(0, 5));
    columns.add(
        CategoryColumn.of(HOSTILE, List.of("</svg><img src=x onerror=alert(1)>", "b"), codes));
    return SampleTable.of(columns);
  }

  private static EvaluationReport report(int rows, EvaluationOptions options) {
    Evidence evidence =
        Evidence.of(
            hostile(Tables.people(rows, 1)),
            hostile(Tables.people(rows, 2)),
            hostile(Tables.people(rows, 3)));
    return Judge.of(options, Engines.local(), step -> {}).judge(evidence);
  }

  private static JsonNode schema() throws IOException {
    return MAPPER.readTree(
        Files.readString(Path.of("..", "conf", "schemas", "report.schema.json")));
  }

  @Test
  void jsonFollowsItsPublishedSchema() throws IOException {
    for (EvaluationReport report : List.of(FULL, SMALL)) {
      SchemaCheck check = new SchemaCheck(schema());
      assertThat(check.faults(MAPPER.readTree(ReportJson.write(report)))).isEmpty();
    }
  }

  @Test
  void theSchemaRefusesOtherDocuments() throws IOException {
    String json = ReportJson.write(FULL);
    SchemaCheck check = new SchemaCheck(schema());
    assertThat(check.faults(MAPPER.readTree(json.replace("\"verdict\"", "\"judgement\""))))
        .contains("$: verdict is missing", "$: judgement is unknown");
    assertThat(
            check.faults(MAPPER.readTree(json.replaceFirst("\"seed\" : 1", "\"seed\" : \"one\""))))
        .contains("$.subject.options.seed: \"one\" is no integer");
  }

  @Test
  void jsonHoldsEveryMetricWithItsEnds() throws IOException {
    JsonNode json = MAPPER.readTree(ReportJson.write(FULL));
    assertThat(json.get("metrics")).hasSize(FULL.metrics().size());
    for (JsonNode metric : json.get("metrics")) {
      assertThat(metric.get("score").isNumber() || metric.get("verdict").isNull())
          .as(metric.toString())
          .isTrue();
      for (String end : List.of("ceiling", "floor")) {
        JsonNode value = metric.get(end);
        assertThat(value.isNumber() || value.isNull()).as(metric.toString()).isTrue();
      }
      assertThat(metric.get("verdict").asText()).isIn("pass", "warn", "fail", "null");
    }
    assertThat(json.get("verdict").asText()).isEqualTo("pass");
    assertThat(json.at("/details/utility/target").asText()).isEqualTo(HOSTILE);
    assertThat(MAPPER.readTree(ReportJson.write(SMALL)).at("/details/utility").isNull()).isTrue();
  }

  @Test
  void thePageEscapesWhatComesFromData() {
    String page = ReportHtml.render(FULL);
    assertThat(page)
        .doesNotContain("<script>alert")
        .doesNotContain("<img")
        .doesNotContain("onerror=alert(1)>");
    assertThat(page)
        .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;quoted&quot;");
  }

  @Test
  void thePageLoadsNothing() {
    String page = ReportHtml.render(FULL);
    assertThat(page).contains("default-src 'none'");
    Matcher references =
        Pattern.compile("(?:src|href|action)\\s*=\\s*\"([^\"]*)\"|url\\(|@import|https?://")
            .matcher(page);
    while (references.find()) {
      assertThat(references.group(1)).as(references.group()).startsWith("#");
    }
  }

  @Test
  void thePageLeadsWithVerdictAndFiveNumbers() {
    String page = ReportHtml.render(FULL);
    assertThat(page.indexOf("✓ Pass")).isPositive().isLessThan(page.indexOf("class=\"five\""));
    assertThat(page.split("<section class=\"card pass\">", -1)).hasSize(6);
    for (String part :
        List.of("scores", "columns", "pairs", "joint", "utility", "privacy", "method")) {
      assertThat(page).contains("id=\"" + part + "\"").contains("href=\"#" + part + "\"");
    }
    assertThat(page.split("<section", -1)).hasSameSizeAs(page.split("</section>", -1));
    assertThat(page.split("<div", -1)).hasSameSizeAs(page.split("</div>", -1));
    assertThat(page.split("<svg", -1)).hasSameSizeAs(page.split("</svg>", -1));
  }

  @Test
  void thePageOfASmallReportSaysWhatIsMissing() {
    String page = ReportHtml.render(SMALL);
    assertThat(page).contains("NOT COMPUTED").contains("needs at least 200 rows in each table");
    assertThat(page).contains("No target was named");
    for (String part : List.of("utility", "privacy")) {
      assertThat(page).doesNotContain("href=\"#" + part + "\"");
    }
  }
}
