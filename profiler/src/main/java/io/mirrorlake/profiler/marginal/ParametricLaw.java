package io.mirrorlake.profiler.marginal;

import java.io.Serializable;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;

/**
 * A distribution that a few numbers tell: a family and its parameters. All functions are the same
 * on every machine, since rows follow from them.
 *
 * @param family the family
 * @param parameters its parameters, in the order of {@link Family#parameters}; those but a mean,
 *     mu, a location and ends are positive, and the shape of a gamma distribution is in [0.001,
 *     10^4]
 */
public record ParametricLaw(Family family, List<Double> parameters) implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final double LEAST_SHAPE = 1e-3;

  private static final double GREATEST_SHAPE = 1e4;

  /** They leave less than the last bit of a quantile. */
  private static final int BISECTIONS = 64;

  /** No double is a probability further out on the normal distribution's scale. */
  private static final double FARTHEST = 40;

  /** The logarithms of the least positive double, and of what no gamma variable reaches. */
  private static final double LEAST_LOG = -745;

  private static final double GREATEST_LOG = 12;

  public ParametricLaw {
    parameters = List.copyOf(parameters);
    boolean valid =
        parameters.size() == family.parameters().size()
            && parameters.stream().allMatch(Double::isFinite)
            && isDistribution(family, parameters.get(0), parameters.get(parameters.size() - 1));
    if (!valid) {
      throw new IllegalArgumentException(
          "no "
              + family.text()
              + " distribution has the parameters "
              + String.join(", ", family.parameters())
              + " = "
              + parameters);
    }
  }

  private static boolean isDistribution(Family family, double first, double second) {
    return switch (family) {
      case UNIFORM -> first < second && second - first < Double.POSITIVE_INFINITY;
      case GAMMA -> first >= LEAST_SHAPE && first <= GREATEST_SHAPE && second > 0;
      case WEIBULL -> first > 0 && second > 0;
      case NORMAL, LOG_NORMAL, EXPONENTIAL, LOGISTIC, GUMBEL -> second > 0;
    };
  }

  /** The law of a family with these parameters. */
  public static ParametricLaw of(Family family, double... parameters) {
    return new ParametricLaw(family, DoubleStream.of(parameters).boxed().toList());
  }

  private double first() {
    return parameters.get(0);
  }

  private double second() {
    return parameters.get(parameters.size() - 1);
  }

  private double standard(double x) {
    return (x - first()) / second();
  }

  /** The probability of a value up to x. */
  public double cumulativeProbability(double x) {
    if (family.isPositive() && !(x > 0)) {
      return 0;
    }
    return switch (family) {
      case NORMAL -> normalBelow(standard(x));
      case LOG_NORMAL -> normalBelow(standard(StrictMath.log(x)));
      case EXPONENTIAL -> -StrictMath.expm1(-x / first());
      case GAMMA -> IncompleteGamma.lower(first(), x / second());
      case WEIBULL -> -StrictMath.expm1(-StrictMath.pow(x / second(), first()));
      case LOGISTIC -> 1 / (1 + StrictMath.exp(-standard(x)));
      case GUMBEL -> StrictMath.exp(-StrictMath.exp(-standard(x)));
      case UNIFORM -> Math.max(0, Math.min(1, (x - first()) / (second() - first())));
    };
  }

  /** The probability of a value above x. */
  public double survivalProbability(double x) {
    if (family.isPositive() && !(x > 0)) {
      return 1;
    }
    return switch (family) {
      case NORMAL -> normalBelow(-standard(x));
      case LOG_NORMAL -> normalBelow(-standard(StrictMath.log(x)));
      case EXPONENTIAL -> StrictMath.exp(-x / first());
      case GAMMA -> IncompleteGamma.upper(first(), x / second());
      case WEIBULL -> StrictMath.exp(-StrictMath.pow(x / second(), first()));
      case LOGISTIC -> 1 / (1 + StrictMath.exp(standard(x)));
      case GUMBEL -> -StrictMath.expm1(-StrictMath.exp(-standard(x)));
      case UNIFORM -> Math.max(0, Math.min(1, (second() - x) / (second() - first())));
    };
  }

  /** The probability of a value above low and up to high, with the precision of the nearer tail. */
  public double probability(double low, double high) {
    double below = cumulativeProbability(low);
    return below < 0.5
        ? cumulativeProbability(high) - below
        : survivalProbability(low) - survivalProbability(high);
  }

  /** The value that a share p in (0, 1) does not exceed. */
  public double quantile(double p) {
    return switch (family) {
      case NORMAL -> first() + second() * normalQuantile(p);
      case LOG_NORMAL -> StrictMath.exp(first() + second() * normalQuantile(p));
      case EXPONENTIAL -> -first() * StrictMath.log1p(-p);
      case GAMMA -> second() * gamma(x -> IncompleteGamma.lower(first(), x) - p);
      case WEIBULL -> second() * StrictMath.pow(-StrictMath.log1p(-p), 1 / first());
      case LOGISTIC -> first() + second() * (StrictMath.log(p) - StrictMath.log1p(-p));
      case GUMBEL -> first() - second() * StrictMath.log(-StrictMath.log(p));
      case UNIFORM -> first() + (second() - first()) * p;
    };
  }

  /** The value that a share q in (0, 1) exceeds, precise where q is small. */
  public double upperQuantile(double q) {
    return switch (family) {
      case NORMAL -> first() - second() * normalQuantile(q);
      case LOG_NORMAL -> StrictMath.exp(first() - second() * normalQuantile(q));
      case EXPONENTIAL -> -first() * StrictMath.log(q);
      case GAMMA -> second() * gamma(x -> q - IncompleteGamma.upper(first(), x));
      case WEIBULL -> second() * StrictMath.pow(-StrictMath.log(q), 1 / first());
      case LOGISTIC -> first() + second() * (StrictMath.log1p(-q) - StrictMath.log(q));
      case GUMBEL -> first() - second() * StrictMath.log(-StrictMath.log1p(-q));
      case UNIFORM -> second() - (second() - first()) * q;
    };
  }

  /** The least value there is. */
  public double least() {
    return family == Family.UNIFORM ? first() : family.isPositive() ? 0 : Double.NEGATIVE_INFINITY;
  }

  /** The greatest value there is. */
  public double greatest() {
    return family == Family.UNIFORM ? second() : Double.POSITIVE_INFINITY;
  }

  /** Where a rising function of a gamma variable of scale 1 crosses zero. */
  private static double gamma(DoubleUnaryOperator rising) {
    return StrictMath.exp(
        root(log -> rising.applyAsDouble(StrictMath.exp(log)), LEAST_LOG, GREATEST_LOG));
  }

  /** With Q the incomplete gamma function, P(Z &lt;= -z) = Q(1/2, z^2 / 2) / 2. */
  private static double normalBelow(double z) {
    double tail = IncompleteGamma.upper(0.5, z * z / 2) / 2;
    return z > 0 ? 1 - tail : tail;
  }

  private static double normalQuantile(double p) {
    return p > 0.5 ? -normalQuantile(1 - p) : root(z -> normalBelow(z) - p, -FARTHEST, 0);
  }

  private static double root(DoubleUnaryOperator rising, double from, double to) {
    double low = from;
    double high = to;
    for (int i = 0; i < BISECTIONS; i++) {
      double middle = low + (high - low) / 2;
      boolean isBelow = rising.applyAsDouble(middle) < 0;
      low = isBelow ? middle : low;
      high = isBelow ? high : middle;
    }
    return high;
  }
}
