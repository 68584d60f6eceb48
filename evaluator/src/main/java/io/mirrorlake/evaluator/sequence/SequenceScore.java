package io.mirrorlake.evaluator.sequence;

import io.mirrorlake.evaluator.fidelity.KolmogorovSmirnov;
import io.mirrorlake.evaluator.sample.Draw;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What is compared of sequences; each is an error, 0 where nothing differs. */
public enum SequenceScore {
  /** Kolmogorov-Smirnov distance of the numbers of events an entity has. */
  LENGTH,
  /** Kolmogorov-Smirnov distance of the times between an entity's events. */
  GAP,
  /** Mean difference of the autocorrelations at lags 1 to 3, over columns of numbers. */
  AUTOCORRELATION,
  /** Mean distance of the transitions, over columns of labels. */
  TRANSITION,
  /** Mean distance of what comes first, between and last, over all columns. */
  PLACE;

  /** The lags of autocorrelations: beyond, few entities have events enough. */
  public static final int LAGS = 3;

  /** The error; NaN where there is nothing to compare. */
  double of(Events reference, Events other) {
    return switch (this) {
      case LENGTH -> distance(reference.sequences().lengths(), other.sequences().lengths());
      case GAP -> distance(reference.sequences().gaps(), other.sequences().gaps());
      case AUTOCORRELATION -> autocorrelationError(reference, other);
      case TRANSITION -> transitionError(reference, other);
      case PLACE -> placeError(reference, other);
    };
  }

  /**
   * Real events without what this score looks at: dealt to other entities, or in another order.
   *
   * @return empty where there is no such thing
   */
  Optional<Events> floor(Events real, Draw draw) {
    return switch (this) {
      case LENGTH -> Optional.empty();
      case GAP -> Optional.of(real.dealtAtRandom(draw));
      default -> Optional.of(real.shuffledInTime(draw));
    };
  }

  private static double distance(double[] reference, double[] other) {
    if (reference.length == 0) {
      return Double.NaN;
    }
    return other.length == 0 ? 1 : KolmogorovSmirnov.distance(reference, other);
  }

  private static double autocorrelationError(Events reference, Events other) {
    return mean(
        IntStream.range(0, reference.columns().size())
            .filter(c -> reference.columns().get(c) instanceof EventColumn.Numbers)
            .boxed()
            .flatMap(
                c ->
                    IntStream.rangeClosed(1, LAGS)
                        .mapToObj(
                            lag ->
                                apart(
                                    autocorrelation(reference, c, lag),
                                    autocorrelation(other, c, lag))))
            .toList());
  }

  static double autocorrelation(Events events, int column, int lag) {
    return Autocorrelation.of(
        events.sequences(), (EventColumn.Numbers) events.columns().get(column), lag);
  }

  /** What one has and the other has not is as wrong as can be; what neither has is no error. */
  private static double apart(double reference, double other) {
    if (Double.isNaN(reference)) {
      return Double.NaN;
    }
    return Double.isNaN(other) ? 1 : Math.abs(reference - other);
  }

  private static double transitionError(Events reference, Events other) {
    return mean(
        IntStream.range(0, reference.columns().size())
            .filter(c -> reference.columns().get(c) instanceof EventColumn.Labels)
            .mapToObj(c -> transitions(reference, c).distance(transitions(other, c)))
            .toList());
  }

  static TransitionMatrix transitions(Events events, int column) {
    return TransitionMatrix.of(events.sequences(), events.columns().get(column));
  }

  private static double placeError(Events reference, Events other) {
    return mean(
        IntStream.range(0, reference.columns().size())
            .mapToObj(c -> places(reference, c).distance(places(other, c)))
            .toList());
  }

  private static PlaceBins places(Events events, int column) {
    return PlaceBins.of(events.sequences(), events.columns().get(column));
  }

  private static double mean(List<Double> errors) {
    return errors.stream()
        .filter(error -> !error.isNaN())
        .mapToDouble(Double::doubleValue)
        .average()
        .orElse(Double.NaN);
  }
}
