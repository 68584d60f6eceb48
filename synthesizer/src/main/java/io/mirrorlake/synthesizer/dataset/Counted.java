package io.mirrorlake.synthesizer.dataset;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a plan has counted. It travels to where rows are made, so that nothing is counted again. */
public final class Counted implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Nothing yet. */
  static final Counted NOTHING = new Counted(Map.of());

  private final LinkedHashMap<String, BlockCounts> counts;

  Counted(Map<String, BlockCounts> counts) {
    this.counts = new LinkedHashMap<>(counts);
  }

  Map<String, BlockCounts> counts() {
    return counts;
  }
}
