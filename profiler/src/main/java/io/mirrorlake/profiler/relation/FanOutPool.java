package io.mirrorlake.profiler.relation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Brings the laws of several cells in line with the law of all parents together.
 *
 * <p>A cell has few parents, so that its own law is coarse and its shares are told with much noise;
 * which cells have many children and which few is sure all the same. Runs of all cells are put in
 * the order of their children, and the parents from rank a to rank b in that order get what the law
 * of all parents has from its quantile a to its quantile b. So all cells together have the law of
 * all parents, and each keeps its place in the order.
 */
public final class FanOutPool {
  private final List<Run> overall;

  private FanOutPool(FanOutLaw overall) {
    this.overall =
        overall.runs().stream().sorted(Comparator.comparingDouble(Run::children)).toList();
  }

  /**
   * The laws of the cells, in line with the law of all.
   *
   * @param laws the law of each cell
   * @param parents how many parents each cell has, or any numbers in proportion
   * @param overall the law of all parents
   */
  public static List<FanOutLaw> inLine(
      List<FanOutLaw> laws, List<? extends Number> parents, FanOutLaw overall) {
    double all = parents.stream().mapToDouble(Number::doubleValue).sum();
    TreeMap<Double, Double> shares = new TreeMap<>();
    for (int cell = 0; cell < laws.size(); cell++) {
      double size = parents.get(cell).doubleValue() / all;
      for (Run run : laws.get(cell).runs()) {
        shares.merge(run.children(), size * run.share(), Double::sum);
      }
    }
    FanOutPool pool = new FanOutPool(overall);
    TreeMap<Double, List<Run>> stretches = new TreeMap<>();
    double from = 0;
    for (var entry : shares.entrySet()) {
      stretches.put(entry.getKey(), pool.stretch(from, from + entry.getValue()));
      from += entry.getValue();
    }
    return laws.stream().map(law -> replaced(law, stretches)).toList();
  }

  /** What the law of all has between two quantiles, with shares that sum to 1. */
  private List<Run> stretch(double from, double to) {
    List<Run> found = new ArrayList<>();
    double below = 0;
    for (Run run : overall) {
      double share = (Math.min(to, below + run.share()) - Math.max(from, below)) / (to - from);
      below += run.share();
      if (share > 0) {
        found.add(new Run(Math.min(1, share), run.children()));
      }
    }
    return found;
  }

  private static FanOutLaw replaced(FanOutLaw law, Map<Double, List<Run>> stretches) {
    TreeMap<Double, Double> shares = new TreeMap<>();
    double all = 0;
    for (Run run : law.runs()) {
      for (Run part : stretches.getOrDefault(run.children(), List.of())) {
        shares.merge(part.children(), run.share() * part.share(), Double::sum);
        all += run.share() * part.share();
      }
    }
    if (!(all > 0)) {
      return law;
    }
    List<Run> runs = new ArrayList<>();
    for (var entry : shares.entrySet()) {
      runs.add(new Run(Math.min(1, entry.getValue() / all), entry.getKey()));
    }
    return new FanOutLaw(runs);
  }
}
