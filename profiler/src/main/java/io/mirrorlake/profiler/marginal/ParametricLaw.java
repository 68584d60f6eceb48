package io.mirrorlake.profiler.marginal;

import java.io.Serializable;
import java.util.List;
import java.util.stream.DoubleStream;
import org.apache.commons.statistics.distribution.ContinuousDistribution;

/**
 * A distribution that a few numbers tell: a family and its parameters.
 *
 * @param family the family
 * @param parameters its parameters, in the order of {@link Family#parameters}
 */
public record ParametricLaw(Family family, List<Double> parameters) implements Serializable {
  private static final long serialVersionUID = 1L;

  public ParametricLaw {
    parameters = List.copyOf(parameters);
    boolean valid =
        parameters.size() == family.parameters().size()
            && parameters.stream().allMatch(Double::isFinite)
            && isDistribution(family, parameters);
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

  private static boolean isDistribution(Family family, List<Double> parameters) {
    try {
      return Double.isFinite(family.distribution(parameters).getSupportUpperBound())
          || family != Family.UNIFORM;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** The law of a family with these parameters. */
  public static ParametricLaw of(Family family, double... parameters) {
    return new ParametricLaw(family, DoubleStream.of(parameters).boxed().toList());
  }

  /** The distribution. */
  public ContinuousDistribution distribution() {
    return family.distribution(parameters);
  }
}
