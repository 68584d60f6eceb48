package io.mirrorlake.profiler.marginal;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

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
}
