package io.mirrorlake.profiler.fit;

import io.mirrorlake.profiler.disclosure.DisclosurePolicy.ColumnRule;
import io.mirrorlake.profiler.disclosure.SecretRounding;
import io.mirrorlake.profiler.marginal.Family;
import io.mirrorlake.profiler.marginal.FamilyInterval;
import io.mirrorlake.profiler.marginal.Grid;
import io.mirrorlake.profiler.marginal.ParametricLaw;
import java.util.Optional;
import org.apache.commons.math3.special.Gamma;

/**
 * A fitted law as it is told: parameters moved in secret by up to a standard error, and ends where
 * the law, not the data, has them.
 */
final class ToldFamily {
  /** Twice the standard error: as far as a parameter may move in both directions together. */
  private static final double MOVE = 2;

  /** An end moves by up to an eighth of the outermost segment. */
  private static final double MOVE_END = 0.25;

  private final Grid grid;
  private final ColumnRule rule;
  private final SecretRounding rounding;

  ToldFamily(Grid grid, ColumnRule rule) {
    this.grid = grid;
    this.rule = rule;
    this.rounding = rule.rounding();
  }

  /**
   * The law with parameters moved by up to a standard error: what the Fisher information of one
   * value gives, divided by the root of the number of units. The gamma distribution's scale follows
   * the told shape, so that its mean moves by no more than the mean's own error.
   */
  ParametricLaw law(FamilyFitter.Fit fit) {
    Family family = fit.law().family();
    double first = fit.law().parameters().get(0);
    double second = fit.law().parameters().get(fit.law().parameters().size() - 1);
    double root = Math.sqrt(fit.units());
    return switch (family) {
      case NORMAL, LOG_NORMAL ->
          told(family, first, second / root, second, second / Math.sqrt(2) / root);
      case EXPONENTIAL -> ParametricLaw.of(family, moved(first, first / root, "mean"));
      case GAMMA -> {
        double error = 1 / Math.sqrt(Gamma.trigamma(first) - 1 / first);
        double shape = moved(first, error / root, "shape");
        double scale = first * second / shape;
        yield ParametricLaw.of(
            family, shape, moved(scale, scale / Math.sqrt(shape) / root, "scale"));
      }
      // The inverse of the information matrix has pi^2 / 6 and 1 + 6 (1 - 0.5772)^2 / pi^2.
      case WEIBULL ->
          told(family, first, 0.78 * first / root, second, 1.05 * second / first / root);
      case GUMBEL -> told(family, first, 1.05 * second / root, second, 0.78 * second / root);
      case LOGISTIC -> told(family, first, 1.73 * second / root, second, 0.84 * second / root);
      case UNIFORM -> {
        double error = (second - first) * Math.sqrt(rule.threshold()) / fit.units();
        yield told(family, first, error, second, error);
      }
    };
  }

  /**
   * The interval of a law.
   *
   * @param law as it is told
   * @param rows how many rows have its values, as they are told
   * @param partRows how many rows a part must have at least
   * @param bounds between which it must lie
   * @return the interval with a weight of 1, or empty where too little of the law lies in bounds
   */
  Optional<FamilyInterval> interval(ParametricLaw law, long rows, double partRows, Bounds bounds) {
    int parts = (int) Math.max(2, Math.min(FamilyInterval.MAX_PARTS, rows / partRows));
    double least = Math.max(rule.threshold(), rounding.base());
    int halvings = 0;
    while (rows / (double) parts / 2 >= least * Math.scalb(1.0, halvings)) {
      halvings++;
    }
    double cut = 1 / (OuterTails.CUT * rows);
    double outermost = Math.scalb(1.0 / parts, -halvings);
    double low = law.quantile(cut);
    double high = law.upperQuantile(cut);
    double lowLength = law.quantile(outermost) - low;
    double highLength = high - law.upperQuantile(outermost);
    double from = bounds.low(grid, law, end(low, lowLength, "family from"));
    double to = bounds.high(grid, law, end(high, highLength, "family to"));
    return from < to && law.probability(from, to) >= FamilyInterval.LEAST_INSIDE
        ? Optional.of(new FamilyInterval(law, from, to, 1, parts, halvings))
        : Optional.empty();
  }

  private double end(double value, double length, String item) {
    return Rounding.end(rounding.number(value, MOVE_END * length, item), length);
  }

  /**
   * Between which values an interval must lie.
   *
   * @param floor the least value
   * @param ceiling the greatest value
   * @param below the point mass below it, or negative infinity
   * @param above the point mass above it, or infinity
   */
  record Bounds(double floor, double ceiling, double below, double above) {
    private double low(Grid grid, ParametricLaw law, double end) {
      double low = Math.max(Math.max(end, law.least()), Math.max(floor, below));
      double snapped = grid.snap(low);
      return snapped > below || !grid.isDiscrete() ? snapped : grid.value(grid.steps(low) + 1);
    }

    private double high(Grid grid, ParametricLaw law, double end) {
      double high = Math.min(Math.min(end, law.greatest()), Math.min(ceiling, above));
      double snapped = grid.snap(high);
      return snapped < above || !grid.isDiscrete() ? snapped : grid.value(grid.steps(high) - 1);
    }
  }

  private ParametricLaw told(
      Family family, double first, double error, double second, double secondError) {
    return ParametricLaw.of(
        family,
        moved(first, error, family.parameters().get(0)),
        moved(second, secondError, family.parameters().get(1)));
  }

  private double moved(double value, double error, String item) {
    double step = MOVE * error;
    return Rounding.end(rounding.number(value, step, "family " + item), step);
  }
}
