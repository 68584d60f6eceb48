package io.mirrorlake.evaluator.privacy;

import io.mirrorlake.evaluator.sample.CategoryColumn;
import io.mirrorlake.evaluator.sample.NumberColumn;
import io.mirrorlake.evaluator.sample.SampleColumn;
import io.mirrorlake.evaluator.sample.SampleTable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How many synthetic rows are exact copies of a training row, and how many of a holdout row out of
 * equally many. The second says how many copies chance alone makes, because no generator saw the
 * holdout.
 *
 * @param rows the number of synthetic rows
 * @param inTrain how many occur in train
 * @param inHoldout how many occur in the holdout
 * @param inBoth how many occur in both
 */
public record DuplicateCounts(long rows, long inTrain, long inHoldout, long inBoth) {

  /** The counts over these rows; the two real tables should be equally large. */
  public static DuplicateCounts of(SampleTable synthetic, SampleTable train, SampleTable holdout) {
    Set<List<Object>> trainRows = rowsOf(train);
    Set<List<Object>> holdoutRows = rowsOf(holdout);
    long inTrain = 0;
    long inHoldout = 0;
    long inBoth = 0;
    for (int row = 0; row < synthetic.rows(); row++) {
      List<Object> values = row(synthetic, row);
      boolean ofTrain = trainRows.contains(values);
      boolean ofHoldout = holdoutRows.contains(values);
      inTrain += ofTrain ? 1 : 0;
      inHoldout += ofHoldout ? 1 : 0;
      inBoth += ofTrain && ofHoldout ? 1 : 0;
    }
    return new DuplicateCounts(synthetic.rows(), inTrain, inHoldout, inBoth);
  }

  private static Set<List<Object>> rowsOf(SampleTable table) {
    Set<List<Object>> rows = new HashSet<>();
    for (int row = 0; row < table.rows(); row++) {
      rows.add(row(table, row));
    }
    return rows;
  }

  private static List<Object> row(SampleTable table, int row) {
    List<Object> values = new ArrayList<>(table.width());
    for (SampleColumn column : table.columns()) {
      values.add(
          column instanceof NumberColumn numbers
              ? (Object) numbers.value(row)
              : (Object) ((CategoryColumn) column).code(row));
    }
    return values;
  }

  /** The share of synthetic rows that copy a training row. */
  public double trainShare() {
    return (double) inTrain / rows;
  }

  /** The share of synthetic rows that copy a holdout row. */
  public double holdoutShare() {
    return (double) inHoldout / rows;
  }

  /** The share of copies that chance does not explain. */
  public double excess() {
    return trainShare() - holdoutShare();
  }

  /**
   * The standard error of the excess: of the mean over rows of +1 for a copy of train only, -1 for
   * one of the holdout only, else 0.
   */
  public double standardError() {
    double only = (double) (inTrain + inHoldout - 2 * inBoth) / rows;
    return Math.sqrt(Math.max(0, only - excess() * excess()) / rows);
  }
}
