package io.mirrorlake.synthesizer.dataset;

/**
 * A number that a row takes from itself or from one of its leading parents.
 *
 * @param up how many leading parents up; 0 for the row itself
 * @param kind what it is there
 * @param reference the reference whose parent it is, for {@link Kind#TARGET}; else empty
 */
record Carried(int up, Kind kind, String reference) {
  /** What is carried. */
  enum Kind {
    /** The index of the row. */
    ROW,
    /** The place in the family. */
    PLACE,
    /** The row that a reference refers to. */
    TARGET
  }

  static final Carried ROW = new Carried(0, Kind.ROW, "");
  static final Carried PLACE = new Carried(0, Kind.PLACE, "");

  static Carried target(String reference) {
    return new Carried(0, Kind.TARGET, reference);
  }

  /** The same of the parent, as a child sees it. */
  Carried ofParent() {
    return new Carried(up + 1, kind, reference);
  }

  /** The same as the parent itself sees it. */
  Carried inParent() {
    return new Carried(up - 1, kind, reference);
  }
}
