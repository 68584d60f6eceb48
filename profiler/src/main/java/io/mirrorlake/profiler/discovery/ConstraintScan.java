package io.mirrorlake.profiler.discovery;

import io.mirrorlake.profiler.constraint.Constraint;
import io.mirrorlake.profiler.discovery.ConstraintCheck.Checked;
import java.io.Serializable;
import java.util.List;

/** What a scan gathers on constraints: their checks, and the numbers that relate columns. */
public final class ConstraintScan implements Serializable {
  private static final long serialVersionUID = 1L;

  private final List<Checked> checks;
  private final List<HiddenNumber> numbers;

  ConstraintScan(List<Checked> checks, List<HiddenNumber> numbers) {
    this.checks = checks;
    this.numbers = numbers;
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
   * @return its hidden numbers
   */
  public double[] add(TableRow row, long unit) {
    for (Checked checked : checks) {
      if (!checked.isHopeless()) {
        checked.check().add(row, unit);
      }
    }
    double[] values = new double[numbers.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = numbers.get(i).add(row, unit);
    }
    return values;
  }

  /** Adds all that another scan of other rows has seen. */
  public void merge(ConstraintScan other) {
    for (int i = 0; i < checks.size(); i++) {
      checks.get(i).check().merge(other.checks.get(i).check());
    }
    for (int i = 0; i < numbers.size(); i++) {
      numbers.get(i).merge(other.numbers.get(i));
    }
  }

  List<Checked> checks() {
    return checks;
  }

  /** How many hidden numbers a row has. */
  public int numberCount() {
    return numbers.size();
  }

  List<HiddenNumber> numbers() {
    return numbers;
  }

  /** Which of the hidden numbers belongs to a constraint; -1 for none. */
  int numberOf(Constraint constraint) {
    return numbers.stream().map(HiddenNumber::constraint).toList().indexOf(constraint);
  }
}
