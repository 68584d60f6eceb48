package io.mirrorlake.evaluator.nearest;

import java.util.Arrays;

/**
 * Points halved again and again along the axis on which they differ most (k-d tree; Friedman,
 * Bentley and Finkel 1977), down to blocks that are searched as a whole.
 *
 * <p>A search is exact: it leaves out a part only if the box around it is no nearer than what is
 * found already. In a block distances are summed axis by axis over arrays, which the compiler turns
 * into vector instructions. Building takes O(n log^2 n).
 */
public final class PointTree {
  /** 64 rows of an axis are four cache lines; smaller blocks cost more in bounds than they save. */
  private static final int BLOCK = 64;

  /** Pairs of points that tell on which axis a part differs most. */
  private static final int PROBED_PAIRS = 32;

  private final Points points;
  private final long[] names;

  /** The number of halvings: part 1 is all, parts 2i and 2i + 1 are the halves of i. */
  private final int depth;

  private final int[] low;
  private final int[] high;

  private PointTree(Points points, long[] names, int depth) {
    this.points = points;
    this.names = names;
    this.depth = depth;
    this.low = new int[points.width() << (depth + 1)];
    this.high = new int[points.width() << (depth + 1)];
  }

  /**
   * The tree of these points.
   *
   * @param points at least one
   * @param names a name for each, by which equally near ones are told apart
   */
  public static PointTree of(Points points, long[] names) {
    int depth = 0;
    while (points.size() >> depth > BLOCK) {
      depth++;
    }
    int[] order = new int[points.size()];
    Arrays.setAll(order, i -> i);
    sort(points, order, new Part(0, order.length, depth));
    long[] ordered = new long[order.length];
    Arrays.setAll(ordered, i -> names[order[i]]);
    PointTree tree = new PointTree(points.take(order), ordered, depth);
    tree.box(1, 0, order.length, 0);
    return tree;
  }

  /** The tree of these points, named by their places. */
  public static PointTree of(Points points) {
    long[] places = new long[points.size()];
    Arrays.setAll(places, i -> i);
    return of(points, places);
  }

  private record Part(int from, int to, int halvings) {
    int middle() {
      return (from + to) >>> 1;
    }
  }

  private static void sort(Points points, int[] order, Part part) {
    if (part.halvings == 0) {
      return;
    }
    int[] values = points.axis(widest(points, order, part));
    long[] keys = new long[part.to - part.from];
    for (int i = 0; i < keys.length; i++) {
      int point = order[part.from + i];
      keys[i] = ((long) values[point] << 32) | point;
    }
    Arrays.sort(keys);
    for (int i = 0; i < keys.length; i++) {
      order[part.from + i] = (int) keys[i];
    }
    sort(points, order, new Part(part.from, part.middle(), part.halvings - 1));
    sort(points, order, new Part(part.middle(), part.to, part.halvings - 1));
  }

  /** The axis on which pairs of the part's points are farthest apart on average. */
  private static int widest(Points points, int[] order, Part part) {
    int size = part.to - part.from;
    int widest = 0;
    long farthest = -1;
    for (int a = 0; a < points.width(); a++) {
      long sum = 0;
      for (int pair = 0; pair < PROBED_PAIRS; pair++) {
        // Any two places will do; these are spread over the part.
        int one = part.from + (int) ((long) pair * size / PROBED_PAIRS);
        int other =
            part.from + (int) ((2L * pair + 1) * size / (2 * PROBED_PAIRS) + size / 3) % size;
        sum += points.difference(a, order[one], points, order[other]);
      }
      if (sum > farthest) {
        farthest = sum;
        widest = a;
      }
    }
    return widest;
  }

  private void box(int part, int from, int to, int level) {
    int width = points.width();
    if (level == depth) {
      for (int a = 0; a < width; a++) {
        int[] values = points.axis(a);
        int least = values[from];
        int most = values[from];
        for (int i = from + 1; i < to; i++) {
          least = Math.min(least, values[i]);
          most = Math.max(most, values[i]);
        }
        low[part * width + a] = least;
        high[part * width + a] = most;
      }
      return;
    }
    int middle = (from + to) >>> 1;
    box(2 * part, from, middle, level + 1);
    box(2 * part + 1, middle, to, level + 1);
    for (int a = 0; a < width; a++) {
      int left = 2 * part * width + a;
      low[part * width + a] = Math.min(low[left], low[left + width]);
      high[part * width + a] = Math.max(high[left], high[left + width]);
    }
  }

  /** Takes these points into account for some of the targets: from {@code from} to before to. */
  public void search(Points targets, int from, int to, Neighbours found) {
    int[] sums = new int[2 * BLOCK];
    for (int target = from; target < to; target++) {
      Search search = new Search(targets, target, found, sums);
      search.visit(1, new Part(0, points.size(), depth), search.bound(1));
    }
  }

  /** The search for one target. */
  private final class Search {
    private final int target;
    private final int[] place;
    private final Neighbours found;
    private final int[] sums;

    Search(Points targets, int target, Neighbours found, int[] sums) {
      this.target = target;
      this.found = found;
      this.sums = sums;
      this.place = new int[targets.width()];
      Arrays.setAll(place, a -> targets.coordinate(a, target));
    }

    void visit(int part, Part range, int bound) {
      if (found.isSettled(target, bound)) {
        return;
      }
      if (range.halvings == 0) {
        scan(range.from, range.to);
        return;
      }
      int left = bound(2 * part);
      int right = bound(2 * part + 1);
      Part lower = new Part(range.from, range.middle(), range.halvings - 1);
      Part upper = new Part(range.middle(), range.to, range.halvings - 1);
      if (left <= right) {
        visit(2 * part, lower, left);
        visit(2 * part + 1, upper, right);
      } else {
        visit(2 * part + 1, upper, right);
        visit(2 * part, lower, left);
      }
    }

    /** No point of a part is nearer than its box. */
    int bound(int part) {
      int bound = 0;
      int start = part * place.length;
      for (int a = 0; a < place.length; a++) {
        int outside = Math.max(low[start + a] - place[a], place[a] - high[start + a]);
        if (outside > 0) {
          bound += points.isNumber(a) ? Math.min(GowerSpace.UNIT, outside) : GowerSpace.UNIT;
        }
      }
      return bound;
    }

    private void scan(int from, int to) {
      int size = to - from;
      Arrays.fill(sums, 0, size, 0);
      for (int a = 0; a < place.length; a++) {
        if (points.isNumber(a)) {
          addRanks(points.axis(a), from, size, place[a]);
        } else {
          addLabels(points.axis(a), from, size, place[a]);
        }
      }
      for (int i = 0; i < size; i++) {
        if (!found.isSettled(target, sums[i])) {
          found.offer(target, sums[i], names[from + i]);
        }
      }
    }

    private void addRanks(int[] values, int from, int size, int own) {
      for (int i = 0; i < size; i++) {
        sums[i] += Math.min(GowerSpace.UNIT, Math.abs(values[from + i] - own));
      }
    }

    /** Without a branch: the sign bit of x or of -x is set unless x is 0. */
    private void addLabels(int[] values, int from, int size, int own) {
      for (int i = 0; i < size; i++) {
        int x = values[from + i] ^ own;
        sums[i] += ((x | -x) >>> 31) * GowerSpace.UNIT;
      }
    }
  }
}
