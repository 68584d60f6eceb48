package io.mirrorlake.profiler.marginal;

import java.util.List;

/** What a numeric marginal is told by: a segment, or an interval of many that follow a family. */
public sealed interface Piece permits Segment, FamilyInterval {
  /** The lower end. */
  double low();

  /** The upper end. */
  double high();

  /** The share of the column's non-null values. */
  double weight();

  /** The same with another weight. */
  Piece withWeight(double other);

  /** The segments on a grid, in rising order. */
  List<Segment> segments(Grid grid);
}
