package io.mirrorlake.profiler.fit;

import io.mirrorlake.profiler.marginal.ParametricLaw;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.ExponentialDistribution;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.apache.commons.statistics.distribution.GumbelDistribution;
import org.apache.commons.statistics.distribution.LogNormalDistribution;
import org.apache.commons.statistics.distribution.LogisticDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.UniformContinuousDistribution;
import org.apache.commons.statistics.distribution.WeibullDistribution;

/**
 * The distributions of Commons Statistics, by which laws are fitted and tested: they have
 * densities, and are quicker than functions whose last bit is the same everywhere.
 */
final class CommonsDistribution {
  private CommonsDistribution() {}

  static ContinuousDistribution of(ParametricLaw law) {
    double first = law.parameters().get(0);
    double second = law.parameters().get(law.parameters().size() - 1);
    return switch (law.family()) {
      case NORMAL -> NormalDistribution.of(first, second);
      case LOG_NORMAL -> LogNormalDistribution.of(first, second);
      case EXPONENTIAL -> ExponentialDistribution.of(first);
      case GAMMA -> GammaDistribution.of(first, second);
      case WEIBULL -> WeibullDistribution.of(first, second);
      case LOGISTIC -> LogisticDistribution.of(first, second);
      case GUMBEL -> GumbelDistribution.of(first, second);
      case UNIFORM -> UniformContinuousDistribution.of(first, second);
    };
  }
}
