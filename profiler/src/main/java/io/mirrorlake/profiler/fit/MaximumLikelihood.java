package io.mirrorlake.profiler.fit;

import io.mirrorlake.profiler.marginal.Family;
import io.mirrorlake.profiler.marginal.ParametricLaw;
import org.apache.commons.math3.special.Gamma;

/**
 * The law of a family under which a sample is most likely. Formulae: Johnson, Kotz and
 * Balakrishnan, Continuous Univariate Distributions (1994 and 1995).
 */
final class MaximumLikelihood {
  /** Newton's steps; each doubles the digits. */
  private static final int STEPS = 8;

  /** Fisher's steps; the error falls by a factor of three and more each time. */
  private static final int SCORING_STEPS = 12;

  /** Shapes above 10^4 are normal distributions but for a skewness of 0.02. */
  private static final double LEAST_DISTANCE = 0.5e-4;

  /** The variance of the standard logistic and Gumbel distributions is pi^2 / 3 and pi^2 / 6. */
  private static final double LOGISTIC_DEVIATION = Math.PI / Math.sqrt(3);

  private static final double GUMBEL_DEVIATION = Math.PI / Math.sqrt(6);

  private MaximumLikelihood() {}

  /**
   * The law.
   *
   * @param family any but the uniform one, whose ends no mean tells
   * @param sample values of some spread; positive where the family's are
   * @throws IllegalArgumentException where no law fits, as where all values are the same
   */
  static ParametricLaw law(Family family, WeightedValues sample) {
    return switch (family) {
      case NORMAL -> ParametricLaw.of(family, sample.mean(), sample.deviation());
      case LOG_NORMAL -> {
        WeightedValues logs = sample.map(Math::log);
        yield ParametricLaw.of(family, logs.mean(), logs.deviation());
      }
      case EXPONENTIAL -> ParametricLaw.of(family, sample.mean());
      case GAMMA -> gamma(sample);
      case WEIBULL -> {
        // The logarithm has the distribution of the smallest of many.
        double[] least = smallest(sample.map(Math::log));
        yield ParametricLaw.of(family, 1 / least[1], Math.exp(least[0]));
      }
      case LOGISTIC -> logistic(sample);
      case GUMBEL -> {
        double[] least = smallest(sample.map(x -> -x));
        yield ParametricLaw.of(family, -least[0], least[1]);
      }
      case UNIFORM ->
          throw new IllegalArgumentException("a uniform law has no likelihood equation");
    };
  }

  /** Shape: log(shape) - digamma(shape) = log(mean) - mean of logs; scale: mean / shape. */
  private static ParametricLaw gamma(WeightedValues sample) {
    double mean = sample.mean();
    double distance = Math.log(mean) - sample.mean(Math::log);
    if (!(distance > LEAST_DISTANCE)) {
      throw new IllegalArgumentException("values too narrow for a gamma distribution: " + mean);
    }
    double shape =
        (3 - distance + Math.sqrt((distance - 3) * (distance - 3) + 24 * distance))
            / (12 * distance);
    for (int i = 0; i < STEPS; i++) {
      double excess = Math.log(shape) - Gamma.digamma(shape) - distance;
      double slope = 1 / shape - Gamma.trigamma(shape);
      shape = Math.max(shape / 2, shape - excess / slope);
    }
    return ParametricLaw.of(Family.GAMMA, shape, mean / shape);
  }

  /**
   * Location and scale of the smallest of many, P(Y > y) = exp(-exp((y - location) / scale)): with
   * weights exp(y / scale), the weighted mean is the mean plus the scale.
   */
  private static double[] smallest(WeightedValues sample) {
    double top = sample.greatest();
    double mean = sample.mean();
    double rate = GUMBEL_DEVIATION / sample.deviation();
    for (int i = 0; i < STEPS; i++) {
      double[] moments = moments(sample, top, rate);
      double excess = moments[1] - mean - 1 / rate;
      double slope = moments[2] - moments[1] * moments[1] + 1 / (rate * rate);
      rate = Math.max(rate / 2, rate - excess / slope);
    }
    double location = top + Math.log(moments(sample, top, rate)[0]) / rate;
    return new double[] {location, 1 / rate};
  }

  /** The mean of the weights exp(rate (y - top)), and the first two moments by them. */
  private static double[] moments(WeightedValues sample, double top, double rate) {
    double[] sums = new double[3];
    double all = 0;
    for (int i = 0; i < sample.values().length; i++) {
      double y = sample.values()[i];
      double weight = sample.weights()[i] * Math.exp(rate * (y - top));
      all += sample.weights()[i];
      sums[0] += weight;
      sums[1] += weight * y;
      sums[2] += weight * y * y;
    }
    return new double[] {sums[0] / all, sums[1] / sums[0], sums[2] / sums[0]};
  }

  /** With z = (x - location) / scale, tanh(z / 2) is 0 on average, and z tanh(z / 2) is 1. */
  private static ParametricLaw logistic(WeightedValues sample) {
    double location = sample.mean();
    double scale = sample.deviation() / LOGISTIC_DEVIATION;
    for (int i = 0; i < SCORING_STEPS; i++) {
      double at = location;
      double by = scale;
      location += 3 * by * sample.mean(x -> Math.tanh((x - at) / by / 2));
      double score = sample.mean(x -> (x - at) / by * Math.tanh((x - at) / by / 2)) - 1;
      scale *= Math.exp(9 / (3 + Math.PI * Math.PI) * score);
    }
    return ParametricLaw.of(Family.LOGISTIC, location, scale);
  }
}
