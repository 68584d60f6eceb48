package io.mirrorlake.evaluator.comparison;

import io.mirrorlake.evaluator.fidelity.ContingencyTable;
import io.mirrorlake.evaluator.tally.Tally;
import java.util.ArrayList;
import java.util.List;

/**
 * Pairs of columns whose dependence was made up, or got lost.
 *
 * <p>A pair is independent in the real tables when train and holdout together do not show a
 * dependence that 5 in 100 independent pairs would show; it is dependent in the other table when
 * that shows one that 1 in 10,000 would, with as many rows as the reference at most. So of a table
 * of fresh real rows hardly a pair is called either. With fewer real rows, weaker dependence stays
 * unseen on both sides.
 *
 * @param independent the pairs that are independent in the real tables
 * @param spurious those of them that are dependent in the other table
 * @param dependent the pairs that are clearly dependent in the real tables
 * @param lost those of them that are independent in the other table
 */
public record SpuriousPairs(
    List<Integer> independent,
    List<Integer> spurious,
    List<Integer> dependent,
    List<Integer> lost) {
  private static final double MILD = 0.05;
  private static final double STRICT = 1e-4;

  public SpuriousPairs {
    independent = List.copyOf(independent);
    spurious = List.copyOf(spurious);
    dependent = List.copyOf(dependent);
    lost = List.copyOf(lost);
  }

  /**
   * Finds them.
   *
   * @param train the reference
   * @param holdout more real rows
   * @param other the table in question
   */
  public static SpuriousPairs of(Tally train, Tally holdout, Tally other) {
    List<Integer> independent = new ArrayList<>();
    List<Integer> spurious = new ArrayList<>();
    List<Integer> dependent = new ArrayList<>();
    List<Integer> lost = new ArrayList<>();
    double rows = train.rows();
    for (int pair = 0; pair < train.plan().pairs(); pair++) {
      ContingencyTable real = train.pair(pair).table().plus(holdout.pair(pair).table());
      ContingencyTable found = other.pair(pair).table();
      if (!Dependence.isShown(real, real.total(), MILD)) {
        independent.add(pair);
        if (Dependence.isShown(found, rows, STRICT)) {
          spurious.add(pair);
        }
      } else if (Dependence.isShown(real, Math.min(rows, (double) other.rows()), STRICT)) {
        dependent.add(pair);
        if (!Dependence.isShown(found, rows, MILD)) {
          lost.add(pair);
        }
      }
    }
    return new SpuriousPairs(independent, spurious, dependent, lost);
  }

  /** The share of independent pairs that are dependent in the other table; 0 without any. */
  public double spuriousShare() {
    return independent.isEmpty() ? 0 : (double) spurious.size() / independent.size();
  }

  /** The share of dependent pairs that are independent in the other table; 0 without any. */
  public double lostShare() {
    return dependent.isEmpty() ? 0 : (double) lost.size() / dependent.size();
  }
}
