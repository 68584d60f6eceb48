package io.mirrorlake.evaluator.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mirrorlake.evaluator.metric.MetricGroup;
import io.mirrorlake.evaluator.panel.Cell;
import io.mirrorlake.evaluator.panel.CurvePanel;
import io.mirrorlake.evaluator.panel.Heading;
import io.mirrorlake.evaluator.panel.MatrixPanel;
import io.mirrorlake.evaluator.panel.Panel;
import io.mirrorlake.evaluator.panel.TablePanel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Any panel appears in both texts of a report, without a change to their writers. */
class PanelsTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Panel TABLE =
      new TablePanel(
          new Panel.Label("tails", MetricGroup.MISSING, "Tails <b>", "What lies beyond."),
          List.of(
              Heading.column("column", "Column"),
              Heading.share("share", "Share"),
              Heading.count("rows", "Rows"),
              Heading.number("distance", "Distance")),
          List.of(
              List.of(Cell.of("<i>age"), Cell.of(0.125), Cell.of(1234), Cell.of(Double.NaN)),
              List.of(Cell.of("income"), Cell.none(), Cell.of(7), Cell.of(2.5))));
  private static final Panel MATRIX =
      new MatrixPanel(
          new Panel.Label("signs", MetricGroup.PAIRS, "Signs", "With their signs."),
          List.of("a", "b"),
          List.of(new MatrixPanel.Layer("train", "Train", 1, List.of(1.0, -0.5, -0.5, 1.0))));
  private static final Panel CURVES =
      new CurvePanel(
          new Panel.Label("lags", MetricGroup.SEQUENCES, "Lags", "By lag."),
          "lag",
          "correlation",
          List.of(
              new CurvePanel.Curve(
                  "synthetic",
                  "Synthetic",
                  List.of(new CurvePanel.Point(1, 0.5), new CurvePanel.Point(2, 0.25)))));

  private static EvaluationReport report(Panel... panels) {
    return EvaluationReport.of(
        new Subject(
            new Subject.TableSize(10, 10),
            new Subject.TableSize(10, 10),
            true,
            new Subject.TableSize(10, 10),
            List.of(),
            EvaluationOptions.defaults()),
        List.of(),
        Details.none(),
        List.of(panels),
        List.of());
  }

  @Test
  void everyKindIsWrittenAsJson() throws IOException {
    JsonNode json = MAPPER.readTree(ReportJson.write(report(TABLE, MATRIX, CURVES)));
    JsonNode schema =
        MAPPER.readTree(Files.readString(Path.of("..", "conf", "schemas", "report.schema.json")));
    assertThat(new SchemaCheck(schema).faults(json)).isEmpty();
    assertThat(json.at("/panels/0/table/rows/0").toString())
        .isEqualTo("{\"column\":\"<i>age\",\"share\":0.125,\"rows\":1234,\"distance\":null}");
    assertThat(json.at("/panels/1/matrix/layers/0/cells/1").asDouble()).isEqualTo(-0.5);
    assertThat(json.at("/panels/2/curves/curves/0/points/1").toString())
        .isEqualTo("{\"x\":2.0,\"y\":0.25}");
    assertThat(json.at("/panels/2/table").isNull()).isTrue();
  }

  @Test
  void everyKindIsShownOnThePageInItsGroup() {
    String page = ReportHtml.render(report(TABLE, MATRIX, CURVES));
    for (String part : List.of("missing", "pairs", "sequences")) {
      assertThat(page).contains("id=\"" + part + "\"").contains("href=\"#" + part + "\"");
    }
    assertThat(page)
        .contains("Tails &lt;b&gt;", "&lt;i&gt;age", "12.5 %", "1,234", "2.500", "a × b: -0.500")
        .doesNotContain("<i>age");
    assertThat(page.split("<section", -1)).hasSameSizeAs(page.split("</section>", -1));
    assertThat(page.split("<svg", -1)).hasSameSizeAs(page.split("</svg>", -1));
    assertThat(page).doesNotContain("id=\"relations\"");
  }

  @Test
  void panelsThatDoNotFitAreRefused() {
    Panel.Label label = new Panel.Label("one", MetricGroup.QUERY, "One", "One.");
    assertThatThrownBy(() -> report(TABLE, TABLE)).hasMessage("two panels have the key tails");
    assertThatThrownBy(
            () ->
                new TablePanel(
                    label,
                    List.of(Heading.text("a", "A")),
                    List.of(List.of(Cell.none(), Cell.none()))))
        .hasMessage("table one has a row of 2 cells, not 1");
    assertThatThrownBy(
            () ->
                new TablePanel(
                    label, List.of(Heading.text("a", "A"), Heading.text("a", "B")), List.of()))
        .hasMessage("table one has two headings of one key");
    assertThatThrownBy(
            () ->
                new MatrixPanel(
                    label,
                    List.of("a", "b"),
                    List.of(new MatrixPanel.Layer("l", "L", 1, List.of(1.0)))))
        .hasMessage("matrix l has 1 cells, not 4");
    assertThatThrownBy(() -> new Panel.Label("two words", MetricGroup.QUERY, "", ""))
        .hasMessage("a panel's key is [a-z][A-Za-z0-9]*, not two words");
  }
}
