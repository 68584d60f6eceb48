package io.mirrorlake.evaluator.fidelity;

import java.util.Arrays;

/**
 * How often each combination of the codes of two columns occurs. Counts may be fractions, as the
 * expected ones of independent columns are.
 */
public final class ContingencyTable {
  private final double[] cells;
  private final double[] firstTotals;
  private final double[] secondTotals;
  private final double total;

  private ContingencyTable(double[] cells, int firstSize, int secondSize) {
    this.cells = cells;
    this.firstTotals = new double[firstSize];
    this.secondTotals = new double[secondSize];
    double sum = 0;
    for (int cell = 0; cell < cells.length; cell++) {
      firstTotals[cell / secondSize] += cells[cell];
      secondTotals[cell % secondSize] += cells[cell];
      sum += cells[cell];
    }
    this.total = sum;
  }

  /**
   * A table of counts.
   *
   * @param counts the count of the codes a and b at {@code a * secondSize + b}
   * @param firstSize the number of codes of the first column
   * @param secondSize the number of codes of the second column
   */
  public static ContingencyTable of(long[] counts, int firstSize, int secondSize) {
    if (counts.length != firstSize * secondSize) {
      throw new IllegalArgumentException(
          counts.length + " cells of " + firstSize + " x " + secondSize + " codes");
    }
    return new ContingencyTable(
        Arrays.stream(counts).asDoubleStream().toArray(), firstSize, secondSize);
  }

  /** The observations. */
  public double total() {
    return total;
  }

  /** The number of codes of the first column. */
  public int firstSize() {
    return firstTotals.length;
  }

  /** The number of codes of the second column. */
  public int secondSize() {
    return secondTotals.length;
  }

  /** The count of two codes. */
  public double count(int first, int second) {
    return cells[first * secondTotals.length + second];
  }

  /** The share of two codes among all observations; 0 without any. */
  public double share(int first, int second) {
    return total > 0 ? count(first, second) / total : 0;
  }

  /** The counts to be expected if the columns were independent and kept their distributions. */
  public ContingencyTable independent() {
    double[] expected = new double[cells.length];
    for (int cell = 0; cell < cells.length; cell++) {
      expected[cell] =
          total > 0
              ? firstTotals[cell / secondSize()] / total * secondTotals[cell % secondSize()]
              : 0;
    }
    return new ContingencyTable(expected, firstSize(), secondSize());
  }

  /** The counts of both tables together. */
  public ContingencyTable plus(ContingencyTable other) {
    double[] sum = cells.clone();
    Arrays.setAll(sum, cell -> sum[cell] + other.cells[cell]);
    return new ContingencyTable(sum, firstSize(), secondSize());
  }

  /**
   * One minus the total variation distance to another table over the same codes: the field's
   * "contingency similarity"; 0 where only one has observations.
   */
  public double similarity(ContingencyTable other) {
    if (!(total > 0) || !(other.total > 0)) {
      return total == other.total ? 1 : 0;
    }
    double sum = 0;
    for (int cell = 0; cell < cells.length; cell++) {
      sum += Math.abs(cells[cell] / total - other.cells[cell] / other.total);
    }
    return 1 - sum / 2;
  }

  /** Pearson's chi-squared by observation: {@code sum n_ij^2 / (n_i n_j) - 1}. */
  public double phiSquared() {
    double sum = 0;
    for (int cell = 0; cell < cells.length; cell++) {
      double count = cells[cell];
      sum +=
          count > 0
              ? count
                  / firstTotals[cell / secondSize()]
                  * (count / secondTotals[cell % secondSize()])
              : 0;
    }
    return total > 0 ? Math.max(0, sum - 1) : 0;
  }

  /** (occupied codes of the first - 1) x (occupied codes of the second - 1). */
  public int degreesOfFreedom() {
    return Math.max(0, occupied(firstTotals) - 1) * Math.max(0, occupied(secondTotals) - 1);
  }

  /** {@link CramersV} with Bergsma's correction. */
  public double cramersV() {
    return CramersV.corrected(phiSquared(), occupied(firstTotals), occupied(secondTotals), total);
  }

  /**
   * The mutual information over the mean of the two entropies, 0 to 1 (the arithmetic
   * normalisation); 0 where both columns are constant.
   */
  public double normalisedMutualInformation() {
    double first = Entropy.bits(firstTotals);
    double second = Entropy.bits(secondTotals);
    double shared = first + second - Entropy.bits(cells);
    return first + second > 0 ? Math.max(0, Math.min(1, 2 * shared / (first + second))) : 0;
  }

  /**
   * Spearman's rank correlation of ordered codes, equal codes sharing their mean rank. The last
   * code of either column is that of missing values, which do not count.
   */
  public double spearman() {
    int firstValues = firstSize() - 1;
    int secondValues = secondSize() - 1;
    double[] firstPresent = new double[firstValues];
    double[] secondPresent = new double[secondValues];
    double present = 0;
    for (int a = 0; a < firstValues; a++) {
      for (int b = 0; b < secondValues; b++) {
        firstPresent[a] += count(a, b);
        secondPresent[b] += count(a, b);
        present += count(a, b);
      }
    }
    double[] firstRanks = centredRanks(firstPresent, present);
    double[] secondRanks = centredRanks(secondPresent, present);
    double product = 0;
    for (int a = 0; a < firstValues; a++) {
      for (int b = 0; b < secondValues; b++) {
        product += count(a, b) * firstRanks[a] * secondRanks[b];
      }
    }
    double scale =
        Math.sqrt(squares(firstPresent, firstRanks))
            * Math.sqrt(squares(secondPresent, secondRanks));
    return scale > 0 ? Math.max(-1, Math.min(1, product / scale)) : 0;
  }

  /** The mean rank of each code less the mean of all ranks. */
  private static double[] centredRanks(double[] counts, double total) {
    double[] ranks = new double[counts.length];
    double below = 0;
    for (int code = 0; code < counts.length; code++) {
      ranks[code] = below + counts[code] / 2 - total / 2;
      below += counts[code];
    }
    return ranks;
  }

  private static double squares(double[] counts, double[] ranks) {
    double sum = 0;
    for (int code = 0; code < counts.length; code++) {
      sum += counts[code] * ranks[code] * ranks[code];
    }
    return sum;
  }

  private static int occupied(double[] totals) {
    return (int) Arrays.stream(totals).filter(count -> count > 0).count();
  }
}
