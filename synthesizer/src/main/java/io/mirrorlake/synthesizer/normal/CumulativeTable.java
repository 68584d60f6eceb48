package io.mirrorlake.synthesizer.normal;

/**
 * Taylor coefficients of Phi in equal cells over [-9, 9).
 *
 * <p>Derivative k + 1 of Phi at z is (-1)^k He_k(z) phi(z), with Hermite's polynomials He_(k+1) = z
 * He_k - k He_(k-1). Cells 1/32 wide leave a truncation error of max |He_6 phi| (1/64)^7 / 7! &lt;
 * 3e-16.
 */
final class CumulativeTable {
  /** Beyond it, Phi is 1 in double precision, or below 2e-19. */
  static final double BOUND = 9;

  /** A power of two, so that centres are exact. */
  static final int CELLS_PER_UNIT = 32;

  private CumulativeTable() {}

  static double centre(int cell) {
    return (cell + 0.5) / CELLS_PER_UNIT - BOUND;
  }

  static double[] build() {
    int cells = (int) (2 * BOUND * CELLS_PER_UNIT);
    double[] table = new double[cells * StandardNormal.STRIDE];
    for (int cell = 0; cell < cells; cell++) {
      expand(centre(cell), table, cell * StandardNormal.STRIDE);
    }
    return table;
  }

  private static void expand(double z, double[] table, int row) {
    double tail = UpperTail.probability(Math.abs(z));
    table[row] = z < 0 ? tail : 1 - tail;
    double hermite = 1;
    double previous = 0;
    double factor = UpperTail.density(z);
    for (int k = 0; k < StandardNormal.DEGREE; k++) {
      factor /= k + 1;
      table[row + k + 1] = factor * hermite;
      factor = -factor;
      double next = z * hermite - k * previous;
      previous = hermite;
      hermite = next;
    }
  }
}
