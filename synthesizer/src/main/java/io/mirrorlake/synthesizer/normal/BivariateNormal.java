package io.mirrorlake.synthesizer.normal;

/**
 * A standard normal pair (Z, M) of correlation r whose M lies below a threshold t: F(z) = P(Z &lt;=
 * z, M &lt; t) = integral from minus infinity to z of phi(x) Phi((t - r x) / sqrt(1 - r^2)) dx, the
 * distribution function of the bivariate normal distribution at a fixed second argument (Plackett
 * 1954; Genz 2004).
 *
 * <p>As t and r are fixed and z is not, F is a table: Gauss-Legendre quadrature from node to node,
 * and cubic Hermite interpolation with the exact derivative between them. Absolute error below 1e-9
 * for |r| up to 0.9, and below 1e-5 up to 0.9999; correlations beyond count as 0.9999.
 * Deterministic to the last bit. Building takes some 10,000 evaluations of Phi.
 */
public final class BivariateNormal {
  /** Phi(-9) is 1e-19. */
  private static final double BOUND = 9;

  /** A power of two, so that nodes are exact. */
  private static final int CELLS_PER_UNIT = 64;

  private static final int CELLS = (int) (2 * BOUND * CELLS_PER_UNIT);

  private static final double WIDTH = 1.0 / CELLS_PER_UNIT;

  /** A step of Phi over less than a cell could not be interpolated. */
  private static final double GREATEST_CORRELATION = 0.9999;

  /** Nodes and weights of the five-point rule on [-1, 1] (Abramowitz and Stegun 25.4.30). */
  private static final double[] NODES = {
    -0.906179845938664, -0.5384693101056831, 0, 0.5384693101056831, 0.906179845938664
  };

  private static final double[] WEIGHTS = {
    0.23692688505618908,
    0.47862867049936647,
    0.5688888888888889,
    0.47862867049936647,
    0.23692688505618908
  };

  /**
   * Cubics with no steeper ends than so many times their mean never fall (Fritsch, Carlson 1980).
   */
  private static final double GREATEST_RISE = 3;

  /** Halvings that find z to the last bit of a double. */
  private static final int HALVINGS = 64;

  private final double threshold;
  private final double correlation;
  private final double[] values = new double[CELLS + 1];
  private final double[] rises = new double[CELLS + 1];

  private BivariateNormal(double threshold, double correlation) {
    this.threshold = threshold;
    this.correlation = Math.max(-GREATEST_CORRELATION, Math.min(correlation, GREATEST_CORRELATION));
    for (int cell = 0; cell < CELLS; cell++) {
      rises[cell] = WIDTH * density(node(cell));
      values[cell + 1] = values[cell] + integral(node(cell));
    }
    rises[CELLS] = WIDTH * density(BOUND);
    // What the quadrature leaves: the end is the probability of M < t.
    double scale = StandardNormal.cumulativeProbability(threshold) / values[CELLS];
    for (int node = 0; node <= CELLS; node++) {
      values[node] *= scale;
    }
    for (int node = 0; node <= CELLS; node++) {
      rises[node] = Math.min(scale * rises[node], GREATEST_RISE * least(node));
    }
  }

  /** The lesser rise of the cells on both sides of a node. */
  private double least(int node) {
    double before = node == 0 ? Double.POSITIVE_INFINITY : values[node] - values[node - 1];
    double after = node == CELLS ? Double.POSITIVE_INFINITY : values[node + 1] - values[node];
    return Math.min(before, after);
  }

  /**
   * The pair.
   *
   * @param threshold t, finite and above -9
   * @param correlation r, inside (-1, 1)
   */
  public static BivariateNormal of(double threshold, double correlation) {
    if (!(threshold > -BOUND && Double.isFinite(threshold) && Math.abs(correlation) < 1)) {
      throw new IllegalArgumentException("threshold " + threshold + ", correlation " + correlation);
    }
    return new BivariateNormal(threshold, correlation);
  }

  private static double node(int cell) {
    return (double) cell / CELLS_PER_UNIT - BOUND;
  }

  private double density(double x) {
    double spread = StrictMath.sqrt(1 - correlation * correlation);
    return UpperTail.density(x)
        * StandardNormal.cumulativeProbability((threshold - correlation * x) / spread);
  }

  private double integral(double start) {
    double sum = 0;
    for (int i = 0; i < NODES.length; i++) {
      sum += WEIGHTS[i] * density(start + WIDTH * (1 + NODES[i]) / 2);
    }
    return sum * WIDTH / 2;
  }

  /** F(z): 0 at minus infinity, Phi(t) at infinity; it never falls. */
  public double cumulativeProbability(double z) {
    if (!(z > -BOUND)) {
      return 0;
    }
    if (z >= BOUND) {
      return values[CELLS];
    }
    double place = (z + BOUND) * CELLS_PER_UNIT;
    int cell = Math.min((int) place, CELLS - 1);
    double x = place - cell;
    double rise = values[cell + 1] - values[cell];
    double curve =
        rise * x * x * (3 - 2 * x) + x * (1 - x) * (rises[cell] * (1 - x) - rises[cell + 1] * x);
    return values[cell] + Math.max(0, Math.min(curve, rise));
  }

  /** A z with F(z) = p: minus infinity at 0, infinity from Phi(t) on. */
  public double quantile(double p) {
    if (!(p > 0)) {
      return Double.NEGATIVE_INFINITY;
    }
    if (p >= values[CELLS]) {
      return Double.POSITIVE_INFINITY;
    }
    double low = -BOUND;
    double high = BOUND;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (cumulativeProbability(middle) < p) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }
}
