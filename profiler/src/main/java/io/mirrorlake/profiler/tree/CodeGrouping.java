package io.mirrorlake.profiler.tree;

import java.util.Arrays;

/** Codes joined into a few groups, so that a question can be judged by a small table. */
final class CodeGrouping {
  /** A table of 200 codes by 16 groups stays in a processor's nearest cache. */
  static final int MAX_GROUPS = 16;

  /** How many groups are shared by codes that are not frequent. */
  static final int SHARED = MAX_GROUPS / 4;

  private final int groups;
  private final byte[] ofCode;

  private CodeGrouping(int groups, byte[] ofCode) {
    this.groups = groups;
    this.ofCode = ofCode;
  }

  int groups() {
    return groups;
  }

  int of(int code) {
    return ofCode[code];
  }

  /** Groups of about the same number of rows, from neighbours where codes have an order. */
  static CodeGrouping of(CodeColumn column) {
    int[] counts = column.counts();
    byte[] ofCode = new byte[counts.length];
    if (counts.length <= MAX_GROUPS) {
      for (int code = 0; code < counts.length; code++) {
        ofCode[code] = (byte) code;
      }
      return new CodeGrouping(counts.length, ofCode);
    }
    int groups =
        column.scale().ordered()
            ? neighbours(counts, 0.5, ofCode)
            : byFrequency(counts, new byte[counts.length], ofCode);
    return new CodeGrouping(groups, ofCode);
  }

  /**
   * Joins neighbours to groups of about the same number of rows.
   *
   * @param phase where the first group ends, as a share of a group
   * @param ofCode takes the group of each code
   * @return how many groups there are
   */
  static int neighbours(int[] counts, double phase, byte[] ofCode) {
    double rows = Math.max(1, Arrays.stream(counts).sum());
    double below = 0;
    int group = -1;
    int last = -1;
    for (int code = 0; code < counts.length; code++) {
      int cell = (int) Math.floor((below + counts[code] / 2.0) / rows * (MAX_GROUPS - 1) + phase);
      if (cell != last) {
        last = cell;
        group++;
      }
      ofCode[code] = (byte) group;
      below += counts[code];
    }
    return group + 1;
  }

  /**
   * Gives frequent codes a group of their own; the others share the last quarter of the groups.
   *
   * @param shared which of the shared groups a code joins that is not frequent
   * @param ofCode takes the group of each code
   * @return how many groups there are
   */
  static int byFrequency(int[] counts, byte[] shared, byte[] ofCode) {
    int owners = MAX_GROUPS - SHARED;
    for (int code = 0; code < counts.length; code++) {
      ofCode[code] = (byte) (owners + shared[code]);
    }
    for (int group = 0; group < owners; group++) {
      int best = -1;
      for (int code = 0; code < counts.length; code++) {
        if (ofCode[code] >= owners && (best < 0 || counts[code] > counts[best])) {
          best = code;
        }
      }
      ofCode[best] = (byte) group;
    }
    return MAX_GROUPS;
  }
}
