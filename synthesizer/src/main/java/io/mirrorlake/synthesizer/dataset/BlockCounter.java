package io.mirrorlake.synthesizer.dataset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Counts what the rows of a table decide: how many children they have, and in which cells their
 * further parents lie. Only the columns that say so are drawn. Blocks are counted in parallel.
 */
final class BlockCounter {
  /** So many tasks a core level out blocks of different size. */
  private static final int TASKS_PER_CORE = 4;

  private final List<Level> line;
  private final Level last;
  private final int blocks;
  private final long[][] children;
  private final long[][][] cells;

  private BlockCounter(List<Level> line) {
    this.line = line;
    this.last = line.get(line.size() - 1);
    this.blocks = last.sums().count();
    this.children = new long[last.fanOuts().size()][blocks];
    List<FurtherParent> references = List.copyOf(last.furtherParents().values());
    this.cells = new long[references.size()][][];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = new long[references.get(i).cells()][blocks + 1];
    }
  }

  /** Counts the rows of the last of a line's tables. */
  static BlockCounts count(List<Level> line) {
    BlockCounter counter = new BlockCounter(line);
    int tasks =
        Math.min(counter.blocks, TASKS_PER_CORE * Runtime.getRuntime().availableProcessors());
    IntStream.range(0, tasks).parallel().forEach(task -> counter.count(task, tasks));
    return counter.result();
  }

  private void count(int task, int tasks) {
    LevelCursor cursor = LevelCursor.of(line);
    int end = (int) ((long) blocks * (task + 1) / tasks);
    for (int block = (int) ((long) blocks * task / tasks); block < end; block++) {
      cursor.open(block);
      while (cursor.next()) {
        add(cursor.chunk(), block);
      }
    }
  }

  /** Every block is counted by one thread. */
  private void add(Chunk chunk, int block) {
    for (int i = 0; i < children.length; i++) {
      long sum = 0;
      for (int row = 0; row < chunk.rows; row++) {
        sum += chunk.fanOuts[i][row];
      }
      children[i][block] += sum;
    }
    List<FurtherParent> references = List.copyOf(last.furtherParents().values());
    for (int i = 0; i < cells.length; i++) {
      for (int row = 0; row < chunk.rows; row++) {
        long drawn = chunk.targets[i][row];
        if (drawn >= 0) {
          cells[i][references.get(i).cell(drawn)][block + 1]++;
        }
      }
    }
  }

  private BlockCounts result() {
    Map<String, long[]> byChild = new LinkedHashMap<>();
    for (int i = 0; i < children.length; i++) {
      byChild.put(last.fanOuts().get(i).child(), children[i]);
    }
    Map<String, long[][]> byReference = new LinkedHashMap<>();
    List<String> names = new ArrayList<>(last.furtherParents().keySet());
    for (int i = 0; i < cells.length; i++) {
      for (long[] counts : cells[i]) {
        for (int block = 0; block < blocks; block++) {
          counts[block + 1] += counts[block];
        }
      }
      byReference.put(names.get(i), cells[i]);
    }
    return new BlockCounts(byChild, byReference);
  }
}
