package io.mirrorlake.synthesizer.dataset;

import java.util.Arrays;
import java.util.List;

/**
 * Where a table's rows lie: which of them descend from which block. Memory is 8 bytes a block.
 * Immutable.
 */
final class BlockSums {
  private final List<Block> blocks;
  private final long[] starts;

  private BlockSums(List<Block> blocks, long[] starts) {
    this.blocks = List.copyOf(blocks);
    this.starts = starts;
  }

  /**
   * The sums.
   *
   * @param blocks the blocks in the order of their rows
   * @param rows how many rows of the table descend from each block
   */
  static BlockSums of(List<Block> blocks, long[] rows) {
    long[] starts = new long[rows.length + 1];
    for (int b = 0; b < rows.length; b++) {
      starts[b + 1] = Math.addExact(starts[b], rows[b]);
    }
    return new BlockSums(blocks, starts);
  }

  /** The blocks. */
  List<Block> blocks() {
    return blocks;
  }

  /** How many blocks there are. */
  int count() {
    return blocks.size();
  }

  /** The block's first row. */
  long start(int block) {
    return starts[block];
  }

  /** How many rows there are. */
  long rows() {
    return starts[starts.length - 1];
  }

  /** The block that a row descends from. */
  int blockOf(long row) {
    if (row < 0 || row >= rows()) {
      throw new IllegalArgumentException("row " + row + " of " + rows());
    }
    int found = Arrays.binarySearch(starts, row);
    int block = found >= 0 ? found : -found - 2;
    // Blocks without rows start where the next one does.
    while (starts[block + 1] <= row) {
      block++;
    }
    return block;
  }

  /** The cells of the table: what descends from the cells of the line's first one. */
  Cells cells(int count) {
    long[] cells = new long[count + 1];
    Arrays.fill(cells, rows());
    for (int b = blocks.size() - 1; b >= 0; b--) {
      if (blocks.get(b).depth() == 0) {
        cells[blocks.get(b).cell()] = starts[b];
      }
    }
    // A cell without blocks is empty, and ends where the next one starts.
    for (int cell = count - 1; cell >= 0; cell--) {
      cells[cell] = Math.min(cells[cell], cells[cell + 1]);
    }
    cells[0] = 0;
    return Cells.at(cells);
  }
}
