package io.mirrorlake.evaluator.utility;

import io.mirrorlake.evaluator.sample.CategoryColumn;
import io.mirrorlake.evaluator.sample.ColumnBins;
import io.mirrorlake.evaluator.sample.NumberColumn;
import io.mirrorlake.evaluator.sample.SampleColumn;
import io.mirrorlake.evaluator.sample.SampleTable;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns rows into vectors of numbers for learners that know nothing else: a number is itself, or
 * the real median where it is missing, followed by a 1 where it is missing if any real value is; a
 * category is either one 1 among its most frequent real labels, "other" and "missing", or the place
 * of its label among these. Fitted on real rows, so that models trained on different tables see the
 * same features.
 */
public final class DesignMatrix {
  /** Labels told apart; with "other" and "missing" as many as MLlib's trees take by default. */
  private static final int LABELS = 30;

  private final List<Encoder> encoders;
  private final int width;

  private DesignMatrix(List<Encoder> encoders, int width) {
    this.encoders = List.copyOf(encoders);
    this.width = width;
  }

  /** One feature a label, for learners that add features up. */
  public static DesignMatrix oneHot(SampleTable real) {
    return fit(real, true);
  }

  /** One feature a category column, for learners that know {@link #labels categories}. */
  public static DesignMatrix coded(SampleTable real) {
    return fit(real, false);
  }

  private static DesignMatrix fit(SampleTable real, boolean oneHot) {
    List<Encoder> encoders = new ArrayList<>();
    int offset = 0;
    for (SampleColumn column : real.columns()) {
      Encoder encoder =
          column instanceof NumberColumn numbers
              ? new NumberEncoder(offset, median(numbers.sorted()), column.missingShare() > 0)
              : new CategoryEncoder(offset, ColumnBins.fit(column, 1, LABELS), oneHot);
      encoders.add(encoder);
      offset += encoder.width();
    }
    return new DesignMatrix(encoders, offset);
  }

  /** For each feature the number of labels it codes, 0 for a number. */
  public int[] labels() {
    int[] labels = new int[width];
    for (Encoder encoder : encoders) {
      if (encoder instanceof CategoryEncoder category && !category.oneHot) {
        labels[category.offset] = category.bins.size();
      }
    }
    return labels;
  }

  private static double median(double[] sorted) {
    return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
  }

  /** The number of features. */
  public int width() {
    return width;
  }

  /** The features of all rows, one array a row. */
  public float[][] encode(SampleTable table) {
    float[][] rows = new float[table.rows()][width];
    for (int c = 0; c < table.width(); c++) {
      encoders.get(c).encode(table.column(c), rows);
    }
    return rows;
  }

  private sealed interface Encoder {
    int width();

    void encode(SampleColumn column, float[][] rows);
  }

  private record NumberEncoder(int offset, double median, boolean flagsMissing) implements Encoder {
    @Override
    public int width() {
      return flagsMissing ? 2 : 1;
    }

    @Override
    public void encode(SampleColumn column, float[][] rows) {
      NumberColumn numbers = (NumberColumn) column;
      for (int row = 0; row < rows.length; row++) {
        rows[row][offset] = (float) (numbers.isMissing(row) ? median : numbers.value(row));
        if (flagsMissing) {
          rows[row][offset + 1] = numbers.isMissing(row) ? 1 : 0;
        }
      }
    }
  }

  private record CategoryEncoder(int offset, ColumnBins bins, boolean oneHot) implements Encoder {
    @Override
    public int width() {
      return oneHot ? bins.size() : 1;
    }

    @Override
    public void encode(SampleColumn column, float[][] rows) {
      int[] codes = bins.codes((CategoryColumn) column);
      for (int row = 0; row < rows.length; row++) {
        if (oneHot) {
          rows[row][offset + codes[row]] = 1;
        } else {
          rows[row][offset] = codes[row];
        }
      }
    }
  }
}
