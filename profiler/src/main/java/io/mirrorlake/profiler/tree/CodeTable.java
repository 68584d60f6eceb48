package io.mirrorlake.profiler.tree;

import io.mirrorlake.profiler.copula.CodeSet;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How many rows of each group a node has for each code of a column: what questions about that
 * column are judged by. Only codes and groups that occur are kept, so that a small node costs
 * little. Not for use by several threads at once.
 */
final class CodeTable {
  /** A cell's number is its code's, times sixteen, plus its group's. */
  private static final int GROUP_BITS = 4;

  /** Counts by cell; 0 between calls. */
  private final int[] cells;

  /** The same of every other row, where there are many. */
  private final int[] others;

  /** A bit for every cell that is not 0; none between calls. */
  private final long[] occurs;

  private final int[] codeRows;
  private final double[] codeScore;
  private final int[] line;
  private final int[] firstEntry;
  private final int[] endEntry;
  private final int[] entryGroup;
  private final int[] entryRows;
  private int occurring;

  /**
   * @param codes the most codes of any column to come
   */
  CodeTable(int codes) {
    int most = codes << GROUP_BITS;
    this.cells = new int[most];
    this.others = new int[most];
    this.occurs = new long[most / Long.SIZE + 1];
    this.codeRows = new int[codes];
    this.codeScore = new double[codes];
    this.line = new int[codes];
    this.firstEntry = new int[codes];
    this.endEntry = new int[codes];
    this.entryGroup = new int[most];
    this.entryRows = new int[most];
  }

  /**
   * Counts rows [from, to) of a list. The codes that occur then stand in a line, in their order.
   *
   * @param rowGroup the groups of these rows, one after the other
   */
  void count(CodeColumn column, int[] rows, int from, int to, byte[] rowGroup) {
    occurring = 0;
    int size = column.scale().size() << GROUP_BITS;
    if (to - from < size) {
      countFew(column.codes(), rows, from, to, rowGroup);
      takeMarked(size);
    } else {
      countMany(column.codes(), rows, from, to, rowGroup);
      takeAll(size);
    }
  }

  /** Counts few rows, and marks the cells that occur: most do not. */
  private void countFew(byte[] codes, int[] rows, int from, int to, byte[] rowGroup) {
    for (int i = from; i < to; i++) {
      int cell = (codes[rows[i]] & 0xff) << GROUP_BITS | rowGroup[i - from];
      if (cells[cell]++ == 0) {
        occurs[cell / Long.SIZE] |= 1L << cell;
      }
    }
  }

  private void takeMarked(int size) {
    int entries = 0;
    for (int w = 0; w <= size / Long.SIZE; w++) {
      for (long left = occurs[w]; left != 0; left &= left - 1) {
        take(w * Long.SIZE + Long.numberOfTrailingZeros(left), entries++);
      }
      occurs[w] = 0;
    }
  }

  /**
   * Counts rows in two tables by turns: where one cell has most rows, no count waits for the one
   * before.
   */
  private void countMany(byte[] codes, int[] rows, int from, int to, byte[] rowGroup) {
    int i = from;
    for (; i < to - 1; i += 2) {
      cells[(codes[rows[i]] & 0xff) << GROUP_BITS | rowGroup[i - from]]++;
      others[(codes[rows[i + 1]] & 0xff) << GROUP_BITS | rowGroup[i + 1 - from]]++;
    }
    if (i < to) {
      cells[(codes[rows[i]] & 0xff) << GROUP_BITS | rowGroup[i - from]]++;
    }
  }

  private void takeAll(int size) {
    int entries = 0;
    for (int cell = 0; cell < size; cell++) {
      cells[cell] += others[cell];
      others[cell] = 0;
      if (cells[cell] > 0) {
        take(cell, entries++);
      }
    }
  }

  /** Takes a cell's count as an entry, which leaves it at 0. */
  private void take(int cell, int entry) {
    int code = cell >> GROUP_BITS;
    if (occurring == 0 || line[occurring - 1] != code) {
      line[occurring++] = code;
      firstEntry[code] = entry;
      codeRows[code] = 0;
    }
    endEntry[code] = entry + 1;
    entryGroup[entry] = cell & (CodeGrouping.MAX_GROUPS - 1);
    entryRows[entry] = cells[cell];
    codeRows[code] += cells[cell];
    cells[cell] = 0;
  }

  /**
   * Puts codes without an order in a line by the mean score of their rows, which for two groups
   * makes the best cut of the line the best of all subsets (Breiman et al. 1984, theorem 4.5).
   */
  void lineUp(TreeTask task) {
    for (int i = 0; i < occurring; i++) {
      int code = line[i];
      double score = 0;
      for (int e = firstEntry[code]; e < endEntry[code]; e++) {
        score += entryRows[e] * task.score(entryGroup[e]);
      }
      codeScore[code] = score / codeRows[code];
    }
    // By insertion: there are few codes, and the same codes are in the same line in every run.
    for (int i = 1; i < occurring; i++) {
      int code = line[i];
      int place = i;
      while (place > 0 && codeScore[line[place - 1]] > codeScore[code]) {
        line[place] = line[place - 1];
        place--;
      }
      line[place] = code;
    }
  }

  /** How many codes occur. */
  int occurring() {
    return occurring;
  }

  /** The rows of the code at a place of the line. */
  int rowsAt(int place) {
    return codeRows[line[place]];
  }

  /** The first entry of the code at a place of the line: a group that occurs, and its rows. */
  int firstEntry(int place) {
    return firstEntry[line[place]];
  }

  /** One after its last entry. */
  int endEntry(int place) {
    return endEntry[line[place]];
  }

  int entryGroup(int entry) {
    return entryGroup[entry];
  }

  int entryRows(int entry) {
    return entryRows[entry];
  }

  /**
   * The codes up to place {@code last} of the line. A code that does not occur among the rows goes
   * with its neighbours where codes have an order, else with the greater part of the rows.
   */
  CodeSet upTo(int last, CodeScale scale) {
    if (scale.ordered()) {
      return CodeSet.of(IntStream.rangeClosed(0, line[last]).toArray());
    }
    int leftRows = 0;
    int rows = 0;
    for (int i = 0; i < occurring; i++) {
      leftRows += i <= last ? codeRows[line[i]] : 0;
      rows += codeRows[line[i]];
    }
    if (2 * leftRows <= rows) {
      return CodeSet.of(Arrays.copyOf(line, last + 1));
    }
    int[] right = Arrays.copyOfRange(line, last + 1, occurring);
    Arrays.sort(right);
    return CodeSet.of(
        IntStream.range(0, scale.size())
            .filter(code -> Arrays.binarySearch(right, code) < 0)
            .toArray());
  }
}
