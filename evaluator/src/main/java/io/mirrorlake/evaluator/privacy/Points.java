package io.mirrorlake.evaluator.privacy;

import java.io.Serial;
import java.io.Serializable;

/**
 * Rows as points of a {@link GowerSpace}: ranks of the numbers, then codes of the categories. Can
 * be sent to tasks.
 */
public final class Points implements Serializable {
  @Serial private static final long serialVersionUID = 1L;

  private final float[] values;
  private final int width;
  private final int numbers;

  Points(float[] values, int width, int numbers) {
    this.values = values;
    this.width = width;
    this.numbers = numbers;
  }

  /** The number of points. */
  public int size() {
    return values.length / width;
  }

  /**
   * The distance of one of these points to the nearest of others in the same space, 0 to the number
   * of columns. Sums are given up as soon as they pass the nearest so far.
   */
  public float nearest(int point, Points others) {
    float nearest = Float.POSITIVE_INFINITY;
    for (int start = 0; start < others.values.length; start += width) {
      nearest = Math.min(nearest, distance(point * width, others.values, start, nearest));
    }
    return nearest;
  }

  private float distance(int own, float[] others, int start, float enough) {
    float distance = 0;
    for (int c = numbers; c < width && distance <= enough; c++) {
      distance += values[own + c] == others[start + c] ? 0 : 1;
    }
    for (int c = 0; c < numbers && distance <= enough; c++) {
      distance += Math.min(1, Math.abs(values[own + c] - others[start + c]));
    }
    return distance;
  }
}
