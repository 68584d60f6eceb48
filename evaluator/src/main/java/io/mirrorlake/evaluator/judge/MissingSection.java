package io.mirrorlake.evaluator.judge;

import io.mirrorlake.evaluator.metric.Metric;
import io.mirrorlake.evaluator.metric.MetricGroup;
import io.mirrorlake.evaluator.metric.MissingMetrics;
import io.mirrorlake.evaluator.missing.Finding;
import io.mirrorlake.evaluator.missing.WhatIsMissing;
import io.mirrorlake.evaluator.panel.Cell;
import io.mirrorlake.evaluator.panel.Heading;
import io.mirrorlake.evaluator.panel.Panel;
import io.mirrorlake.evaluator.panel.TablePanel;
import io.mirrorlake.evaluator.report.Measurement;
import io.mirrorlake.evaluator.tally.Tallies;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Rare labels, tails and combinations, over all rows. */
final class MissingSection {
  private static final int SHOWN = 50;

  /** Of one kind, so that many findings of it do not hide the others. */
  private static final int SHOWN_OF_A_KIND = 20;

  private final Tallies tallies;
  private final WhatIsMissing synthetic;
  private final WhatIsMissing holdout;

  private MissingSection(Tallies tallies) {
    this.tallies = tallies;
    this.synthetic = WhatIsMissing.of(tallies, tallies.synthetic());
    this.holdout = WhatIsMissing.of(tallies, tallies.holdout());
  }

  static Contribution examine(Case tables) {
    MissingSection section = new MissingSection(tables.fullScale().tallies());
    return Contribution.of(section.outcomes(), List.of(section.panel()));
  }

  private List<Outcome> outcomes() {
    boolean pairs = synthetic.combinations() > 0 && holdout.combinations() > 0;
    String few = "needs combinations of which 10 rows are to be expected";
    return List.of(
        outcome(
            MissingMetrics.TAIL_LOSS,
            !synthetic.tails().isEmpty(),
            "needs numbers with tails of which 10 rows are to be expected",
            WhatIsMissing::tailLoss),
        outcome(
            MissingMetrics.RARE_LABEL_LOSS,
            !synthetic.rareLabels().isEmpty(),
            "needs labels below 1 % of which 10 rows are to be expected",
            WhatIsMissing::rareLabelLoss),
        outcome(MissingMetrics.LOST_COMBINATIONS, pairs, few, WhatIsMissing::lostShare),
        outcome(MissingMetrics.MADE_UP_COMBINATIONS, pairs, few, WhatIsMissing::madeUpShare));
  }

  private Outcome outcome(
      Metric metric, boolean possible, String needed, ToDoubleFunction<WhatIsMissing> score) {
    return possible
        ? Outcome.measured(
            metric,
            Measurement.of(score.applyAsDouble(synthetic), 0)
                .withCeiling(score.applyAsDouble(holdout)))
        : Outcome.notComputed(metric, needed);
  }

  private List<Finding> worst() {
    List<Finding> worst = new ArrayList<>();
    for (Finding.Kind kind : Finding.Kind.values()) {
      synthetic.findings().stream()
          .filter(finding -> finding.kind() == kind)
          .sorted(Comparator.comparingDouble(finding -> -Math.abs(finding.shares().deviations())))
          .limit(SHOWN_OF_A_KIND)
          .forEach(worst::add);
    }
    return worst.stream().limit(SHOWN).toList();
  }

  private Panel panel() {
    return new TablePanel(
        new Panel.Label(
            "missing",
            MetricGroup.MISSING,
            "Lacking or in excess",
            "Of "
                + synthetic.findings().size()
                + " findings beyond four standard errors, the clearest of each kind; over all rows, with Wilson's"
                + " 95 % interval of the synthetic share."),
        List.of(
            Heading.text("kind", "Kind"),
            Heading.column("column", "Column"),
            Heading.column("with", "With"),
            Heading.text("what", "What"),
            Heading.count("trainRows", "Rows in train"),
            Heading.number("expected", "Expected"),
            Heading.count("syntheticRows", "Synthetic rows"),
            Heading.share("synthetic", "Share"),
            Heading.share("low", "From"),
            Heading.share("high", "To")),
        worst().stream().map(this::row).toList());
  }

  private List<Cell> row(Finding finding) {
    return List.of(
        Cell.of(finding.kind().title()),
        Cell.of(tallies.names().get(finding.column())),
        finding.second() < 0 ? Cell.none() : Cell.of(tallies.names().get(finding.second())),
        Cell.of(finding.what()),
        Cell.of(Math.rint(finding.shares().real())),
        Cell.of(finding.shares().expected()),
        Cell.of(Math.rint(finding.shares().found())),
        Cell.of(finding.shares().foundShare()),
        Cell.of(finding.shares().interval().low()),
        Cell.of(finding.shares().interval().high()));
  }
}
