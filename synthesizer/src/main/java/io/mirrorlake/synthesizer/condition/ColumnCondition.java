package io.mirrorlake.synthesizer.condition;

import io.mirrorlake.profiler.profile.ColumnProfile.Drawn;
import java.util.List;

/**
 * What is asked of one column: that a row's value is among those of the row's target.
 *
 * @param column the column
 * @param targets parts of its u-scale that do not overlap, and the share of rows that each gets
 */
public record ColumnCondition(Drawn column, List<Target> targets) {

  /**
   * One part.
   *
   * @param share its share of the rows, above 0
   * @param stretches where on the u-scale the rows' values lie
   */
  public record Target(double share, Stretches stretches) {}

  public ColumnCondition {
    targets = List.copyOf(targets);
    if (targets.isEmpty()) {
      throw new IllegalArgumentException("no target for column '" + column.name() + "'");
    }
  }

  /** Whether rows have different targets. */
  public boolean isDistribution() {
    return targets.size() > 1;
  }

  /** The target of the row whose place among all rows is this share in [0, 1) of them. */
  public int target(double place) {
    double sum = 0;
    for (int t = 0; t < targets.size() - 1; t++) {
      sum += targets.get(t).share();
      if (place < sum) {
        return t;
      }
    }
    return targets.size() - 1;
  }

  /** The probability that a row without the condition keeps the least likely target. */
  public double probability() {
    return targets.stream().mapToDouble(target -> target.stretches().probability()).min().orElse(1);
  }
}
