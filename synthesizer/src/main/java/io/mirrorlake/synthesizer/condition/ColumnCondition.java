package io.mirrorlake.synthesizer.condition;

import io.mirrorlake.profiler.profile.ColumnProfile.Drawn;
import io.mirrorlake.synthesizer.condition.Stretches.Stretch;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

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
   * @param asked what it comes from, for messages
   */
  public record Target(double share, Stretches stretches, String asked) {
    /** The same of other stretches. */
    Target withStretches(Stretches others) {
      return new Target(share, others, asked);
    }
  }

  public ColumnCondition {
    targets = List.copyOf(targets);
    if (targets.isEmpty()) {
      throw new IllegalArgumentException("no target for column '" + column.name() + "'");
    }
  }

  /** What it comes from, for messages. */
  public String asked() {
    return targets.stream().map(Target::asked).collect(Collectors.joining(", "));
  }

  /** Whether rows have different targets. */
  public boolean isDistribution() {
    return targets.size() > 1;
  }

  /** The one stretch of values that all rows which are not null keep to, if it is one. */
  public Optional<Stretch> onlyValues() {
    double share = 1 - column.marginal().nullProbability();
    List<Stretch> values = targets.get(0).stretches().within(0, share);
    return isDistribution() || values.size() != 1 ? Optional.empty() : Optional.of(values.get(0));
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
