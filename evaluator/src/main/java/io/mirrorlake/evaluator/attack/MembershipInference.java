package io.mirrorlake.evaluator.attack;

import io.mirrorlake.evaluator.score.RocCurve;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Telling members of train from others by how dense the synthetic rows lie around them, compared
 * with a reference of real rows that were not trained on (van Breugel et al. 2023, DOMIAS). With
 * nearest neighbours for the densities a target's score is {@code log(d_reference / d_synthetic)},
 * where d is the distance to the nearest row. The reference takes away what is dense by nature.
 *
 * @param all over all targets
 * @param outliers over the targets farthest from the reference; empty where they are too few
 * @param curve the curve over all targets
 */
public record MembershipInference(
    Recognition all, Optional<Recognition> outliers, List<RocCurve.Point> curve) {
  /** The share of targets that are called outliers. */
  private static final double OUTLIERS = 0.1;

  /** With fewer on either side the area's standard error is above 0.05. */
  private static final int MIN_OUTLIERS = 50;

  private static final int CURVE_POINTS = 60;

  public MembershipInference {
    curve = List.copyOf(curve);
  }

  /** The distances of some targets to the nearest synthetic row and to that of the reference. */
  public static final class Distances {
    private final int[] toSynthetic;
    private final int[] toReference;

    private Distances(int[] toSynthetic, int[] toReference) {
      this.toSynthetic = toSynthetic;
      this.toReference = toReference;
    }

    /** The distances of as many targets as there are elements. */
    public static Distances of(int[] toSynthetic, int[] toReference) {
      if (toSynthetic.length != toReference.length) {
        throw new IllegalArgumentException(
            toSynthetic.length + " and " + toReference.length + " distances");
      }
      return new Distances(toSynthetic.clone(), toReference.clone());
    }

    /** Distances are whole numbers, so one more keeps the logarithm finite. */
    private double score(int target) {
      return Math.log((toReference[target] + 1.0) / (toSynthetic[target] + 1.0));
    }

    private double[] scores() {
      return IntStream.range(0, toSynthetic.length).mapToDouble(this::score).toArray();
    }

    private Distances beyond(int distance) {
      int[] far =
          IntStream.range(0, toReference.length).filter(i -> toReference[i] >= distance).toArray();
      return new Distances(
          Arrays.stream(far).map(i -> toSynthetic[i]).toArray(),
          Arrays.stream(far).map(i -> toReference[i]).toArray());
    }
  }

  /** The attack on members of train and on as many or other rows that are not. */
  public static MembershipInference of(Distances members, Distances others) {
    RocCurve curve = curve(members, others);
    int far = outlierDistance(members, others);
    Distances farMembers = members.beyond(far);
    Distances farOthers = others.beyond(far);
    boolean enough =
        Math.min(farMembers.toSynthetic.length, farOthers.toSynthetic.length) >= MIN_OUTLIERS;
    return new MembershipInference(
        Recognition.of(curve, members.toSynthetic.length, others.toSynthetic.length),
        enough
            ? Optional.of(
                Recognition.of(
                    curve(farMembers, farOthers),
                    farMembers.toSynthetic.length,
                    farOthers.toSynthetic.length))
            : Optional.empty(),
        points(curve));
  }

  private static int outlierDistance(Distances members, Distances others) {
    int[] all =
        IntStream.concat(Arrays.stream(members.toReference), Arrays.stream(others.toReference))
            .sorted()
            .toArray();
    return all[(int) Math.floor((1 - OUTLIERS) * (all.length - 1))];
  }

  private static RocCurve curve(Distances members, Distances others) {
    double[] ofMembers = members.scores();
    double[] ofOthers = others.scores();
    double[] scores = Arrays.copyOf(ofMembers, ofMembers.length + ofOthers.length);
    System.arraycopy(ofOthers, 0, scores, ofMembers.length, ofOthers.length);
    boolean[] isMember = new boolean[scores.length];
    Arrays.fill(isMember, 0, ofMembers.length, true);
    return RocCurve.of(scores, isMember);
  }

  private static List<RocCurve.Point> points(RocCurve curve) {
    List<RocCurve.Point> points = new ArrayList<>();
    for (int i = 0; i <= CURVE_POINTS; i++) {
      double x = (double) i / CURVE_POINTS;
      points.add(new RocCurve.Point(x, curve.truePositiveRate(x)));
    }
    return points;
  }
}
