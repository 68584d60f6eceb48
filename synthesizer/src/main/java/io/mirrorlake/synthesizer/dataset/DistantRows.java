package io.mirrorlake.synthesizer.dataset;

import io.mirrorlake.synthesizer.column.Indexes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers of any rows of a table: blocks are read as they are asked for, and some are kept. Who
 * asks for neighbouring rows has each block read once. Not for several threads.
 */
final class DistantRows {
  /** Cells are asked for in turn: about as many blocks as there are cells, of some 130 KB each. */
  private static final int MAX_BLOCKS = 128;

  private static final float LOAD_FACTOR = 0.75f;

  private final Level level;
  private final LevelCursor cursor;
  private final Map<Integer, long[][]> blocks =
      new LinkedHashMap<>(MAX_BLOCKS, LOAD_FACTOR, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, long[][]> eldest) {
          return size() > MAX_BLOCKS;
        }
      };

  /** The rows of the last of a line's tables. */
  DistantRows(List<Level> line) {
    this.level = line.get(line.size() - 1);
    this.cursor = LevelCursor.of(line);
  }

  /**
   * Replaces numbers of rows by one of the numbers that these carry; of rows that are not there,
   * there is none.
   *
   * @param count how many rows there are
   */
  void replace(Carried wanted, long[] rows, int count) {
    int index = level.carried().indexOf(wanted);
    BlockSums sums = level.sums();
    for (int at = 0; at < count; at++) {
      if (rows[at] < 0 || rows[at] >= sums.rows()) {
        rows[at] = Indexes.NONE;
      } else {
        int block = sums.blockOf(rows[at]);
        long[][] numbers = blocks.computeIfAbsent(block, this::read);
        rows[at] = numbers[index][(int) (rows[at] - sums.start(block))];
      }
    }
  }

  private long[][] read(int block) {
    List<long[][]> chunks = new ArrayList<>();
    int rows = 0;
    cursor.open(block);
    while (cursor.next()) {
      int count = cursor.chunk().rows;
      long[][] carried = cursor.chunk().carried;
      chunks.add(Arrays.stream(carried).map(of -> Arrays.copyOf(of, count)).toArray(long[][]::new));
      rows += count;
    }
    long[][] all = new long[level.carried().size()][rows];
    int at = 0;
    for (long[][] chunk : chunks) {
      int count = chunk[0].length;
      for (int i = 0; i < all.length; i++) {
        System.arraycopy(chunk[i], 0, all[i], at, count);
      }
      at += count;
    }
    return all;
  }
}
