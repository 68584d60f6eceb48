package io.mirrorlake.profiler.fit;

import io.mirrorlake.profiler.disclosure.DisclosurePolicy.ColumnRule;
import io.mirrorlake.profiler.marginal.NumericMarginal;
import io.mirrorlake.profiler.marginal.Piece;
import io.mirrorlake.profiler.marginal.Segment;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How many rows lie in each segment of some columns, counted exactly.
 *
 * <p>A column of more distinct values than its sketch tells apart has point masses whose counts are
 * lower bounds, and what they lack is left in the intervals beside them. A count of all rows by
 * segment puts both right.
 */
public final class SegmentCounts implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * By column, with the rows that lie in none after those of the segments; of no entry where the
   * column is not counted.
   */
  private final List<long[]> counts = new ArrayList<>();

  /**
   * Counts of nothing.
   *
   * @param segments the number of segments of each column, 0 for those that are not counted
   */
  public SegmentCounts(int[] segments) {
    for (int number : segments) {
      counts.add(new long[number == 0 ? 0 : number + 1]);
    }
  }

  /** Empty counts of the same columns. */
  public SegmentCounts fresh() {
    return new SegmentCounts(counts.stream().mapToInt(of -> Math.max(0, of.length - 1)).toArray());
  }

  /** Whether a column is counted. */
  public boolean has(int column) {
    return counts.get(column).length > 0;
  }

  /** Whether any column is counted. */
  public boolean isNone() {
    return counts.stream().allMatch(of -> of.length == 0);
  }

  /** Counts a row whose value lies in a segment, or next to it. */
  public void add(int column, short segment, boolean isInside) {
    long[] of = counts.get(column);
    of[isInside ? segment : of.length - 1]++;
  }

  /** Adds what was counted of other rows. */
  public void merge(SegmentCounts other) {
    for (int i = 0; i < counts.size(); i++) {
      long[] own = counts.get(i);
      long[] more = other.counts.get(i);
      Arrays.setAll(own, segment -> own[segment] + more[segment]);
    }
  }

  /** The marginal of a column with the weights that follow from its counts. */
  public NumericMarginal told(int column, NumericMarginal marginal, ColumnRule rule) {
    long[] rows = counts.get(column);
    List<Piece> pieces = marginal.pieces();
    long[] told = new long[pieces.size()];
    int segment = 0;
    for (int i = 0; i < told.length; i++) {
      Piece piece = pieces.get(i);
      int end = segment + piece.segments(marginal.grid()).size();
      boolean isAtom = piece instanceof Segment single && single.isAtom();
      String item = (isAtom ? "at " : "from ") + piece.low();
      // What the first scan took for an interval's may all be the point mass beside it.
      told[i] = Math.max(1, rule.count(Arrays.stream(rows, segment, end).sum(), item));
      segment = end;
    }
    long all = Arrays.stream(told).sum();
    List<Piece> weighed = new ArrayList<>();
    for (int i = 0; i < told.length; i++) {
      weighed.add(pieces.get(i).withWeight(Rounding.share(told[i], all)));
    }
    return NumericMarginal.of(
        marginal.nullProbability(), marginal.grid(), weighed, marginal.calendar());
  }

  /** How many values of a column were counted, in a segment or not. */
  public long rows(int column) {
    return Arrays.stream(counts.get(column)).sum();
  }
}
