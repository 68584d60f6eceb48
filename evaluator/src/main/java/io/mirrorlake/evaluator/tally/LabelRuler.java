package io.mirrorlake.evaluator.tally;

import io.mirrorlake.evaluator.sample.CategoryBins;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How a label column is counted together with others: the frequent real labels, and the rest. */
final class LabelRuler implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Map<String, Integer> codes = new HashMap<>();
  private final int rest;

  private LabelRuler(List<String> kept) {
    kept.forEach(label -> codes.put(label, codes.size()));
    this.rest = kept.size();
  }

  static LabelRuler of(CategoryBins bins) {
    return new LabelRuler(bins.kept());
  }

  /** The code of a label. */
  int code(String label) {
    return codes.getOrDefault(label, rest);
  }

  /** The number of codes, without that of missing values. */
  int codes() {
    return rest + 1;
  }
}
