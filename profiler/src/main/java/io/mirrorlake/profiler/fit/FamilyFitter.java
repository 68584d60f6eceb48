package io.mirrorlake.profiler.fit;

import io.mirrorlake.profiler.disclosure.DisclosurePolicy.ColumnRule;
import io.mirrorlake.profiler.disclosure.SecretRounding;
import io.mirrorlake.profiler.marginal.Family;
import io.mirrorlake.profiler.marginal.ParametricLaw;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.distribution.ContinuousDistribution;

/**
 * Finds the parametric family that the values of an interval follow, if one does.
 *
 * <p>Each family is fitted by maximum likelihood. Of those that the test of Anderson and Darling
 * does not reject, the one with the least BIC is taken, if its BIC is below that of a histogram
 * between the interval's knots too.
 */
final class FamilyFitter {
  /** Fewer values leave a standard deviation's own error above 7 %, and tests blind. */
  private static final int LEAST_ROWS = 100;

  /** The middle half of the values must cover so many steps of the grid to be continuous. */
  private static final double LEAST_STEPS = 20;

  /** At so many times the point of 1 %, about one true family in a thousand is rejected. */
  private static final double LENIENCE = 1.4;

  /**
   * The outermost values are replaced by what the fit expects of them, and it is made again: the
   * error falls by the share of them, a tenth at most, and more in tails that tell much.
   */
  private static final int ROUNDS = 6;

  /** A fit that lies so many times too far off does not come near by further rounds. */
  private static final double HOPELESS = 5;

  private final ColumnRule rule;
  private final double spacing;

  FamilyFitter(ColumnRule rule, double spacing) {
    this.rule = rule;
    this.spacing = spacing;
  }

  /**
   * A fitted law.
   *
   * @param law the law that fits best
   * @param units from how many units
   */
  record Fit(ParametricLaw law, double units) {}

  private record Candidate(ParametricLaw law, double information) {}

  /**
   * The law of the points [from, to).
   *
   * @param stretches the intervals between knots, in rising order
   */
  Optional<Fit> fit(ValueLine line, int from, int to, List<Stretch> stretches) {
    Optional<CensoredSample> sample = CensoredSample.of(line, from, to, rule);
    SecretRounding rounding = rule.rounding();
    double units = (double) line.rows(from, to) / rowsPerUnit();
    double least = rounding.limit(LEAST_ROWS, 1.5 * LEAST_ROWS, "rows of a family");
    if (sample.isEmpty() || !(units >= least) || !isFine(sample.get())) {
      return Optional.empty();
    }
    double lenience = rounding.limit(1, LENIENCE, "fit of a family");
    return Arrays.stream(Family.values())
        .flatMap(family -> candidate(family, sample.get(), lenience).stream())
        .min(Comparator.comparingDouble(Candidate::information))
        .map(Candidate::law)
        .filter(law -> isBetter(law, line, from, to, stretches))
        .map(law -> new Fit(law, units));
  }

  /** As the secret rounding's base has it, up to what the threshold lies above k. */
  private double rowsPerUnit() {
    return Math.max(1, (double) rule.rounding().base() / rule.threshold());
  }

  private boolean isFine(CensoredSample sample) {
    return sample.quantile(0.75) - sample.quantile(0.25) >= LEAST_STEPS * spacing
        && sample.quantile(0.75) > sample.quantile(0.25);
  }

  private Optional<Candidate> candidate(Family family, CensoredSample sample, double lenience) {
    if (family.isPositive() && !(sample.first() > 0)) {
      return Optional.empty();
    }
    try {
      double limit = lenience * critical(family);
      ParametricLaw law =
          family == Family.UNIFORM ? uniform(sample) : likeliest(family, sample, limit);
      ContinuousDistribution distribution = CommonsDistribution.of(law);
      double information =
          law.parameters().size() * Math.log(sample.size())
              - 2 * sample.logLikelihood(distribution);
      double distance = sample.andersonDarling(distribution);
      return distance <= limit && Double.isFinite(information)
          ? Optional.of(new Candidate(law, information))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      // Values that no law of this family comes near.
      return Optional.empty();
    }
  }

  private static ParametricLaw likeliest(Family family, CensoredSample sample, double limit) {
    ParametricLaw law = MaximumLikelihood.law(family, sample.inner());
    for (int round = 0; round < ROUNDS; round++) {
      if (round == 2
          && !(sample.andersonDarling(CommonsDistribution.of(law)) <= HOPELESS * limit)) {
        return law;
      }
      law = MaximumLikelihood.law(family, sample.completed(CommonsDistribution.of(law)));
    }
    return law;
  }

  /** The line through the values at which the outermost begin, by their ranks. */
  private static ParametricLaw uniform(CensoredSample sample) {
    double size = sample.size();
    double low = (sample.below() + sample.rows()[0] / 2) / size;
    double high = 1 - (sample.beyond() + sample.rows()[sample.rows().length - 1] / 2) / size;
    double slope = (sample.last() - sample.first()) / (high - low);
    return ParametricLaw.of(
        Family.UNIFORM, sample.first() - low * slope, sample.last() + (1 - high) * slope);
  }

  /**
   * What one in a hundred samples of the family exceeds where its parameters are fitted: Stephens,
   * in D'Agostino and Stephens, Goodness-of-Fit Techniques (1986), chapter 4, with shape 1 for the
   * gamma family, where it is greatest. That the outermost values are left out makes it less.
   */
  private static double critical(Family family) {
    return switch (family) {
      case NORMAL, LOG_NORMAL -> 1.035;
      case EXPONENTIAL -> 1.959;
      case GAMMA -> 1.092;
      case WEIBULL, GUMBEL -> 1.038;
      case LOGISTIC -> 0.906;
      case UNIFORM -> 3.857;
    };
  }

  /**
   * Whether the law's BIC is below that of the histogram between knots: G = 2 sum n_j log(n_j / (n
   * P_j)) is less than log n for each parameter that the histogram has more.
   */
  private static boolean isBetter(
      ParametricLaw law, ValueLine line, int from, int to, List<Stretch> stretches) {
    ContinuousDistribution distribution = CommonsDistribution.of(law);
    double size = line.rows(from, to);
    double low = Double.NEGATIVE_INFINITY;
    int start = from;
    double likelihoodRatio = 0;
    for (int i = 0; i < stretches.size(); i++) {
      boolean last = i == stretches.size() - 1;
      double high =
          last
              ? Double.POSITIVE_INFINITY
              : (stretches.get(i).high() + stretches.get(i + 1).low()) / 2;
      int end = Math.max(start, Math.min(to, line.firstAbove(high)));
      double rows = line.rows(start, end);
      double expected = size * distribution.probability(low, high);
      likelihoodRatio += rows > 0 ? 2 * rows * Math.log(rows / expected) : 0;
      low = high;
      start = end;
    }
    int more = stretches.size() - 1 - law.parameters().size();
    return likelihoodRatio < Math.max(1, more) * Math.log(size);
  }
}
