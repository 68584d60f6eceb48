package io.mirrorlake.synthesizer.column;

/** Where the floating point numbers of a column come from. */
interface RealSource {
  /** Finds the segment. */
  SegmentIndex index();

  /** The value at u, which lies in the given segment; any number for the nulls. */
  double number(int segment, double u);
}
