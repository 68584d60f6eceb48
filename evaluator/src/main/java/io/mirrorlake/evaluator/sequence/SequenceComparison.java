package io.mirrorlake.evaluator.sequence;

import io.mirrorlake.evaluator.sample.Draw;
import io.mirrorlake.evaluator.sample.Quantiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Synthetic sequences, and real ones as the ceiling, held against the same real ones. All three
 * have equally many entities.
 *
 * @param name what is compared, such as {@code orders by customer}
 * @param entities how many entities of each there are
 * @param scores the scores that there is something to compare for
 * @param lags autocorrelations by column
 * @param steps the transitions that differ most, with their weight
 * @param gaps percentiles of the times between events
 */
public record SequenceComparison(
    String name,
    int entities,
    Map<SequenceScore, Ended> scores,
    List<Lags> lags,
    List<Step> steps,
    List<Gap> gaps) {
  /** With fewer entities, errors are noise. */
  public static final int LEAST_ENTITIES = 20;

  /** What of an entity's events fits into memory many times over, and says enough. */
  private static final int MOST_ENTITIES = 20_000;

  /** Enough for a standard error known to a sixth of itself. */
  private static final int RESAMPLES = 20;

  private static final int MOST_STEPS = 30;
  private static final int[] PERCENTILES = {1, 5, 25, 50, 75, 95, 99};

  public SequenceComparison {
    scores = Map.copyOf(scores);
    lags = List.copyOf(lags);
    steps = List.copyOf(steps);
    gaps = List.copyOf(gaps);
  }

  /**
   * A score with its ends.
   *
   * @param score of the synthetic sequences
   * @param standardError of the score, from bootstrap samples of the synthetic entities
   * @param ceiling of other real sequences
   * @param floor of real sequences dealt or shuffled, where that changes anything
   */
  public record Ended(double score, double standardError, double ceiling, Optional<Double> floor) {}

  /** The autocorrelations of one column at lags 1, 2 and 3; NaN where there is none. */
  public record Lags(String column, List<Double> real, List<Double> synthetic) {
    public Lags {
      real = List.copyOf(real);
      synthetic = List.copyOf(synthetic);
    }
  }

  /**
   * A transition.
   *
   * @param column the column
   * @param before the label before
   * @param after the label after
   * @param weight the share of real transitions that begin at the label before
   * @param real the share of them that go to the label after
   * @param synthetic the same of the synthetic sequences
   */
  public record Step(
      String column, String before, String after, double weight, double real, double synthetic) {
    double size() {
      return weight * Math.abs(real - synthetic);
    }
  }

  /** A percentile of the times between events. */
  public record Gap(int percentile, double real, double synthetic) {}

  /**
   * Compares synthetic sequences with those of train.
   *
   * @param train the real events
   * @param holdout other real events, which give the ceiling
   * @param synthetic the events to judge
   * @return empty where there are fewer than 20 entities of each
   */
  public static Optional<SequenceComparison> of(
      String name, EventTable train, EventTable holdout, EventTable synthetic, long seed) {
    return of(
        name,
        Events.of(train, train),
        Events.of(holdout, train),
        Events.of(synthetic, train),
        seed);
  }

  /** The same with two halves of the real entities in the place of train and holdout. */
  public static Optional<SequenceComparison> ofHalves(
      String name, EventTable real, EventTable synthetic, long seed) {
    Events all = Events.of(real, real);
    int[] order = Draw.of(seed, "halves of " + name).permutation(all.sequences().entities());
    int half = order.length / 2;
    return of(
        name,
        all.take(Arrays.copyOf(order, half)),
        all.take(Arrays.copyOfRange(order, half, order.length)),
        Events.of(synthetic, real),
        seed);
  }

  private static Optional<SequenceComparison> of(
      String name, Events reference, Events other, Events synthetic, long seed) {
    int entities =
        Math.min(
            Math.min(MOST_ENTITIES, reference.sequences().entities()),
            Math.min(other.sequences().entities(), synthetic.sequences().entities()));
    if (entities < LEAST_ENTITIES) {
      return Optional.empty();
    }
    Draw draw = Draw.of(seed, "sequences of " + name);
    Events one = reference.drawn(entities, draw);
    Events ceiling = other.drawn(entities, draw);
    Events judged = synthetic.drawn(entities, draw);
    Map<SequenceScore, Ended> scores = new EnumMap<>(SequenceScore.class);
    List<Events> resamples = new ArrayList<>();
    for (int i = 0; i < RESAMPLES; i++) {
      resamples.add(judged.take(draw.resample(entities, entities)));
    }
    for (SequenceScore score : SequenceScore.values()) {
      double value = score.of(one, judged);
      double best = score.of(one, ceiling);
      if (!Double.isNaN(value) && !Double.isNaN(best)) {
        double error = deviation(resamples.stream().mapToDouble(each -> score.of(one, each)));
        Optional<Double> floor =
            score.floor(ceiling, draw).map(each -> score.of(one, each)).filter(x -> !x.isNaN());
        scores.put(score, new Ended(value, error, best, floor));
      }
    }
    return Optional.of(
        new SequenceComparison(
            name, entities, scores, lags(one, judged), steps(one, judged), gaps(one, judged)));
  }

  private static double deviation(DoubleStream values) {
    double[] all = values.filter(value -> !Double.isNaN(value)).toArray();
    double mean = Arrays.stream(all).average().orElse(0);
    double squares = Arrays.stream(all).map(value -> (value - mean) * (value - mean)).sum();
    return all.length < 2 ? 0 : Math.sqrt(squares / (all.length - 1));
  }

  private static List<Lags> lags(Events real, Events synthetic) {
    List<Lags> lags = new ArrayList<>();
    for (int c = 0; c < real.columns().size(); c++) {
      if (real.columns().get(c) instanceof EventColumn.Numbers numbers) {
        lags.add(
            new Lags(numbers.name(), autocorrelations(real, c), autocorrelations(synthetic, c)));
      }
    }
    return lags;
  }

  private static List<Double> autocorrelations(Events events, int column) {
    return IntStream.rangeClosed(1, SequenceScore.LAGS)
        .mapToObj(lag -> SequenceScore.autocorrelation(events, column, lag))
        .toList();
  }

  private static List<Step> steps(Events real, Events synthetic) {
    List<Step> steps = new ArrayList<>();
    for (int c = 0; c < real.columns().size(); c++) {
      if (real.columns().get(c) instanceof EventColumn.Labels labels) {
        TransitionMatrix one = SequenceScore.transitions(real, c);
        TransitionMatrix other = SequenceScore.transitions(synthetic, c);
        for (int a = 0; a < one.size(); a++) {
          for (int b = 0; b < one.size(); b++) {
            steps.add(
                new Step(
                    labels.name(),
                    labels.label(a),
                    labels.label(b),
                    one.weight(a),
                    one.probability(a, b),
                    other.probability(a, b)));
          }
        }
      }
    }
    return steps.stream()
        .filter(step -> step.size() > 0)
        .sorted(Comparator.comparingDouble(step -> -step.size()))
        .limit(MOST_STEPS)
        .toList();
  }

  private static List<Gap> gaps(Events real, Events synthetic) {
    double[] one = real.sequences().gaps();
    double[] other = synthetic.sequences().gaps();
    if (one.length == 0 || other.length == 0) {
      return List.of();
    }
    return Arrays.stream(PERCENTILES)
        .mapToObj(p -> new Gap(p, Quantiles.of(one, p / 100.0), Quantiles.of(other, p / 100.0)))
        .toList();
  }
}
