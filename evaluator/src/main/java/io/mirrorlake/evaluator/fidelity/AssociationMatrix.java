package io.mirrorlake.evaluator.fidelity;

import io.mirrorlake.evaluator.sample.CategoryColumn;
import io.mirrorlake.evaluator.sample.NumberColumn;
import io.mirrorlake.evaluator.sample.SampleColumn;
import io.mirrorlake.evaluator.sample.SampleTable;
import java.util.stream.IntStream;

/**
 * How strongly each pair of columns goes together, 0 to 1: {@link CramersV} for two categories,
 * {@link CorrelationRatio} for a category and a number, |{@link Pearson}| for two numbers. A
 * missing category is a category of its own; a missing number leaves its row out of that pair.
 */
public final class AssociationMatrix {
  private final double[][] values;

  private AssociationMatrix(double[][] values) {
    this.values = values;
  }

  /** The matrix of a table; O(rows x columns^2), in parallel over columns. */
  public static AssociationMatrix of(SampleTable table) {
    int width = table.width();
    Side[] sides = table.columns().stream().map(Side::of).toArray(Side[]::new);
    double[][] values = new double[width][width];
    IntStream.range(0, width)
        .parallel()
        .forEach(
            i -> {
              for (int j = 0; j < i; j++) {
                values[i][j] = association(sides[i], sides[j]);
              }
            });
    for (int i = 0; i < width; i++) {
      values[i][i] = 1;
      for (int j = 0; j < i; j++) {
        values[j][i] = values[i][j];
      }
    }
    return new AssociationMatrix(values);
  }

  /** The number of columns. */
  public int width() {
    return values.length;
  }

  /** The association of two columns; 1 on the diagonal. */
  public double value(int i, int j) {
    return values[i][j];
  }

  /**
   * The mean over all pairs of the absolute difference to another matrix of as many columns; 0
   * without a pair.
   */
  public double meanError(AssociationMatrix other) {
    double sum = 0;
    for (int i = 0; i < width(); i++) {
      for (int j = 0; j < i; j++) {
        sum += Math.abs(values[i][j] - other.values[i][j]);
      }
    }
    int pairs = width() * (width() - 1) / 2;
    return pairs == 0 ? 0 : sum / pairs;
  }

  private static double association(Side first, Side second) {
    if (first.nominal && second.nominal) {
      return CramersV.of(first.codes, first.size, second.codes, second.size);
    }
    if (first.nominal) {
      return CorrelationRatio.of(first.codes, first.size, second.numbers);
    }
    if (second.nominal) {
      return CorrelationRatio.of(second.codes, second.size, first.numbers);
    }
    return Math.abs(Pearson.of(first.numbers, second.numbers));
  }

  /**
   * A column as plain arrays: codes with the missing value's own code last, or numbers with NaN.
   */
  private static final class Side {
    private final boolean nominal;
    private final int[] codes;
    private final int size;
    private final double[] numbers;

    private Side(boolean nominal, int[] codes, int size, double[] numbers) {
      this.nominal = nominal;
      this.codes = codes;
      this.size = size;
      this.numbers = numbers;
    }

    static Side of(SampleColumn column) {
      if (column instanceof NumberColumn numbers) {
        double[] values = IntStream.range(0, column.rows()).mapToDouble(numbers::value).toArray();
        return new Side(false, new int[0], 0, values);
      }
      CategoryColumn categories = (CategoryColumn) column;
      int missing = categories.labels().size();
      int[] codes =
          IntStream.range(0, column.rows())
              .map(row -> column.isMissing(row) ? missing : categories.code(row))
              .toArray();
      return new Side(true, codes, missing + 1, new double[0]);
    }
  }
}
