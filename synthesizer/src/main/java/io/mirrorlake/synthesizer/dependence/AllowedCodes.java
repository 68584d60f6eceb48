package io.mirrorlake.synthesizer.dependence;

import io.mirrorlake.synthesizer.condition.Stretches;
import io.mirrorlake.synthesizer.condition.Stretches.Stretch;
import java.util.ArrayList;
import java.util.List;

/**
 * The part of a column's u-scale that a condition leaves, cut at the edges of the codes: piece p is
 * a share of one code, which a leaf gives that share of the code's probability.
 */
final class AllowedCodes {
  private final CodeForest forest;
  private final List<Stretch> pieces = new ArrayList<>();
  private final int[] codes;
  private final double[] shares;
  private final double bound;

  private AllowedCodes(CodeForest forest, Stretches stretches) {
    this.forest = forest;
    List<Integer> owners = new ArrayList<>();
    for (int code = 0; code < forest.codes(); code++) {
      for (Stretch part : stretches.within(forest.low(code), forest.high(code))) {
        pieces.add(part);
        owners.add(code);
      }
    }
    this.codes = owners.stream().mapToInt(Integer::intValue).toArray();
    this.shares = new double[codes.length];
    for (int p = 0; p < codes.length; p++) {
      shares[p] = pieces.get(p).width() / (forest.high(codes[p]) - forest.low(codes[p]));
    }
    double greatest = 0;
    for (int leaf = 0; leaf < forest.leaves(); leaf++) {
      greatest = Math.max(greatest, probability(leaf));
    }
    this.bound = greatest;
  }

  static AllowedCodes of(CodeForest forest, Stretches stretches) {
    return new AllowedCodes(forest, stretches);
  }

  /** The probability that the leaf's distribution gives to what is allowed. */
  double probability(int leaf) {
    double sum = 0;
    for (int p = 0; p < codes.length; p++) {
      sum += shares[p] * forest.probability(leaf, codes[p]);
    }
    return sum;
  }

  /** The greatest {@link #probability} of any leaf. */
  double bound() {
    return bound;
  }

  /**
   * Draws from the leaf's distribution within what is allowed; where the leaf leaves nothing of it,
   * from the column's own.
   *
   * @return the u
   */
  double place(int leaf, double u) {
    double all = probability(leaf);
    boolean none = !(all > 0);
    double left = u * (none ? total() : all);
    int p = 0;
    double weight = weight(leaf, p, none);
    while (p < codes.length - 1 && left >= weight) {
      left -= weight;
      weight = weight(leaf, ++p, none);
    }
    Stretch piece = pieces.get(p);
    double part = weight > 0 ? Math.min(1, left / weight) : 0;
    return piece.nearest(piece.start() + piece.width() * part);
  }

  /** The code that a u belongs to. */
  int code(double u) {
    int p = codes.length - 1;
    while (p > 0 && u < pieces.get(p).start()) {
      p--;
    }
    return codes[p];
  }

  private double weight(int leaf, int piece, boolean none) {
    return none
        ? pieces.get(piece).width()
        : shares[piece] * forest.probability(leaf, codes[piece]);
  }

  private double total() {
    return pieces.stream().mapToDouble(Stretch::width).sum();
  }
}
