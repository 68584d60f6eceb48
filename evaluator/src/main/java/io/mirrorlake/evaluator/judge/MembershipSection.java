package io.mirrorlake.evaluator.judge;

import io.mirrorlake.evaluator.attack.MembershipInference;
import io.mirrorlake.evaluator.attack.MembershipInference.Distances;
import io.mirrorlake.evaluator.attack.Recognition;
import io.mirrorlake.evaluator.metric.AttackMetrics;
import io.mirrorlake.evaluator.nearest.GowerSpace;
import io.mirrorlake.evaluator.nearest.Points;
import io.mirrorlake.evaluator.nearest.Records;
import io.mirrorlake.evaluator.panel.Panel;
import io.mirrorlake.evaluator.report.Measurement;
import io.mirrorlake.evaluator.sample.Draw;
import io.mirrorlake.evaluator.sample.SampleTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Membership inference. Without a reference of its own, half of the holdout becomes the reference
 * and the other half the control group.
 */
final class MembershipSection {
  private MembershipSection() {}

  static Contribution examine(Case tables) {
    Optional<MembershipInference> found =
        Sides.of(tables.scene()).map(sides -> infer(tables, sides));
    Optional<Recognition> outliers = found.flatMap(MembershipInference::outliers);
    List<Outcome> outcomes =
        List.of(
            Outcome.ofNeeding(
                AttackMetrics.MEMBERSHIP_AREA, found.map(one -> area(one.all())), Sides.NEEDED),
            Outcome.ofNeeding(
                AttackMetrics.MEMBERSHIP_TRUE_POSITIVES,
                found.map(one -> truePositives(one.all())),
                Sides.NEEDED),
            Outcome.ofNeeding(
                AttackMetrics.OUTLIER_MEMBERSHIP_AREA,
                outliers.map(MembershipSection::area),
                "a thousand real rows"));
    return Contribution.of(outcomes, found.map(MembershipSection::panels).orElse(List.of()))
        .withNotes(found.isPresent() ? notes(tables.scene()) : List.of());
  }

  private static List<String> notes(Scene scene) {
    return scene.reference().isPresent()
        ? List.of()
        : List.of(
            "Membership inference without a reference: half of the holdout served as one, and the other half as the control group.");
  }

  private static MembershipInference infer(Case tables, Sides sides) {
    Scene scene = tables.scene();
    Draw draw = Draw.of(scene.seed(), "membership");
    int[] order = draw.permutation(sides.rows());
    int half = sides.rows() / 2;
    SampleTable reference =
        scene.reference().orElseGet(() -> sides.holdout().take(Arrays.copyOf(order, half)));
    SampleTable control =
        scene.reference().isPresent()
            ? sides.holdout()
            : sides.holdout().take(Arrays.copyOfRange(order, half, sides.rows()));
    int targets = Math.min(scene.options().probes(), control.rows());
    Densities densities =
        new Densities(sides.space(), sides.whole(tables).synthetic(), Records.of(reference));
    return densities.infer(draw.rows(sides.train(), targets), draw.rows(control, targets));
  }

  private record Densities(GowerSpace space, Records synthetic, Records reference) {
    /** One search for both kinds of targets, as it may read a large table. */
    MembershipInference infer(SampleTable members, SampleTable others) {
      Points targets = space.place(members.append(others));
      int[] toSynthetic = synthetic.nearest(space, targets).distances();
      int[] toReference = reference.nearest(space, targets).distances();
      int middle = members.rows();
      return MembershipInference.of(
          Distances.of(Arrays.copyOf(toSynthetic, middle), Arrays.copyOf(toReference, middle)),
          Distances.of(
              Arrays.copyOfRange(toSynthetic, middle, toSynthetic.length),
              Arrays.copyOfRange(toReference, middle, toReference.length)));
    }
  }

  private static Measurement area(Recognition found) {
    return Measurement.of(found.area(), found.areaError());
  }

  private static Measurement truePositives(Recognition found) {
    return Measurement.of(found.truePositives(), found.truePositivesError());
  }

  private static List<Panel> panels(MembershipInference found) {
    List<String> names = new ArrayList<>(List.of("all"));
    List<Recognition> recognised = new ArrayList<>(List.of(found.all()));
    found
        .outliers()
        .ifPresent(
            outliers -> {
              names.add("outliers");
              recognised.add(outliers);
            });
    return List.of(
        PrivacyPanels.recognition(names, recognised), PrivacyPanels.membershipCurve(found.curve()));
  }
}
