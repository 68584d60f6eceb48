package io.mirrorlake.synthesizer.dependence;

import io.mirrorlake.synthesizer.normal.BivariateNormal;
import io.mirrorlake.synthesizer.normal.StandardNormal;
import java.util.Optional;

/**
 * Where the values of a column lie on its u-scale, given that they are not null.
 *
 * <p>A row is null where its missing latent M lies at or above t = Phi^-1(share). Given that it
 * lies below, the value's latent Z has the distribution function P(Z &lt;= z, M &lt; t) / share, so
 * that u = P(Z &lt;= z, M &lt; t) is uniform below the share, whatever the correlation of Z and M.
 * Without a correlation, u = share Phi(z).
 */
final class PresentValues {
  private final double share;
  private final Optional<BivariateNormal> pair;

  private PresentValues(double share, Optional<BivariateNormal> pair) {
    this.share = share;
    this.pair = pair;
  }

  /**
   * The values of a column.
   *
   * @param share the share of rows that are not null
   * @param correlation of the value's latent with the missing latent
   */
  static PresentValues of(double share, double correlation) {
    double threshold = StandardNormal.quantile(share);
    boolean independent = correlation == 0 || Double.isInfinite(threshold);
    return new PresentValues(
        share,
        independent ? Optional.empty() : Optional.of(BivariateNormal.of(threshold, correlation)));
  }

  /** The u of a latent's uniform Phi(z), below the share. */
  double place(double uniform) {
    return pair.isEmpty()
        ? share * uniform
        : Math.min(
            pair.get().cumulativeProbability(StandardNormal.quantile(uniform)),
            Math.nextDown(share));
  }

  /** The latent's z of a u: infinity from the share on. */
  double score(double place) {
    return place >= share || pair.isEmpty()
        ? StandardNormal.quantile(Math.min(1, place / share))
        : pair.get().quantile(place);
  }
}
