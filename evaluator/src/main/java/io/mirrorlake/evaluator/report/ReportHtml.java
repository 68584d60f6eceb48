package io.mirrorlake.evaluator.report;

import io.mirrorlake.evaluator.chart.Markup;
import io.mirrorlake.evaluator.metric.MetricGroup;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The report as one HTML page that needs nothing else: styles, plots and the little script are
 * inside, and its content policy forbids it to load anything. It can be read without the script,
 * printed, and used by keyboard.
 */
public final class ReportHtml {
  private ReportHtml() {}

  /** The page. */
  public static String render(EvaluationReport report) {
    Markup page =
        Markup.of()
            .raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
            .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ")
            .raw("style-src 'unsafe-inline'; script-src 'unsafe-inline'\">\n")
            .add("<title>%s: synthetic data evaluation</title>\n", report.verdict())
            .raw("<style>\n" + resource("report.css") + "</style>\n</head>\n<body>\n")
            .raw(PageSummary.of(report).toString())
            .raw("<main>\n")
            .raw(PageScores.of(report).toString());
    page.raw(PageComparisons.of(report).toString());
    for (MetricGroup group : MetricGroup.values()) {
      page.raw(PageGroup.of(report, group).toString());
    }
    return page.raw(PageMethod.of(report).toString())
        .raw(
            "</main>\n<footer>Made by Mirrorlake. This page shows statistics of real data: keep it as confidential")
        .raw(
            " as the data itself.</footer>\n<script>\n"
                + resource("report.js")
                + "</script>\n</body>\n</html>\n")
        .toString();
  }

  private static String resource(String name) {
    try (InputStream stream = ReportHtml.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException(name + " is missing from the jar");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
