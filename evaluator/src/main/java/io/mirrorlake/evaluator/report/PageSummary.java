package io.mirrorlake.evaluator.report;

import io.mirrorlake.evaluator.chart.Markup;
import io.mirrorlake.evaluator.metric.ColumnMetrics;
import io.mirrorlake.evaluator.metric.JointMetrics;
import io.mirrorlake.evaluator.metric.Metric;
import io.mirrorlake.evaluator.metric.MetricGroup;
import io.mirrorlake.evaluator.metric.PairMetrics;
import io.mirrorlake.evaluator.metric.PrivacyMetrics;
import io.mirrorlake.evaluator.metric.RelationMetrics;
import io.mirrorlake.evaluator.metric.UtilityMetrics;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The top of the page: the verdict and the five numbers that matter first. */
final class PageSummary {
  private static final List<Metric> FIVE =
      List.of(
          ColumnMetrics.COLUMN_ERROR,
          PairMetrics.ASSOCIATION_ERROR,
          JointMetrics.TWO_SAMPLE_AUC,
          UtilityMetrics.TRAIN_SYNTHETIC_SCORE,
          PrivacyMetrics.NEAREST_TRAIN_SHARE);

  private static final List<Metric> FIVE_OF_TABLES =
      List.of(
          RelationMetrics.KEY_VIOLATIONS,
          RelationMetrics.FAN_OUT_DISTANCE,
          RelationMetrics.PARENT_CHILD_ERROR,
          RelationMetrics.JOINED_AUC,
          PairMetrics.ASSOCIATION_ERROR);

  private PageSummary() {}

  static Markup of(EvaluationReport report) {
    Markup page =
        Markup.of()
            .raw("<header>\n<div class=\"top\"><h1>Mirrorlake · evaluation of synthetic data</h1>")
            .raw("<nav aria-label=\"Sections\">");
    sections(report).forEach((id, name) -> page.add("<a href=\"#%s\">%s</a>", id, name));
    page.raw("</nav></div>\n");
    banner(page, report);
    alarms(page, report);
    page.raw("<div class=\"five\">\n");
    five(report).forEach(metric -> report.find(metric).ifPresent(result -> card(page, result)));
    page.raw("</div>\n");
    attention(page, report);
    return page.raw("</header>\n");
  }

  private static List<Metric> five(EvaluationReport report) {
    return report.find(RelationMetrics.KEY_VIOLATIONS).isPresent() ? FIVE_OF_TABLES : FIVE;
  }

  private static void alarms(Markup page, EvaluationReport report) {
    if (!report.alarm()) {
      return;
    }
    page.raw(
            "<div class=\"alarm\" role=\"alert\"><b>Memorisation alarm.</b> The synthetic rows do better than rows made ")
        .raw("anew can, beyond sampling error; do not release before the cause is known.<ul>");
    report.metrics().stream()
        .filter(MetricResult::alarm)
        .forEach(
            result -> page.add("<li><b>%s</b>: %s</li>", result.metric().title(), result.reason()));
    page.raw("</ul></div>\n");
  }

  /** The scores that do not pass, failures first, with their reasons. */
  private static void attention(Markup page, EvaluationReport report) {
    List<MetricResult> found =
        report.metrics().stream()
            .filter(one -> one.verdict().filter(verdict -> verdict != Verdict.PASS).isPresent())
            .sorted(
                Comparator.comparing(
                    (MetricResult one) -> one.verdict().orElseThrow(), Comparator.reverseOrder()))
            .toList();
    if (found.isEmpty()) {
      return;
    }
    page.raw(
        "<details class=\"attention\" open><summary>What does not pass, and why</summary><ul>");
    found.forEach(
        one ->
            page.add(
                "<li>%s <b>%s</b> %s</li>",
                PageText.badge(one), one.metric().title(), one.reason()));
    page.raw("</ul></details>\n");
  }

  /** The sections that this report has. */
  private static Map<String, String> sections(EvaluationReport report) {
    Map<String, String> sections = new LinkedHashMap<>();
    sections.put("scores", "Scores");
    if (!report.comparisons().isEmpty()) {
      sections.put("compared", "Compared");
    }
    for (MetricGroup group : MetricGroup.values()) {
      if (PageGroup.stands(report, group)) {
        sections.put(group.anchor(), PageGroup.shortTitle(group));
      }
    }
    sections.put("method", "Method");
    return sections;
  }

  private static void banner(Markup page, EvaluationReport report) {
    String tone = ReportJson.text(report.verdict());
    page.add(
        "<div class=\"banner %s\"><div class=\"said\"><strong>%s</strong>",
        tone, headline(report.verdict()));
    page.add("<span>%s</span></div>", counts(report));
    Subject subject = report.subject();
    page.raw("<dl>");
    size(page, "training rows", subject.train());
    if (subject.holdout().rows() > 0) {
      size(page, "holdout rows", subject.holdout());
    }
    size(page, "synthetic rows", subject.synthetic());
    if (!report.details().columns().isEmpty()) {
      page.add(
          "<dt>columns compared</dt><dd>%s</dd>",
          PageText.count(report.details().columns().size()));
    }
    subject.options().target().ifPresent(target -> page.add("<dt>target</dt><dd>%s</dd>", target));
    page.raw("</dl></div>\n");
  }

  private static void size(Markup page, String name, Subject.TableSize size) {
    page.add("<dt>%s</dt><dd>%s</dd>", name, PageText.count(size.rows()));
  }

  private static String headline(Verdict verdict) {
    return switch (verdict) {
      case PASS -> "✓ Pass";
      case WARN -> "! Look before use";
      case FAIL -> "✕ Fail";
    };
  }

  private static String counts(EvaluationReport report) {
    long judged = report.metrics().stream().filter(one -> one.verdict().isPresent()).count();
    long absent = report.metrics().stream().filter(one -> one.measurement().isEmpty()).count();
    long shown = report.metrics().size() - judged - absent;
    return count(report, Verdict.PASS)
        + " of "
        + judged
        + " judged scores pass, "
        + count(report, Verdict.WARN)
        + " warn, "
        + count(report, Verdict.FAIL)
        + " fail"
        + (shown == 0 ? "" : "; " + shown + " are shown without a verdict")
        + (absent == 0 ? "." : "; " + absent + " could not be computed.");
  }

  private static long count(EvaluationReport report, Verdict verdict) {
    return report.metrics().stream()
        .filter(one -> one.verdict().filter(verdict::equals).isPresent())
        .count();
  }

  private static void card(Markup page, MetricResult result) {
    page.add(
        "<section class=\"card %s\"><div class=\"name\">%s</div>",
        PageText.tone(result.verdict()), result.metric().title());
    result
        .measurement()
        .ifPresentOrElse(
            measurement -> {
              page.add("<div class=\"value\">%s</div>", PageText.score(measurement.score()));
              if (PageText.hasWay(result)) {
                page.raw(PageText.gauge(measurement).toString());
              }
              page.add(
                  "<div class=\"ends\"><span title=\"independent columns\">floor %s</span><span title=\"real holdout\">ceiling %s</span></div>",
                  PageText.score(measurement.floor()), PageText.score(measurement.ceiling()));
            },
            () -> page.raw("<div class=\"value\">–</div>"));
    page.add("<div>%s</div></section>\n", PageText.badge(result));
  }
}
