package io.mirrorlake.evaluator.judge;

import io.mirrorlake.evaluator.attack.AttackResult;
import io.mirrorlake.evaluator.attack.AttackTables;
import io.mirrorlake.evaluator.attack.AttributeInference;
import io.mirrorlake.evaluator.attack.CorrectAttribution;
import io.mirrorlake.evaluator.attack.Linkability;
import io.mirrorlake.evaluator.attack.SinglingOut;
import io.mirrorlake.evaluator.metric.AttackMetrics;
import io.mirrorlake.evaluator.metric.Metric;
import io.mirrorlake.evaluator.panel.Panel;
import io.mirrorlake.evaluator.report.Measurement;
import io.mirrorlake.evaluator.sample.Draw;
import io.mirrorlake.evaluator.sample.SampleTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Singling out, linking, and inferring secrets. */
final class AttackSection {
  private static final String NAIVE = "a naive guess does as well as the attack";

  /** Claims and targets of the attacks that search all rows for each: some seconds each. */
  private static final int MOST_TARGETS = 5000;

  private final Scene scene;
  private final Sides sides;
  private final List<Outcome> outcomes = new ArrayList<>();
  private final List<PrivacyPanels.Attack> attacks = new ArrayList<>();

  private AttackSection(Scene scene, Sides sides) {
    this.scene = scene;
    this.sides = sides;
  }

  static Contribution examine(Case tables) {
    Scene scene = tables.scene();
    Optional<Sides> sides = Sides.of(scene);
    if (sides.isEmpty()) {
      return Contribution.of(
          AttackMetrics.ofAttacks().stream()
              .map(metric -> Outcome.ofNeeding(metric, Optional.empty(), Sides.NEEDED))
              .toList(),
          List.of());
    }
    return new AttackSection(scene, sides.get()).contribution();
  }

  private Contribution contribution() {
    singlingOut();
    linkability();
    attributeInference();
    List<Panel> panels = new ArrayList<>(List.of(PrivacyPanels.attacks(attacks)));
    List<CorrectAttribution> attributions = CorrectAttribution.of(tables());
    outcomes.add(
        Outcome.ofNeeding(
            AttackMetrics.CATEGORICAL_CAP, score(attributions), "two columns of labels"));
    if (!attributions.isEmpty()) {
      panels.add(PrivacyPanels.attributions(attributions));
    }
    return Contribution.of(outcomes, panels);
  }

  private AttackTables tables() {
    return new AttackTables(scene.synthetic(), sides.train(), sides.holdout());
  }

  private int targets() {
    return Math.min(MOST_TARGETS, scene.options().probes());
  }

  private Draw draw(String what) {
    return Draw.of(scene.seed(), what);
  }

  /** What singles out depends on the number of rows, so all three tables have as many. */
  private void singlingOut() {
    Draw draw = draw("singling out");
    SampleTable synthetic = draw.rows(scene.synthetic(), sides.rows());
    int rows = synthetic.rows();
    SinglingOut found =
        SinglingOut.of(
            new AttackTables(
                synthetic, draw.rows(sides.train(), rows), draw.rows(sides.holdout(), rows)),
            targets(),
            draw);
    add(AttackMetrics.SINGLING_OUT_ONE_COLUMN, "singling out by one column", found.oneColumn());
    add(
        AttackMetrics.SINGLING_OUT_SEVERAL_COLUMNS,
        "singling out by several columns",
        found.severalColumns());
  }

  private void linkability() {
    if (scene.train().width() < Linkability.MIN_WIDTH) {
      outcomes.add(
          Outcome.ofNeeding(
              AttackMetrics.LINKABILITY, Optional.empty(), Linkability.MIN_WIDTH + " columns"));
      return;
    }
    add(
        AttackMetrics.LINKABILITY,
        "linking two halves of the columns",
        Linkability.of(tables(), sides.space(), targets(), draw("linkability")));
  }

  private void attributeInference() {
    Metric metric = AttackMetrics.ATTRIBUTE_INFERENCE;
    if (scene.train().width() < AttributeInference.MIN_WIDTH) {
      outcomes.add(
          Outcome.ofNeeding(metric, Optional.empty(), AttributeInference.MIN_WIDTH + " columns"));
      return;
    }
    AttributeInference found = AttributeInference.of(tables(), sides.space(), targets());
    found.secrets().stream()
        .sorted(
            Comparator.comparingDouble(
                (AttributeInference.Secret secret) -> -secret.result().excess()))
        .map(secret -> new PrivacyPanels.Attack("inferring", secret.column(), secret.result()))
        .forEach(attacks::add);
    int tests = found.secrets().size();
    outcomes.add(
        found
            .worst()
            .map(worst -> Outcome.measured(metric, measurement(worst.result(), tests)))
            .orElseGet(
                () ->
                    Outcome.saysNothing(
                        metric, measurement(found.secrets().get(0).result(), tests), NAIVE)));
  }

  private void add(Metric metric, String name, AttackResult result) {
    attacks.add(new PrivacyPanels.Attack(name, "", result));
    Measurement measurement = measurement(result, 1);
    outcomes.add(
        result.saysNothing()
            ? Outcome.saysNothing(metric, measurement, NAIVE)
            : Outcome.measured(metric, measurement));
  }

  private static Measurement measurement(AttackResult result, int tests) {
    return Measurement.of(result.excess(), ManyTests.standardError(result.standardError(), tests));
  }

  private static Optional<Measurement> score(List<CorrectAttribution> attributions) {
    return attributions.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Measurement.of(
                    1
                        - attributions.stream()
                            .mapToDouble(CorrectAttribution::onTrain)
                            .average()
                            .orElseThrow(),
                    0)
                .withCeiling(
                    1
                        - attributions.stream()
                            .mapToDouble(CorrectAttribution::onControl)
                            .average()
                            .orElseThrow()));
  }
}
