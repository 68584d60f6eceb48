package io.mirrorlake.profiler.fit;

import io.mirrorlake.profiler.marginal.CategoricalMarginal;
import io.mirrorlake.profiler.marginal.Marginal;
import io.mirrorlake.profiler.marginal.NumericMarginal;
import io.mirrorlake.profiler.marginal.Segment;
import io.mirrorlake.profiler.sketch.TextSketch;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/** Finds the segment of a marginal that a value belongs to. */
public sealed interface SegmentCoder extends Serializable {
  /** The coder of this marginal. */
  static SegmentCoder of(Marginal marginal) {
    if (marginal instanceof NumericMarginal numeric) {
      return new Numbers(numeric);
    }
    CategoricalMarginal categorical = (CategoricalMarginal) marginal;
    HashMap<String, Short> codes = new HashMap<>();
    for (int i = 0; i < categorical.categories().size(); i++) {
      codes.put(categorical.categories().get(i).value(), (short) i);
    }
    // A value too rare to be told where nothing is left for the rest counts as the first category,
    // the most frequent one.
    int other = categorical.remainder().isPresent() ? codes.size() : 0;
    return new Texts(codes, (short) other);
  }

  /** Numbers by binary search. */
  final class Numbers implements SegmentCoder {
    private static final long serialVersionUID = 1L;

    private final NumericMarginal marginal;

    private Numbers(NumericMarginal marginal) {
      this.marginal = marginal;
    }

    /** The segment of a number. */
    public short code(double value) {
      if (marginal.segmentCount() == 0) {
        return CodedColumn.NULL;
      }
      double snapped = marginal.grid().snap(value == 0 ? 0.0 : value);
      int segment = marginal.segmentOf(snapped);
      return (short) (snapped == value ? segment : pointMass(value).orElse(segment));
    }

    /**
     * Whether a segment holds a number, as the grid has it, and is not only the nearest one. The
     * outermost intervals hold all that lies beyond.
     */
    public boolean holds(short segment, double value) {
      Segment of = marginal.segments().get(segment);
      double snapped = marginal.grid().snap(value == 0 ? 0.0 : value);
      boolean above = Double.compare(of.low(), snapped) <= 0 || (!of.isAtom() && segment == 0);
      boolean below =
          Double.compare(snapped, of.high()) <= 0
              || (!of.isAtom() && segment == marginal.segmentCount() - 1);
      return (above && below) || pointMass(value).equals(OptionalInt.of(segment));
    }

    /** The point mass off the grid that a number belongs to. */
    private OptionalInt pointMass(double value) {
      double rounded = marginal.grid().ofDecimals().snap(value);
      int segment = marginal.segmentOf(rounded);
      boolean isMass =
          !marginal.grid().isOfDigits()
              && Double.compare(marginal.segments().get(segment).low(), rounded) == 0
              && marginal.segments().get(segment).isAtom();
      return isMass ? OptionalInt.of(segment) : OptionalInt.empty();
    }
  }

  /**
   * Texts by lookup.
   *
   * @param codes the category of every named value
   * @param other the segment of the others
   */
  record Texts(Map<String, Short> codes, short other) implements SegmentCoder {
    /** The segment of a text. */
    public short code(String value) {
      return value.length() > TextSketch.MAX_LENGTH ? other : codes.getOrDefault(value, other);
    }
  }
}
