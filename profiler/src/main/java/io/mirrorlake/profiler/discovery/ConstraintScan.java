package io.mirrorlake.profiler.discovery;

import io.mirrorlake.profiler.discovery.ConstraintCheck.Checked;
import java.io.Serializable;
import java.util.List;

/** What a scan gathers on constraints: their checks, and the differences of ordered columns. */
public final class ConstraintScan implements Serializable {
  private static final long serialVersionUID = 1L;

  private final List<Checked> checks;
  private final List<Difference> differences;

  ConstraintScan(List<Checked> checks, List<Difference> differences) {
    this.checks = checks;
    this.differences = differences;
  }

  /** A scan for nothing. */
  public static ConstraintScan none() {
    return new ConstraintScan(List.of(), List.of());
  }

  /** Whether there is nothing to look for. */
  public boolean isEmpty() {
    return checks.isEmpty();
  }

  /**
   * Adds a row of the unit with this hash.
   *
   * @return its differences
   */
  public double[] add(TableRow row, long unit) {
    for (Checked checked : checks) {
      if (!checked.isHopeless()) {
        checked.check().add(row, unit);
      }
    }
    double[] values = new double[differences.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = differences.get(i).add(row, unit);
    }
    return values;
  }

  /** Adds all that another scan of other rows has seen. */
  public void merge(ConstraintScan other) {
    for (int i = 0; i < checks.size(); i++) {
      checks.get(i).check().merge(other.checks.get(i).check());
    }
    for (int i = 0; i < differences.size(); i++) {
      differences.get(i).merge(other.differences.get(i));
    }
  }

  List<Checked> checks() {
    return checks;
  }

  /** How many differences a row has. */
  public int differenceCount() {
    return differences.size();
  }

  List<Difference> differences() {
    return differences;
  }
}
