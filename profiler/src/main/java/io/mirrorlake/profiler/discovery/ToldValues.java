package io.mirrorlake.profiler.discovery;

import io.mirrorlake.profiler.constraint.Cell;
import io.mirrorlake.profiler.marginal.CategoricalMarginal;
import io.mirrorlake.profiler.marginal.Marginal;
import io.mirrorlake.profiler.marginal.NumericMarginal;
import io.mirrorlake.profiler.marginal.Segment;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The single values that a marginal tells, and how probable they are. */
final class ToldValues {
  private final Map<Cell, Double> shares = new HashMap<>();

  private ToldValues(Marginal marginal) {
    for (int s = 0; s < marginal.segmentCount(); s++) {
      double share = marginal.weight(s) * (1 - marginal.nullProbability());
      cell(marginal, s).ifPresent(cell -> shares.put(cell, share));
    }
    if (marginal.nullProbability() > 0) {
      shares.put(new Cell.Missing(), marginal.nullProbability());
    }
  }

  static ToldValues of(Marginal marginal) {
    return new ToldValues(marginal);
  }

  /** The one value of a segment, if it has only one. */
  static Optional<Cell> cell(Marginal marginal, int s) {
    if (marginal instanceof NumericMarginal numeric) {
      Segment segment = numeric.segments().get(s);
      return segment.isAtom() ? Optional.of(new Cell.Numeric(segment.low())) : Optional.empty();
    }
    CategoricalMarginal categorical = (CategoricalMarginal) marginal;
    return s < categorical.categories().size()
        ? Optional.of(new Cell.Text(categorical.categories().get(s).value()))
        : Optional.empty();
  }

  boolean contains(Cell cell) {
    return shares.containsKey(cell);
  }

  double share(Cell cell) {
    return shares.getOrDefault(cell, 0.0);
  }

  /** Whether these are all values there are, up to the rounding of shares. */
  boolean areAll() {
    // Shares have six digits each.
    return shares.values().stream().mapToDouble(share -> share).sum() > 1 - 1e-4;
  }
}
