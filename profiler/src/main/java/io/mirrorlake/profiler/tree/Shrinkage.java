package io.mirrorlake.profiler.tree;

import java.io.Serializable;

/**
 * How the rows of a tree's node become a distribution: shrunk toward that of the node above, which
 * is shrunk toward the next, up to the column's marginal.
 *
 * <p>Codes without an order take P(c) = (n_c + s Q(c)) / (n + s) with strength s and the
 * distribution Q of the node above. Ordered codes are halved again and again, at the middle of the
 * marginal's mass (a Polya tree; Lavine 1992, Annals of Statistics 20): in a range with n rows, n_l
 * of them in its left half, where Q gives the left half the share q, P gives it (n_l + s r^d q) /
 * (n + s r^d) at depth d with ratio r. So the coarse shape is a matter of few rows, the fine shape
 * one of many.
 *
 * @param strength s, in rows, above 0
 * @param ratio r, at least 1
 */
record Shrinkage(double strength, double ratio) implements Serializable {
  private static final long serialVersionUID = 1L;

  Shrinkage {
    if (!(strength > 0 && Double.isFinite(strength))) {
      throw new IllegalArgumentException("the shrinkage's strength must be above 0: " + strength);
    }
    if (!(ratio >= 1 && Double.isFinite(ratio))) {
      throw new IllegalArgumentException("the shrinkage's ratio must be 1 or more: " + ratio);
    }
  }

  /** This rule for a column with these codes. */
  CodeShrinkage forColumn(CodeScale scale) {
    return forColumn(scale.distribution(), scale.ordered());
  }

  /** This rule for a column with this distribution of codes. */
  CodeShrinkage forColumn(double[] marginal, boolean ordered) {
    return new CodeShrinkage(this, marginal, ordered);
  }
}
