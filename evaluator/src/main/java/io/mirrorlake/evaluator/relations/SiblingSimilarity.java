package io.mirrorlake.evaluator.relations;

import io.mirrorlake.evaluator.sample.CategoryColumn;
import io.mirrorlake.evaluator.sample.NumberColumn;
import io.mirrorlake.evaluator.sample.SampleColumn;
import java.util.Arrays;

/**
 * How much alike the children of one parent are in one column, 0 to 1: the share of the variance
 * that lies between families.
 *
 * <p>For numbers and times that is eta squared, {@code sum n_f (m_f - m)^2 / sum (x - m)^2}; for
 * labels the same of their indicators together, which is Goodman and Kruskal's tau (1954). Missing
 * values are left out. Families dealt at random have {@code (families - 1) / (values - 1)} on the
 * average, not 0, so compare with the floor.
 */
public final class SiblingSimilarity {
  private SiblingSimilarity() {}

  /**
   * The similarity in a column of the children.
   *
   * @return NaN where all values are equal, or there are none
   */
  public static double of(Families families, SampleColumn column) {
    return column instanceof NumberColumn numbers
        ? ofNumbers(families, numbers)
        : ofLabels(families, (CategoryColumn) column);
  }

  private static double ofNumbers(Families families, NumberColumn column) {
    double mean = mean(column);
    double[] sums = new double[families.parents().rows()];
    int[] sizes = new int[sums.length];
    double all = 0;
    for (int child = 0; child < column.rows(); child++) {
      if (!column.isMissing(child)) {
        double from = column.value(child) - mean;
        sums[families.parentOf(child)] += from;
        sizes[families.parentOf(child)]++;
        all += from * from;
      }
    }
    double between = 0;
    for (int parent = 0; parent < sums.length; parent++) {
      between += sizes[parent] == 0 ? 0 : sums[parent] * sums[parent] / sizes[parent];
    }
    return all > 0 ? between / all : Double.NaN;
  }

  private static double mean(NumberColumn column) {
    double sum = 0;
    int present = 0;
    for (int row = 0; row < column.rows(); row++) {
      if (!column.isMissing(row)) {
        sum += column.value(row);
        present++;
      }
    }
    return present == 0 ? 0 : sum / present;
  }

  private static double ofLabels(Families families, CategoryColumn column) {
    long[] cells = new long[column.rows()];
    int size = 0;
    int[] sizes = new int[families.parents().rows()];
    for (int child = 0; child < column.rows(); child++) {
      if (!column.isMissing(child)) {
        cells[size++] =
            (long) families.parentOf(child) * column.labels().size() + column.code(child);
        sizes[families.parentOf(child)]++;
      }
    }
    Arrays.sort(cells, 0, size);
    double within = 0;
    for (int i = 0; i < size; ) {
      int end = i;
      while (end < size && cells[end] == cells[i]) {
        end++;
      }
      int parent = (int) (cells[i] / column.labels().size());
      within += (double) (end - i) * (end - i) / sizes[parent];
      i = end;
    }
    double chance = 0;
    for (long count : column.counts()) {
      chance += (double) count * count / Math.max(1, size);
    }
    return size > chance ? (within - chance) / (size - chance) : Double.NaN;
  }
}
