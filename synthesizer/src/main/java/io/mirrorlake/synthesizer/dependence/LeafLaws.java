package io.mirrorlake.synthesizer.dependence;

import io.mirrorlake.profiler.copula.CodeParts;
import java.util.Arrays;

/**
 * The distributions of codes at the leaves of a column's trees. A leaf holds the codes that have a
 * probability, and no others: P(code at i) is c(i) - c(i - 1), where c stands at 0 before the
 * leaf's first code and at 1 from its last one. A guide table of at least as many cells as codes
 * tells where in the leaf to begin a search upwards (Chen and Asau 1974). Immutable.
 */
final class LeafLaws {
  /** No draw, rounded, may reach past the last code that has a part. */
  private static final float BELOW_ONE = Math.nextDown(1f);

  /** More cells than this do not fit the bytes of the guide, and save nothing. */
  private static final int MAX_CELLS = 256;

  /** Where the codes of leaf i start, at 2 i, and its guide, at 2 i + 1; and where all end. */
  private final int[] starts;

  private final float[] cumulative;
  private final byte[] codes;
  private final byte[] guide;

  private LeafLaws(Builder built) {
    this.starts = Arrays.copyOf(built.starts, 2 * built.leaves + 2);
    this.cumulative = Arrays.copyOf(built.cumulative, built.filled);
    this.codes = Arrays.copyOf(built.codes, built.filled);
    this.guide = Arrays.copyOf(built.guide, built.guided);
  }

  /** Collects leaves. */
  static final class Builder {
    private final double[] probabilities;
    private int[] starts = {1, 0, 0, 0};
    private float[] cumulative = new float[1024];
    private byte[] codes = new byte[1024];
    private byte[] guide = new byte[1024];
    private int leaves;
    private int filled = 1;
    private int guided;
    private int ownLaw = -1;

    /**
     * @param probabilities the column's own distribution, which leaves without parts have
     */
    Builder(double[] probabilities) {
      this.probabilities = probabilities.clone();
    }

    /** Adds a leaf and returns its number. */
    int add(CodeParts parts) {
      if (parts.size() == 0 && ownLaw >= 0) {
        return ownLaw;
      }
      if (filled + probabilities.length >= codes.length) {
        codes = Arrays.copyOf(codes, 2 * codes.length + probabilities.length);
        cumulative = Arrays.copyOf(cumulative, codes.length);
      }
      int start = filled;
      if (parts.size() == 0) {
        ownLaw = leaves;
        fillOwn();
      } else {
        fill(parts);
      }
      addGuide(start);
      leaves++;
      if (2 * leaves + 2 > starts.length) {
        starts = Arrays.copyOf(starts, 2 * starts.length);
      }
      // One free place before the next leaf's codes, for the zero there.
      filled++;
      starts[2 * leaves] = filled;
      starts[2 * leaves + 1] = guided;
      return leaves - 1;
    }

    private void fillOwn() {
      double sum = 0;
      for (int code = 0; code < probabilities.length; code++) {
        sum += probabilities[code];
        put(code, Math.min(sum, 1));
      }
      cumulative[filled - 1] = 1;
    }

    private void fill(CodeParts parts) {
      double total = parts.total();
      long sum = 0;
      for (int i = 0; i < parts.size(); i++) {
        sum += parts.parts(i);
        put(parts.code(i), sum / total);
      }
    }

    private void put(int code, double upTo) {
      codes[filled] = (byte) code;
      cumulative[filled++] = (float) upTo;
    }

    private void addGuide(int start) {
      int count = filled - start;
      int cells = count == 1 ? 1 : Math.min(MAX_CELLS, 2 * Integer.highestOneBit(count));
      if (guided + cells > guide.length) {
        guide = Arrays.copyOf(guide, 2 * guide.length);
      }
      int at = 0;
      for (int cell = 0; cell < cells; cell++) {
        // A power of two of cells: their ends and the draws times their number are exact.
        while (cumulative[start + at] <= (float) cell / cells) {
          at++;
        }
        guide[guided++] = (byte) at;
      }
    }

    LeafLaws build() {
      return new LeafLaws(this);
    }
  }

  /** How many leaves there are. */
  int leaves() {
    return starts.length / 2 - 1;
  }

  /**
   * Where the first code stands whose cumulative probability may exceed u; {@link #find} goes on
   * from there.
   */
  int guess(int leaf, double u) {
    int cells = starts[2 * leaf + 1];
    int count = starts[2 * leaf + 3] - cells;
    return starts[2 * leaf] + (guide[cells + (int) (rounded(u) * count)] & 0xff);
  }

  /** Where the first code stands whose cumulative probability exceeds u. */
  int find(int guess, double u) {
    float rounded = rounded(u);
    int at = guess;
    while (cumulative[at] <= rounded) {
      at++;
    }
    return at;
  }

  private static float rounded(double u) {
    return Math.min((float) u, BELOW_ONE);
  }

  /** The code that stands there. */
  int code(int at) {
    return codes[at] & 0xff;
  }

  /** How much of the probability of the code that stands there lies below u: in [0, 1]. */
  double share(int at, double u) {
    double below = cumulative[at - 1];
    double share = (u - below) / (cumulative[at] - below);
    // Comparisons, as Math.min and Math.max cost as much as the rest of a draw.
    double positive = share > 0 ? share : 0;
    return positive < 1 ? positive : 1;
  }

  /** The probability of a code at a leaf. */
  double probability(int leaf, int code) {
    int from = starts[2 * leaf];
    int to = starts[2 * leaf + 2] - 1;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (code(middle) < code) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    boolean found = from < starts[2 * leaf + 2] - 1 && code(from) == code;
    return found ? (double) cumulative[from] - cumulative[from - 1] : 0;
  }
}
