package io.mirrorlake.profiler.sketch;

import io.mirrorlake.profiler.marginal.Notation;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How many whole numbers, and which units, break each {@link Notation} of dates and times. */
final class NotationSketch implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final List<Notation> NOTATIONS =
      Arrays.stream(Notation.values()).filter(notation -> notation != Notation.NUMBER).toList();

  private final Breaks breaks;

  NotationSketch(int unitLimit) {
    this.breaks = new Breaks(NOTATIONS.size(), unitLimit);
  }

  void add(long number, long unit) {
    for (int i = 0; i < NOTATIONS.size(); i++) {
      if (!breaks.isFull(i) && !NOTATIONS.get(i).contains(number)) {
        breaks.add(i, unit);
      }
    }
  }

  void merge(NotationSketch other) {
    breaks.merge(other.breaks);
  }

  /** The notations that fewer than so many units break. */
  List<Notation> kept(long minimumUnits) {
    List<Notation> kept = new ArrayList<>();
    for (int i = 0; i < NOTATIONS.size(); i++) {
      if (breaks.at(i).unitCount() < minimumUnits) {
        kept.add(NOTATIONS.get(i));
      }
    }
    return kept;
  }
}
