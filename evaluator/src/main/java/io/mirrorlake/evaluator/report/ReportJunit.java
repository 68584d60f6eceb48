package io.mirrorlake.evaluator.report;

import io.mirrorlake.evaluator.metric.MetricGroup;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The report as a JUnit XML file, for whatever runs jobs and shows their tests: one test suite a
 * part of the report, one test case a score. FAIL is a failure with its reason, WARN passes with a
 * word in its output, a score without a verdict is skipped. No times are in it, so that the same
 * report is the same text.
 */
public final class ReportJunit {
  private static final String CLASS = "mirrorlake.";

  private ReportJunit() {}

  /** The XML text, with a line break at its end. */
  public static String write(EvaluationReport report) {
    StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.append("<testsuites name=\"mirrorlake evaluate\"")
        .append(counts(report.metrics()))
        .append(">\n");
    for (MetricGroup group : MetricGroup.values()) {
      List<MetricResult> results =
          report.metrics().stream().filter(one -> one.metric().group() == group).toList();
      if (!results.isEmpty()) {
        suite(xml, group, results);
      }
    }
    return xml.append("</testsuites>\n").toString();
  }

  private static String counts(List<MetricResult> results) {
    return String.format(
        Locale.ROOT,
        " tests=\"%d\" failures=\"%d\" errors=\"0\" skipped=\"%d\"",
        results.size(),
        results.stream().filter(one -> one.verdict().equals(Optional.of(Verdict.FAIL))).count(),
        results.stream().filter(one -> one.verdict().isEmpty()).count());
  }

  private static void suite(StringBuilder xml, MetricGroup group, List<MetricResult> results) {
    xml.append("  <testsuite")
        .append(attribute("name", CLASS + group.key()))
        .append(counts(results))
        .append(">\n");
    results.forEach(result -> testCase(xml, result));
    xml.append("  </testsuite>\n");
  }

  private static void testCase(StringBuilder xml, MetricResult result) {
    xml.append("    <testcase")
        .append(attribute("classname", CLASS + result.metric().group().key()))
        .append(attribute("name", result.metric().key()));
    String body = body(result);
    xml.append(body.isEmpty() ? "/>\n" : ">\n" + body + "    </testcase>\n");
  }

  private static String body(MetricResult result) {
    if (result.verdict().isEmpty()) {
      return "      <skipped" + attribute("message", result.reason()) + "/>\n";
    }
    String said =
        result.metric().title()
            + ": "
            + scores(result)
            + result.reason()
            + (result.alarm() ? " (memorisation alarm)" : "");
    return switch (result.verdict().get()) {
      case PASS -> "";
      case WARN -> "      <system-out>" + escape("WARN: " + said) + "</system-out>\n";
      case FAIL ->
          "      <failure"
              + attribute("type", result.alarm() ? "alarm" : "limit")
              + attribute("message", result.reason())
              + ">"
              + escape(said)
              + "</failure>\n";
    };
  }

  private static String scores(MetricResult result) {
    return result
        .measurement()
        .map(
            one ->
                String.format(
                    Locale.ROOT,
                    "score %s, ceiling %s, floor %s; ",
                    PageText.score(one.score()),
                    PageText.score(one.ceiling()),
                    PageText.score(one.floor())))
        .orElse("");
  }

  private static String attribute(String name, String value) {
    return " " + name + "=\"" + escape(value) + "\"";
  }

  /** Text that is safe in content and in attributes; what XML 1.0 cannot hold is replaced. */
  static String escape(String raw) {
    StringBuilder escaped = new StringBuilder(raw.length() + 16);
    raw.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&apos;");
                case '\t', '\n', '\r' -> escaped.append("&#").append(c).append(';');
                default -> escaped.appendCodePoint(isCharacter(c) ? c : 0xFFFD);
              }
            });
    return escaped.toString();
  }

  /** The production {@code Char} of XML 1.0. */
  private static boolean isCharacter(int c) {
    return (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000;
  }
}
