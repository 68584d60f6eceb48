package io.mirrorlake.evaluator.fidelity;

import io.mirrorlake.evaluator.fidelity.Triples.Triple;
import io.mirrorlake.evaluator.sample.CodedTable;
import java.util.Arrays;
import java.util.List;

/**
 * The accuracy of 3-way marginals, as in the k-marginal score of NIST's synthetic data challenges:
 * for each triple of binned columns the total variation distance of the two tables' joint
 * distributions; the accuracy is 1 - its mean.
 */
public final class TripleMarginals {
  private final List<Triple> triples;
  private final double[] distances;

  private TripleMarginals(List<Triple> triples, double[] distances) {
    this.triples = triples;
    this.distances = distances;
  }

  /**
   * The distances of two tables coded with the same bins; O(rows x triples), in parallel over
   * triples.
   */
  public static TripleMarginals of(CodedTable first, CodedTable second, List<Triple> triples) {
    double[] distances =
        triples.parallelStream().mapToDouble(triple -> distance(first, second, triple)).toArray();
    return new TripleMarginals(List.copyOf(triples), distances);
  }

  /** 1 - the mean distance, 0 to 1; 1 without a triple. */
  public double accuracy() {
    return 1 - Arrays.stream(distances).average().orElse(0);
  }

  /** The triples, in the order of {@link #distance(int)}. */
  public List<Triple> triples() {
    return triples;
  }

  /** The total variation distance of one triple. */
  public double distance(int index) {
    return distances[index];
  }

  private static double distance(CodedTable first, CodedTable second, Triple triple) {
    long cells =
        (long) first.size(triple.first())
            * first.size(triple.second())
            * first.size(triple.third());
    int[] firstCells = cells(first, triple);
    int[] secondCells = cells(second, triple);
    // Counting in an array is several times faster than sorting, as long as the array is small
    // beside the rows.
    if (cells <= 16L * (firstCells.length + secondCells.length)) {
      return counted(firstCells, secondCells, (int) cells);
    }
    return merged(firstCells, secondCells);
  }

  private static int[] cells(CodedTable table, Triple triple) {
    int[] cells = new int[table.rows()];
    int second = table.size(triple.second());
    int third = table.size(triple.third());
    for (int row = 0; row < cells.length; row++) {
      int code = table.code(triple.first(), row) * second + table.code(triple.second(), row);
      cells[row] = Math.addExact(Math.multiplyExact(code, third), table.code(triple.third(), row));
    }
    return cells;
  }

  private static double counted(int[] first, int[] second, int size) {
    int[] firstCounts = new int[size];
    int[] secondCounts = new int[size];
    for (int cell : first) {
      firstCounts[cell]++;
    }
    for (int cell : second) {
      secondCounts[cell]++;
    }
    double sum = 0;
    for (int cell = 0; cell < size; cell++) {
      sum +=
          Math.abs(
              (double) firstCounts[cell] / first.length
                  - (double) secondCounts[cell] / second.length);
    }
    return sum / 2;
  }

  private static double merged(int[] first, int[] second) {
    Arrays.sort(first);
    Arrays.sort(second);
    double sum = 0;
    int i = 0;
    int j = 0;
    while (i < first.length || j < second.length) {
      int cell =
          Math.min(
              i < first.length ? first[i] : Integer.MAX_VALUE,
              j < second.length ? second[j] : Integer.MAX_VALUE);
      int firstStart = i;
      int secondStart = j;
      while (i < first.length && first[i] == cell) {
        i++;
      }
      while (j < second.length && second[j] == cell) {
        j++;
      }
      sum +=
          Math.abs(
              (double) (i - firstStart) / first.length
                  - (double) (j - secondStart) / second.length);
    }
    return sum / 2;
  }
}
