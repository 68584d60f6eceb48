package io.mirrorlake.evaluator.tally;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What was counted of a label column alone: every label, up to {@value #MOST_LABELS} different
 * ones. With more the counts are given up, whatever the order in which they come.
 */
public final class LabelTally implements Serializable {
  /** Some megabytes of text at most; a column with more labels is free text or an identifier. */
  public static final int MOST_LABELS = 20_000;

  private static final long serialVersionUID = 1L;

  private final LabelRuler ruler;
  private final Map<String, long[]> counts = new HashMap<>();
  private boolean tooMany;
  private final long[] coarse;
  private long missing;
  private long present;

  LabelTally(LabelRuler ruler) {
    this.ruler = ruler;
    this.coarse = new long[ruler.codes() + 1];
  }

  /** Counts a label, null for a missing one, and returns its coarse code. */
  int add(@Nullable String label) {
    int code = label == null ? ruler.codes() : ruler.code(label);
    coarse[code]++;
    if (label == null) {
      missing++;
      return code;
    }
    present++;
    count(label, 1);
    return code;
  }

  private void count(String label, long times) {
    if (tooMany) {
      return;
    }
    counts.computeIfAbsent(label, added -> new long[1])[0] += times;
    giveUpBeyondLimit();
  }

  private void giveUpBeyondLimit() {
    if (counts.size() > MOST_LABELS) {
      tooMany = true;
      counts.clear();
    }
  }

  void addAll(LabelTally other) {
    for (int code = 0; code < coarse.length; code++) {
      coarse[code] += other.coarse[code];
    }
    missing += other.missing;
    present += other.present;
    if (other.tooMany) {
      tooMany = true;
      counts.clear();
    }
    other.counts.forEach((label, times) -> count(label, times[0]));
  }

  /** Whether every label is counted, not only their total. */
  public boolean isComplete() {
    return !tooMany;
  }

  /** How often each label occurs, in alphabetical order; empty if there are too many. */
  public SortedMap<String, Long> counts() {
    SortedMap<String, Long> sorted = new TreeMap<>();
    counts.forEach((label, times) -> sorted.put(label, times[0]));
    return sorted;
  }

  long coarseCount(int code) {
    return coarse[code];
  }

  /** The missing values. */
  public long missing() {
    return missing;
  }

  /** The values that are not missing. */
  public long present() {
    return present;
  }
}
