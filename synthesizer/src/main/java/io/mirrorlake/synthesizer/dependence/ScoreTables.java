package io.mirrorlake.synthesizer.dependence;

import io.mirrorlake.profiler.copula.AdditiveScore;
import java.util.Arrays;
import java.util.List;

/**
 * An additive score, laid out for a tile of rows: a look-up a column, added up column by column.
 * Immutable.
 */
final class ScoreTables {
  /** As many cells as guide to the code of a sum: nearly always to the code itself. */
  private static final int CELLS = 4096;

  private static final int CODES = 256;

  private final int[] offsets;
  private final int[] points;
  private final int[] cuts;
  private final int least;
  private final int shift;
  private final byte[] guide;

  private ScoreTables(int[] offsets, int[] points, int[] cuts) {
    this.offsets = offsets;
    this.points = points;
    this.cuts = cuts;
    this.least = cuts[0] - 1;
    long span = (long) cuts[cuts.length - 1] - least + 1;
    this.shift = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(span / CELLS));
    this.guide = new byte[(int) (span >>> shift) + 1];
    for (int cell = 0; cell < guide.length; cell++) {
      long sum = Math.min(least + ((long) cell << shift), Integer.MAX_VALUE);
      guide[cell] = (byte) AdditiveScore.code(cuts, (int) sum);
    }
  }

  /**
   * The tables of a score.
   *
   * @param slots the slot of each column of the copula
   */
  static ScoreTables of(AdditiveScore score, int[] slots) {
    List<AdditiveScore.Term> terms = score.terms();
    int[] offsets =
        terms.stream().mapToInt(term -> CodeTile.offset(slots[term.ancestor()])).toArray();
    int[] points = terms.stream().flatMapToInt(term -> Arrays.stream(term.table(CODES))).toArray();
    return new ScoreTables(offsets, points, score.cutPoints());
  }

  /**
   * Puts the score's codes in a slot.
   *
   * @param sums an array to work in
   */
  void fill(byte[] codes, int offset, int[] sums, int rows) {
    Arrays.fill(sums, 0, rows, 0);
    for (int term = 0; term < offsets.length; term++) {
      int from = offsets[term];
      int table = term * CODES;
      for (int row = 0; row < rows; row++) {
        sums[row] += points[table + (codes[from + row] & 0xff)];
      }
    }
    int last = guide.length - 1;
    for (int row = 0; row < rows; row++) {
      int sum = sums[row];
      int cell = sum < least ? 0 : (int) Math.min(last, ((long) sum - least) >>> shift);
      int code = guide[cell] & 0xff;
      while (code < cuts.length && cuts[code] <= sum) {
        code++;
      }
      codes[offset + row] = (byte) code;
    }
  }
}
