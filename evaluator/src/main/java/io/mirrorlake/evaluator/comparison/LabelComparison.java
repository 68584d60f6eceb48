package io.mirrorlake.evaluator.comparison;

import io.mirrorlake.evaluator.fidelity.Entropy;
import io.mirrorlake.evaluator.fidelity.JensenShannon;
import io.mirrorlake.evaluator.fidelity.TotalVariation;
import io.mirrorlake.evaluator.tally.LabelTally;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A label column beside that of the reference.
 *
 * @param totalVariation half the sum of |p1 - p2|, 0 to 1
 * @param jensenShannon the Jensen-Shannon distance, 0 to 1
 * @param coverage the share of the reference's labels that occur
 * @param adherence the share of values whose label the reference has
 * @param entropyRatio the entropy divided by the reference's
 */
public record LabelComparison(
    double totalVariation,
    double jensenShannon,
    double coverage,
    double adherence,
    double entropyRatio) {

  /** Compares a column with the reference; empty where there are too many labels to count. */
  public static Optional<LabelComparison> of(LabelTally reference, LabelTally other) {
    if (!reference.isComplete() || !other.isComplete()) {
      return Optional.empty();
    }
    Map<String, Long> real = reference.counts();
    Map<String, Long> found = other.counts();
    TreeSet<String> labels = new TreeSet<>(real.keySet());
    labels.addAll(found.keySet());
    double[] first = counts(labels, real);
    double[] second = counts(labels, found);
    return Optional.of(
        new LabelComparison(
            totalVariation(reference, other, labels),
            JensenShannon.distance(first, second),
            share(real.keySet().stream().filter(found::containsKey).count(), real.size()),
            share(known(real, found), other.present()),
            NumberComparison.entropyRatio(Entropy.bits(first), Entropy.bits(second))));
  }

  private static double totalVariation(
      LabelTally reference, LabelTally other, TreeSet<String> labels) {
    if (reference.present() == 0 || other.present() == 0) {
      return reference.present() == other.present() ? 0 : 1;
    }
    Map<String, Long> real = reference.counts();
    Map<String, Long> found = other.counts();
    return TotalVariation.distance(
        labels.stream().mapToLong(label -> real.getOrDefault(label, 0L)).toArray(),
        labels.stream().mapToLong(label -> found.getOrDefault(label, 0L)).toArray());
  }

  private static double[] counts(TreeSet<String> labels, Map<String, Long> counts) {
    return labels.stream().mapToDouble(label -> counts.getOrDefault(label, 0L)).toArray();
  }

  private static long known(Map<String, Long> real, Map<String, Long> found) {
    return found.entrySet().stream()
        .filter(entry -> real.containsKey(entry.getKey()))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  private static double share(long part, long all) {
    return all > 0 ? (double) part / all : 1;
  }
}
