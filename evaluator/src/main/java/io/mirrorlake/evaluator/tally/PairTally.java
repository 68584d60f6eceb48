package io.mirrorlake.evaluator.tally;

import io.mirrorlake.evaluator.fidelity.ContingencyTable;
import java.io.Serializable;

/** What was counted of two columns together. */
public final class PairTally implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Sums of two numbers: x, y, x^2, y^2 and xy. */
  private static final int X = 0;

  private static final int Y = 1;
  private static final int XX = 2;
  private static final int YY = 3;
  private static final int XY = 4;
  private static final int SUMS_OF_NUMBERS = 5;

  /** What the two columns are. */
  public enum Kind {
    /** Two numbers. */
    NUMBERS,
    /** A number and a label, in either order. */
    MIXED,
    /** Two labels. */
    LABELS
  }

  private final Kind kind;
  private final int first;
  private final int second;
  private final int firstCodes;
  private final int secondCodes;
  private final boolean numberFirst;
  private final long[] cells;
  private final FixedSums sums;

  PairTally(TallyPlan plan, int pair) {
    this.first = plan.first(pair);
    this.second = plan.second(pair);
    this.firstCodes = plan.codes(first);
    this.secondCodes = plan.codes(second);
    this.numberFirst = plan.isNumber(first);
    boolean numberSecond = plan.isNumber(second);
    this.kind =
        numberFirst && numberSecond
            ? Kind.NUMBERS
            : numberFirst || numberSecond ? Kind.MIXED : Kind.LABELS;
    this.cells = new long[firstCodes * secondCodes];
    this.sums = new FixedSums(sums());
  }

  private int sums() {
    return switch (kind) {
      case NUMBERS -> SUMS_OF_NUMBERS;
      // One sum for each label and for the missing one, then the sum of squares.
      case MIXED -> (numberFirst ? secondCodes : firstCodes) + 1;
      case LABELS -> 0;
    };
  }

  void add(int[] codes, long[] steps) {
    int a = codes[first];
    int b = codes[second];
    cells[a * secondCodes + b]++;
    if (kind == Kind.NUMBERS) {
      if (a < firstCodes - 1 && b < secondCodes - 1) {
        addNumbers(steps[first], steps[second]);
      }
    } else if (kind == Kind.MIXED) {
      if (numberFirst ? a < firstCodes - 1 : b < secondCodes - 1) {
        long number = numberFirst ? steps[first] : steps[second];
        sums.add(numberFirst ? b : a, number);
        sums.add(numberFirst ? secondCodes : firstCodes, number * number);
      }
    }
  }

  private void addNumbers(long x, long y) {
    sums.add(X, x);
    sums.add(Y, y);
    sums.add(XX, x * x);
    sums.add(YY, y * y);
    sums.add(XY, x * y);
  }

  void addAll(PairTally other) {
    for (int cell = 0; cell < cells.length; cell++) {
      cells[cell] += other.cells[cell];
    }
    sums.addAll(other.sums);
  }

  /** What the columns are. */
  public Kind kind() {
    return kind;
  }

  /** The combinations of their codes. */
  public ContingencyTable table() {
    return ContingencyTable.of(cells, firstCodes, secondCodes);
  }

  /** Pearson's correlation of two numbers over the rows that have both; 0 if one is constant. */
  public double pearson() {
    double n = complete();
    double xx = sums.value(XX) - sums.value(X) * sums.value(X) / n;
    double yy = sums.value(YY) - sums.value(Y) * sums.value(Y) / n;
    double xy = sums.value(XY) - sums.value(X) * sums.value(Y) / n;
    double scale = Math.sqrt(Math.max(0, xx)) * Math.sqrt(Math.max(0, yy));
    return n > 1 && scale > 0 ? Math.max(-1, Math.min(1, xy / scale)) : 0;
  }

  private double complete() {
    long n = 0;
    for (int a = 0; a < firstCodes - 1; a++) {
      for (int b = 0; b < secondCodes - 1; b++) {
        n += cells[a * secondCodes + b];
      }
    }
    return n;
  }

  /** The correlation ratio of the number by the label, a missing label being one of its own. */
  public double correlationRatio() {
    int labels = numberFirst ? secondCodes : firstCodes;
    double sum = 0;
    double between = 0;
    double n = 0;
    for (int label = 0; label < labels; label++) {
      double count = numbersWith(label);
      n += count;
      sum += sums.value(label);
      between += count > 0 ? sums.value(label) * sums.value(label) / count : 0;
    }
    double total = n > 0 ? sums.value(labels) - sum * sum / n : 0;
    double ratio = total > 0 ? (between - sum * sum / n) / total : 0;
    return Math.sqrt(Math.max(0, Math.min(1, ratio)));
  }

  private long numbersWith(int label) {
    int numbers = (numberFirst ? firstCodes : secondCodes) - 1;
    long count = 0;
    for (int bin = 0; bin < numbers; bin++) {
      count += numberFirst ? cells[bin * secondCodes + label] : cells[label * secondCodes + bin];
    }
    return count;
  }
}
