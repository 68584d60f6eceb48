package io.mirrorlake.profiler.tree;

import java.util.Arrays;

/**
 * The groups of a node's rows seen at one resolution: neighbouring groups joined to at most so many
 * wider ones of about the same number of rows. A shift of all rows shows in two halves as well as
 * in sixteen groups, and costs one degree of freedom there rather than fifteen. Not for use by
 * several threads at once.
 */
final class Resolution {
  private final int most;
  private final int[] wide;
  private final int[] total;
  private final int[] left;
  private int width;
  private double toBeat;

  /**
   * @param most how many groups it has at most
   * @param groups how many groups there are to join
   */
  Resolution(int most, int groups) {
    this.most = most;
    this.wide = new int[groups];
    this.total = new int[groups];
    this.left = new int[groups];
  }

  /**
   * Sets it up for a node.
   *
   * @param totals the node's rows by group
   * @param line the groups, neighbours side by side
   * @return whether it tells groups apart, and fewer of them than occur
   */
  boolean prepare(int[] totals, int rows, int[] line, TreeTask task) {
    Arrays.fill(total, 0);
    width = 0;
    int last = -1;
    double below = 0;
    int occurring = 0;
    for (int group : line) {
      if (totals[group] > 0) {
        occurring++;
        int cell = (int) ((below + totals[group] / 2.0) / rows * most);
        if (cell != last) {
          last = cell;
          width++;
        }
        wide[group] = width - 1;
        total[width - 1] += totals[group];
        below += totals[group];
      }
    }
    toBeat = task.options().penalty() * (width - 1) - task.product(rows);
    for (int w = 0; w < width; w++) {
      toBeat += task.product(total[w]);
    }
    return width > 1 && occurring > most;
  }

  /** Sets it up for a node with every group that occurs by itself. */
  boolean prepareAll(int[] totals, int rows, TreeTask task) {
    int occurring = 0;
    toBeat = -task.product(rows);
    for (int g = 0; g < wide.length; g++) {
      wide[g] = g;
      total[g] = totals[g];
      occurring += totals[g] > 0 ? 1 : 0;
      toBeat += task.product(totals[g]);
    }
    width = wide.length;
    toBeat += task.options().penalty() * (occurring - 1);
    return occurring > 1;
  }

  /**
   * What cuts of a line of codes gain above their penalty, but for the terms of the rows left and
   * right, which are the same at all resolutions.
   *
   * @param first the first cut, after the code at this place of the line
   * @param end one after the last cut
   * @param excess the gains, each raised to this resolution's if that is more
   */
  void cut(CodeTable table, int first, int end, TreeTask task, double[] excess) {
    Arrays.fill(left, 0, width, 0);
    for (int i = 0; i < first; i++) {
      move(table, i);
    }
    double terms = 0;
    for (int i = first; i < end; i++) {
      int moving = table.endEntry(i) - table.firstEntry(i);
      if (i > first && 2 * moving < width) {
        terms += change(table, i, task);
      } else {
        move(table, i);
        terms = sum(task);
      }
      excess[i] = Math.max(excess[i], terms - toBeat);
    }
  }

  /** Moves the rows of a code to the left. */
  private void move(CodeTable table, int place) {
    int end = table.endEntry(place);
    for (int e = table.firstEntry(place); e < end; e++) {
      left[wide[table.entryGroup(e)]] += table.entryRows(e);
    }
  }

  /** The same, by which the sum of all terms changes: for few groups quicker than a new sum. */
  private double change(CodeTable table, int place, TreeTask task) {
    double change = 0;
    int end = table.endEntry(place);
    for (int e = table.firstEntry(place); e < end; e++) {
      int w = wide[table.entryGroup(e)];
      int before = left[w];
      int after = before + table.entryRows(e);
      left[w] = after;
      change +=
          task.product(after)
              - task.product(before)
              + task.product(total[w] - after)
              - task.product(total[w] - before);
    }
    return change;
  }

  private double sum(TreeTask task) {
    double sum = 0;
    for (int w = 0; w < width; w++) {
      sum += task.product(left[w]) + task.product(total[w] - left[w]);
    }
    return sum;
  }
}
