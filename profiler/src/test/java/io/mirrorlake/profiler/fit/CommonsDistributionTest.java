package io.mirrorlake.profiler.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.mirrorlake.profiler.marginal.Family;
import io.mirrorlake.profiler.marginal.ParametricLaw;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two independent computations of the same functions: our own, and Commons Statistics'. */
class CommonsDistributionTest {
  private static final double[] SHARES = {1e-12, 1e-6, 0.001, 0.1, 0.4, 0.5};

  private static Stream<ParametricLaw> laws() {
    return Stream.of(
        ParametricLaw.of(Family.NORMAL, 0, 8),
        ParametricLaw.of(Family.LOG_NORMAL, 3, 1.2),
        ParametricLaw.of(Family.EXPONENTIAL, 40),
        ParametricLaw.of(Family.GAMMA, 0.05, 200),
        ParametricLaw.of(Family.GAMMA, 1, 3),
        ParametricLaw.of(Family.GAMMA, 2.5, 30),
        ParametricLaw.of(Family.GAMMA, 300, 0.1),
        ParametricLaw.of(Family.GAMMA, 10_000, 1),
        ParametricLaw.of(Family.WEIBULL, 1.8, 12),
        ParametricLaw.of(Family.LOGISTIC, 0, 3),
        ParametricLaw.of(Family.GUMBEL, 100, 25),
        ParametricLaw.of(Family.UNIFORM, 20, 300));
  }

  @ParameterizedTest
  @MethodSource("laws")
  void quantilesAndProbabilitiesAgree(ParametricLaw law) {
    ContinuousDistribution commons = CommonsDistribution.of(law);
    // Doubles beside an end of the uniform distribution are too far apart for less.
    double least = law.family() == Family.UNIFORM ? 1e-6 : 0;
    for (double p : DoubleStream.of(SHARES).filter(share -> share >= least).toArray()) {
      double low = law.quantile(p);
      double high = law.upperQuantile(p);

      assertThat(commons.cumulativeProbability(low)).isCloseTo(p, withinPercentage(1e-6));
      assertThat(commons.survivalProbability(high)).isCloseTo(p, withinPercentage(1e-6));
      assertThat(law.cumulativeProbability(low)).isCloseTo(p, withinPercentage(1e-6));
      assertThat(law.survivalProbability(high)).isCloseTo(p, withinPercentage(1e-6));
      assertThat(law.survivalProbability(low)).isCloseTo(1 - p, withinPercentage(1e-6));
      assertThat(law.probability(low, high)).isBetween(-1e-9, 1.0);
    }
  }
}
