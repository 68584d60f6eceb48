package io.mirrorlake.profiler.marginal;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.ExponentialDistribution;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.apache.commons.statistics.distribution.GumbelDistribution;
import org.apache.commons.statistics.distribution.LogNormalDistribution;
import org.apache.commons.statistics.distribution.LogisticDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.UniformContinuousDistribution;
import org.apache.commons.statistics.distribution.WeibullDistribution;

/** The parametric families that a numeric column may follow, by the names of the literature. */
public enum Family {
  /** The normal distribution. */
  NORMAL("normal", "mean", "standardDeviation"),
  /** Its logarithm is normal with mean mu and standard deviation sigma; above 0. */
  LOG_NORMAL("logNormal", "mu", "sigma"),
  /** Above 0, P(X &gt; x) = exp(-x / mean). */
  EXPONENTIAL("exponential", "mean"),
  /** Above 0, with density proportional to x^(shape - 1) exp(-x / scale). */
  GAMMA("gamma", "shape", "scale"),
  /** Above 0, P(X &gt; x) = exp(-(x / scale)^shape). */
  WEIBULL("weibull", "shape", "scale"),
  /** P(X &lt;= x) = 1 / (1 + exp(-(x - location) / scale)). */
  LOGISTIC("logistic", "location", "scale"),
  /** The largest of many: P(X &lt;= x) = exp(-exp(-(x - location) / scale)). */
  GUMBEL("gumbel", "location", "scale"),
  /** Between lower and upper each value is as likely as any other. */
  UNIFORM("uniform", "lower", "upper");

  private final String text;

  /** The parameters' names, with blanks between. */
  private final String parameters;

  Family(String text, String... parameters) {
    this.text = text;
    this.parameters = String.join(" ", parameters);
  }

  /** The family of this name. */
  public static Optional<Family> of(String text) {
    return Arrays.stream(values()).filter(family -> family.text.equals(text)).findFirst();
  }

  /** The name in profiles. */
  public String text() {
    return text;
  }

  /** The names of the parameters. */
  public List<String> parameters() {
    return List.of(parameters.split(" ", -1));
  }

  /** Whether all values are positive. */
  public boolean isPositive() {
    return this == LOG_NORMAL || this == EXPONENTIAL || this == GAMMA || this == WEIBULL;
  }

  /**
   * The distribution with these parameters, which are as many as the family has.
   *
   * @throws IllegalArgumentException where no distribution of the family has them
   */
  ContinuousDistribution distribution(List<Double> values) {
    double first = values.get(0);
    double second = values.get(values.size() - 1);
    return switch (this) {
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
