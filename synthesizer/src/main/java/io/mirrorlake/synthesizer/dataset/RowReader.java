package io.mirrorlake.synthesizer.dataset;

import io.mirrorlake.synthesizer.plan.BlockSampler;
import io.mirrorlake.synthesizer.plan.RowRange;

/**
 * Reads a range of rows, batch by batch. Reading starts at the block that the first row descends
 * from. Not for several threads.
 */
public final class RowReader {
  private final Level level;
  private final LevelCursor cursor;
  private final Chunk chunk;
  private final BlockSampler sampler;
  private final RowRange range;
  private int block = -1;
  private int at;

  RowReader(TableRows rows, RowRange range) {
    this.level = rows.last();
    this.cursor = LevelCursor.of(rows.line());
    this.chunk = cursor.chunk();
    this.range = range;
    this.sampler = rows.plan().sampler(new CursorRows(rows, cursor));
  }

  /** The values of the batch. */
  public BlockSampler sampler() {
    return sampler;
  }

  /** Fills the next batch; returns its rows, or 0 after the last. */
  public int next() {
    if (block < 0) {
      return range.rows() == 0 ? 0 : start();
    }
    while (at >= chunk.rows) {
      if (chunk.firstRow + chunk.rows >= range.end() || !nextChunk()) {
        return 0;
      }
    }
    return sample(range.end());
  }

  private int start() {
    block = level.sums().blockOf(range.first());
    cursor.open(block);
    do {
      nextChunk();
    } while (chunk.firstRow + chunk.rows <= range.first());
    int target = (int) (range.first() - chunk.firstRow);
    // What rises from sibling to sibling has to start with the first one.
    at = target - chunk.places[target];
    while (at < target) {
      sample(range.first());
    }
    return sample(range.end());
  }

  private boolean nextChunk() {
    at = 0;
    while (!cursor.next()) {
      if (++block >= level.sums().count()) {
        return false;
      }
      cursor.open(block);
    }
    return true;
  }

  private int sample(long end) {
    long left = Math.min(end - chunk.firstRow, chunk.rows) - at;
    int rows = (int) Math.min(BlockSampler.BLOCK_ROWS, left);
    if (rows > 0) {
      sampler.sample(chunk.firstRow + at, rows);
      at += rows;
    }
    return Math.max(0, rows);
  }
}
