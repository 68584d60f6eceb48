package io.mirrorlake.synthesizer.dataset;

import io.mirrorlake.synthesizer.column.Indexes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers and codes of any rows of a table: blocks are read as they are asked for, and some are
 * kept. Who asks for neighbouring rows has each block read once. Not for several threads.
 */
final class DistantRows {
  /** Cells are asked for in turn: about as many blocks as there are cells, of some 130 KB each. */
  private static final int MAX_BLOCKS = 128;

  private static final float LOAD_FACTOR = 0.75f;

  private final Level level;
  private final LevelCursor cursor;
  private final Map<Integer, BlockRows> blocks =
      new LinkedHashMap<>(MAX_BLOCKS, LOAD_FACTOR, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, BlockRows> eldest) {
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
        long[][] numbers = rows(block).numbers();
        rows[at] = numbers[index][(int) (rows[at] - sums.start(block))];
      }
    }
  }

  /**
   * Writes the codes that rows are given of these; rows that are not there have none.
   *
   * @param rows the numbers of the rows
   * @param count how many there are
   * @param columns what is given of them
   * @param given for each given column the codes
   */
  void export(long[] rows, int count, List<FurtherColumn> columns, byte[][] given) {
    BlockSums sums = level.sums();
    for (int at = 0; at < count; at++) {
      if (rows[at] < 0 || rows[at] >= sums.rows()) {
        for (FurtherColumn column : columns) {
          given[column.given()][at] = column.missing();
        }
      } else {
        int block = sums.blockOf(rows[at]);
        byte[][] codes = rows(block).codes();
        int row = (int) (rows[at] - sums.start(block));
        for (FurtherColumn column : columns) {
          given[column.given()][at] = codes[column.export()][row];
        }
      }
    }
  }

  private BlockRows rows(int block) {
    return blocks.computeIfAbsent(block, this::read);
  }

  private BlockRows read(int block) {
    List<BlockRows> chunks = new ArrayList<>();
    cursor.open(block);
    while (cursor.next()) {
      Chunk chunk = cursor.chunk();
      int count = chunk.rows;
      chunks.add(
          new BlockRows(
              count,
              Arrays.stream(chunk.carried)
                  .map(of -> Arrays.copyOf(of, count))
                  .toArray(long[][]::new),
              Arrays.stream(chunk.exports)
                  .map(of -> Arrays.copyOf(of, count))
                  .toArray(byte[][]::new)));
    }
    int rows = chunks.stream().mapToInt(BlockRows::rows).sum();
    BlockRows all =
        new BlockRows(
            rows, new long[level.carried().size()][rows], new byte[level.exports().size()][rows]);
    int at = 0;
    for (BlockRows chunk : chunks) {
      for (int i = 0; i < all.numbers().length; i++) {
        System.arraycopy(chunk.numbers()[i], 0, all.numbers()[i], at, chunk.rows());
      }
      for (int i = 0; i < all.codes().length; i++) {
        System.arraycopy(chunk.codes()[i], 0, all.codes()[i], at, chunk.rows());
      }
      at += chunk.rows();
    }
    return all;
  }

  /**
   * The rows of a block, or of a part of it.
   *
   * @param rows how many there are
   * @param numbers for each number that is carried, the rows' ones
   * @param codes for each column that others are given, the rows' codes
   */
  @SuppressWarnings("ArrayRecordComponent") // internal, never compared
  private record BlockRows(int rows, long[][] numbers, byte[][] codes) {}
}
