package io.mirrorlake.synthesizer.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * A range of row indexes.
 *
 * @param first the first row index, at least 0
 * @param end the row index after the last, at least first
 */
public record RowRange(long first, long end) {
  public RowRange {
    if (first < 0 || end < first) {
      throw new IllegalArgumentException("rows [" + first + ", " + end + ")");
    }
  }

  /** How many rows the range holds. */
  public long rows() {
    return end - first;
  }

  /** How many blocks the range touches. */
  public long blocks() {
    return rows() == 0 ? 0 : blockOf(end - 1) - blockOf(first) + 1;
  }

  /**
   * The range cut into at most this many ranges of about the same number of whole blocks; none
   * where it is empty.
   */
  public List<RowRange> split(long parts) {
    long blocks = blocks();
    long count = Math.min(Math.max(1, parts), blocks);
    List<RowRange> ranges = new ArrayList<>();
    long start = first;
    for (long part = 0; part < count; part++) {
      // The first blocks % count parts are one block longer.
      long nextBlock =
          blockOf(first) + (part + 1) * (blocks / count) + Math.min(part + 1, blocks % count);
      long next = part == count - 1 ? end : nextBlock * BlockSampler.BLOCK_ROWS;
      ranges.add(new RowRange(start, next));
      start = next;
    }
    return ranges;
  }

  private static long blockOf(long row) {
    return row / BlockSampler.BLOCK_ROWS;
  }
}
