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

  /** The terms of all wide groups, unless they have to be summed anew. */
  private double terms;

  private boolean stale;

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

  /** Begins a line of cuts with nothing on the left. */
  void begin() {
    Arrays.fill(left, 0, width, 0);
    stale = true;
  }

  /** Moves rows of a group to the left, where many groups' rows move. */
  void move(int group, int rows) {
    left[wide[group]] += rows;
    stale = true;
  }

  /** Moves rows of a group to the left, where few groups' rows move: only their terms change. */
  void moveAlone(int group, int rows, TreeTask task) {
    int w = wide[group];
    int before = left[w];
    int after = before + rows;
    left[w] = after;
    terms +=
        task.product(after)
            - task.product(before)
            + task.product(total[w] - after)
            - task.product(total[w] - before);
  }

  /**
   * What the cut gains above its penalty, but for the rows' own terms, which are the same at all
   * resolutions.
   */
  double excess(TreeTask task) {
    if (stale) {
      terms = 0;
      for (int w = 0; w < width; w++) {
        terms += task.product(left[w]) + task.product(total[w] - left[w]);
      }
      stale = false;
    }
    return terms - toBeat;
  }
}
