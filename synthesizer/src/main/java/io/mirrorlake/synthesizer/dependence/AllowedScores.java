package io.mirrorlake.synthesizer.dependence;

import io.mirrorlake.synthesizer.condition.Stretches.Stretch;
import io.mirrorlake.synthesizer.normal.StandardNormal;
import java.util.List;

/**
 * The part of a latent's distribution that a condition leaves: stretches of its probability scale,
 * each the image of a stretch of the column's u-scale.
 *
 * <p>Given the latents before it, the latent is s + d e with a standard normal e, so that a stretch
 * from a to b has the probability Phi((Phi^-1(b) - s) / d) - Phi((Phi^-1(a) - s) / d).
 */
final class AllowedScores {
  /** Uniforms inside (0, 1), as random streams give them. */
  private static final double LEAST = 0x1p-53;

  private static final double GREATEST = 1 - 0x1p-53;

  private final List<Stretch> stretches;
  private final PresentValues values;
  private final double[] low;
  private final double[] high;

  private AllowedScores(List<Stretch> stretches, PresentValues values) {
    this.stretches = stretches;
    this.values = values;
    this.low = new double[stretches.size()];
    this.high = new double[stretches.size()];
    for (int i = 0; i < low.length; i++) {
      low[i] = values.score(stretches.get(i).start());
      high[i] = values.score(stretches.get(i).end());
    }
  }

  /**
   * What stretches of the u-scale leave.
   *
   * @param values how the latent's distribution lies on the u-scale
   */
  static AllowedScores of(List<Stretch> stretches, PresentValues values) {
    return new AllowedScores(stretches, values);
  }

  /** One draw: the uniform that the latent's own share came from, the u, and the weight. */
  static final class Outcome {
    double uniform;
    double u;
    double weight;
  }

  /**
   * Draws within what is allowed; where less is left of it than doubles tell, by the latent's own
   * distribution and with a weight of 0.
   *
   * @param u the uniform
   * @param shift s
   * @param scale d, above 0
   */
  void draw(double u, double shift, double scale, Outcome to) {
    to.weight = probability(shift, scale);
    if (!(to.weight > 0)) {
      drawFar(u, shift, scale, to);
      return;
    }
    double left = u * to.weight;
    int i = 0;
    double width = width(i, shift, scale);
    while (i < low.length - 1 && left >= width) {
      left -= width;
      width = width(++i, shift, scale);
    }
    to.uniform = inside(cumulative(low[i], shift, scale) + Math.min(left, width));
    double score = shift + scale * StandardNormal.quantile(to.uniform);
    to.u = stretches.get(i).nearest(values.place(StandardNormal.cumulativeProbability(score)));
  }

  private void drawFar(double u, double shift, double scale, Outcome to) {
    Stretch stretch = stretches.get((int) (u * stretches.size()));
    to.u = stretch.nearest(stretch.start() + u * stretch.width());
    double score = values.score(to.u);
    to.uniform = inside(cumulative(score, shift, scale));
    to.weight = 0;
  }

  /** The probability of what is allowed. */
  double probability(double shift, double scale) {
    double sum = 0;
    for (int i = 0; i < low.length; i++) {
      sum += width(i, shift, scale);
    }
    return sum;
  }

  /**
   * A bound of {@link #probability} for any shift: an interval has most of a normal distribution
   * that is centred in it.
   */
  double bound(double scale) {
    double sum = 0;
    for (int i = 0; i < low.length; i++) {
      double half = (high[i] - low[i]) / (2 * scale);
      sum += 2 * StandardNormal.cumulativeProbability(half) - 1;
    }
    return Math.min(1, sum);
  }

  private double width(int i, double shift, double scale) {
    return cumulative(high[i], shift, scale) - cumulative(low[i], shift, scale);
  }

  private static double cumulative(double score, double shift, double scale) {
    return StandardNormal.cumulativeProbability((score - shift) / scale);
  }

  private static double inside(double uniform) {
    return Math.max(LEAST, Math.min(uniform, GREATEST));
  }
}
