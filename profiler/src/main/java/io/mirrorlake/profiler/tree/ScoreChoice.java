package io.mirrorlake.profiler.tree;

import io.mirrorlake.profiler.copula.TreeColumn;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Which columns' trees ask an additive score: those that foretell rows held out better by it. Where
 * one or two columns say it all, a score is a question more that says the same, and a reviewer has
 * more to read.
 */
final class ScoreChoice {
  /** The gain lies so many standard errors above 0. */
  private static final double CERTAIN = 2;

  /** Less than this, in nats a row, is nothing that anybody sees. */
  private static final double NOTABLE = 0.002;

  private ScoreChoice() {}

  /**
   * The positions of the columns that get a score.
   *
   * @param parts rows to grow on, each with rows held out
   * @param decided the columns that others decide, which have no trees
   */
  static Set<Integer> of(
      List<TreeCopulaFitter.Part> parts, Set<String> decided, ColumnTasks tasks) {
    Set<Integer> candidates = candidates(parts.get(0).learned(), decided);
    if (candidates.isEmpty()) {
      return Set.of();
    }
    Map<Integer, PairedDifferences> gains = new ConcurrentHashMap<>();
    for (TreeCopulaFitter.Part part : parts) {
      List<TreeColumn> plain = tasks.run(part.learned());
      List<TreeColumn> scored = tasks.run(part.learned().withScores(candidates));
      candidates.parallelStream()
          .forEach(
              j ->
                  gains
                      .computeIfAbsent(j, of -> new PairedDifferences())
                      .add(logs(scored.get(j), part, j), logs(plain.get(j), part, j)));
    }
    return gains.entrySet().stream()
        .filter(gain -> gain.getValue().mean() > NOTABLE && gain.getValue().beyond(CERTAIN))
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The columns of which others tell something together, in the first part of the rows. */
  private static Set<Integer> candidates(TreeGrowth growth, Set<String> decided) {
    Set<Integer> all = IntStream.range(0, growth.size()).boxed().collect(Collectors.toSet());
    TreeGrowth scored = growth.withScores(all);
    return all.parallelStream()
        .filter(j -> !decided.contains(growth.columns().get(j).name()))
        .filter(j -> scored.score(j).isPresent())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static double[] logs(TreeColumn trees, TreeCopulaFitter.Part part, int position) {
    return HeldOutLikelihood.of(
        trees, part.heldOut(), position, part.heldOut().get(position).rows());
  }
}
