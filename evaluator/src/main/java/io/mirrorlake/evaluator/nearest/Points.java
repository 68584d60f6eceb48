package io.mirrorlake.evaluator.nearest;

import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;

/** Rows as points of a {@link GowerSpace}. Can be sent to tasks. */
public final class Points implements Serializable {
  @Serial private static final long serialVersionUID = 1L;

  private final int[][] coordinates;
  private final boolean[] numbers;
  private final int size;

  Points(int[][] coordinates, boolean[] numbers, int size) {
    this.coordinates = coordinates;
    this.numbers = numbers;
    this.size = size;
  }

  /** The number of points. */
  public int size() {
    return size;
  }

  /** The number of axes. */
  public int width() {
    return numbers.length;
  }

  /** Whether an axis is one of numbers. */
  public boolean isNumber(int axis) {
    return numbers[axis];
  }

  /** Where a point lies on an axis. */
  public int coordinate(int axis, int point) {
    return coordinates[axis][point];
  }

  int[] axis(int axis) {
    return coordinates[axis];
  }

  /** These points in this order. */
  public Points take(int[] points) {
    int[][] taken = new int[coordinates.length][points.length];
    for (int a = 0; a < taken.length; a++) {
      for (int i = 0; i < points.length; i++) {
        taken[a][i] = coordinates[a][points[i]];
      }
    }
    return new Points(taken, numbers, points.length);
  }

  /** The points as seen along some of the axes only. */
  public Points along(int... axes) {
    int[][] seen = new int[axes.length][];
    boolean[] kinds = new boolean[axes.length];
    for (int i = 0; i < axes.length; i++) {
      seen[i] = coordinates[axes[i]];
      kinds[i] = numbers[axes[i]];
    }
    return new Points(seen, kinds, size);
  }

  /** These points' axes followed by those of as many others. */
  public Points beside(Points others) {
    int[][] joined = Arrays.copyOf(coordinates, width() + others.width());
    boolean[] kinds = Arrays.copyOf(numbers, joined.length);
    System.arraycopy(others.coordinates, 0, joined, width(), others.width());
    System.arraycopy(others.numbers, 0, kinds, width(), others.width());
    return new Points(joined, kinds, size);
  }

  /** The distance of one of these points to one of others along one axis, in parts of a unit. */
  public int difference(int axis, int point, Points others, int other) {
    return difference(numbers[axis], coordinates[axis][point], others.coordinates[axis][other]);
  }

  static int difference(boolean number, int one, int other) {
    if (number) {
      return Math.min(GowerSpace.UNIT, Math.abs(one - other));
    }
    return one == other ? 0 : GowerSpace.UNIT;
  }

  /** The distance of one of these points to one of others in the same space. */
  public int distance(int point, Points others, int other) {
    int distance = 0;
    for (int a = 0; a < numbers.length; a++) {
      distance += difference(a, point, others, other);
    }
    return distance;
  }
}
