package io.mirrorlake.synthesizer.dataset;

import java.util.Optional;

/**
 * A number that a row takes from itself or from one of its leading parents.
 *
 * @param up how many leading parents up; 0 for the row itself
 * @param kind what it is there
 * @param reference the reference whose parent it is, for {@link Kind#TARGET}; else empty
 * @param through which number of that parent it is; its row where there is none
 */
record Carried(int up, Kind kind, String reference, Optional<Carried> through) {
  /** What is carried. */
  enum Kind {
    /** The index of the row. */
    ROW,
    /** The place in the family. */
    PLACE,
    /** The row that a reference refers to. */
    TARGET,
    /** How many steps the ancestor of a closure's row lies above the descendant. */
    STEPS
  }

  static final Carried ROW = new Carried(0, Kind.ROW, "", Optional.empty());
  static final Carried PLACE = new Carried(0, Kind.PLACE, "", Optional.empty());

  static final Carried STEPS = new Carried(0, Kind.STEPS, "", Optional.empty());

  static Carried target(String reference) {
    return new Carried(0, Kind.TARGET, reference, Optional.empty());
  }

  /** A number of the row that a reference refers to. */
  static Carried through(String reference, Carried number) {
    return number.equals(ROW)
        ? target(reference)
        : new Carried(0, Kind.TARGET, reference, Optional.of(number));
  }

  /** The same of the parent, as a child sees it. */
  Carried ofParent() {
    return new Carried(up + 1, kind, reference, through);
  }

  /** The same as the parent itself sees it. */
  Carried inParent() {
    return new Carried(up - 1, kind, reference, through);
  }
}
