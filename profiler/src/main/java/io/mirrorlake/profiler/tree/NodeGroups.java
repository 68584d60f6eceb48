package io.mirrorlake.profiler.tree;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * The codes that occur among a node's rows joined into a few groups: the fewer codes a node has,
 * the finer its questions are judged. Not for use by several threads at once.
 */
final class NodeGroups {
  private final boolean ordered;

  /** Where the groups of neighbouring codes begin: another place in each tree. */
  private final double phase;

  /** Which of the shared groups a rare code joins: others in each tree. */
  private final byte[] shared;

  private final int[] counts;
  private final byte[] ofCode;

  NodeGroups(CodeColumn column, RandomGenerator random) {
    int codes = column.scale().size();
    this.ordered = column.scale().ordered();
    this.phase = random.nextDouble();
    this.shared = new byte[codes];
    for (int code = 0; code < codes; code++) {
      shared[code] = (byte) random.nextInt(CodeGrouping.SHARED);
    }
    this.counts = new int[codes];
    this.ofCode = new byte[codes];
  }

  /** How many groups there are at most. */
  int most() {
    return Math.min(ofCode.length, CodeGrouping.MAX_GROUPS);
  }

  /** Sets it up for rows [from, to) of a list. */
  void prepare(CodeColumn column, int[] rows, int from, int to) {
    Arrays.fill(counts, 0);
    int occurring = 0;
    for (int i = from; i < to; i++) {
      occurring += counts[column.code(rows[i])]++ == 0 ? 1 : 0;
    }
    if (occurring <= CodeGrouping.MAX_GROUPS) {
      byte next = 0;
      for (int code = 0; code < counts.length; code++) {
        ofCode[code] = next;
        next += (byte) (counts[code] > 0 ? 1 : 0);
      }
    } else if (ordered) {
      CodeGrouping.neighbours(counts, phase, ofCode);
    } else {
      CodeGrouping.byFrequency(counts, shared, ofCode);
    }
  }

  /** The group of a code that occurs. */
  byte of(int code) {
    return ofCode[code];
  }
}
