package io.mirrorlake.evaluator.fidelity;

/**
 * Pearson's correlation of two numbers over the rows where neither is missing, -1 to 1; 0 where one
 * is constant there. Two passes, so that a large mean does not swallow a small variance.
 */
public final class Pearson {
  private Pearson() {}

  /** The correlation of two columns, NaN where a value is missing. */
  public static double of(double[] x, double[] y) {
    double xMean = 0;
    double yMean = 0;
    long rows = 0;
    for (int i = 0; i < x.length; i++) {
      if (!Double.isNaN(x[i] + y[i])) {
        rows++;
        xMean += (x[i] - xMean) / rows;
        yMean += (y[i] - yMean) / rows;
      }
    }
    double xx = 0;
    double xy = 0;
    double yy = 0;
    for (int i = 0; i < x.length; i++) {
      if (!Double.isNaN(x[i] + y[i])) {
        xx += (x[i] - xMean) * (x[i] - xMean);
        xy += (x[i] - xMean) * (y[i] - yMean);
        yy += (y[i] - yMean) * (y[i] - yMean);
      }
    }
    double scale = Math.sqrt(xx) * Math.sqrt(yy);
    return scale > 0 ? Math.max(-1, Math.min(1, xy / scale)) : 0;
  }
}
