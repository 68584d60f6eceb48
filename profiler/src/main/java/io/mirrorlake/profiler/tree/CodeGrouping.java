package io.mirrorlake.profiler.tree;

import java.util.Arrays;
import java.util.Comparator;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Codes joined into a few groups, so that a question can be judged by a small table. */
final class CodeGrouping {
  /** A table of 100 codes by 16 groups stays in a processor's nearest cache. */
  static final int MAX_GROUPS = 16;

  private final int groups;
  private final int[] ofCode;

  private CodeGrouping(int groups, int[] ofCode) {
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
    return of(column.counts(), column.scale().ordered(), () -> 0.5, bound -> 0);
  }

  /** Other groups on every call, so that trees differ in what they can see. */
  static CodeGrouping random(CodeColumn column, RandomGenerator random) {
    return of(column.counts(), column.scale().ordered(), random::nextDouble, random::nextInt);
  }

  /** Where a grouping has a choice. */
  private interface Phase {
    double next();
  }

  /** Which of so many groups a rare code joins. */
  private interface Choice {
    int below(int bound);
  }

  private static CodeGrouping of(int[] counts, boolean ordered, Phase phase, Choice choice) {
    if (counts.length <= MAX_GROUPS) {
      return new CodeGrouping(counts.length, IntStream.range(0, counts.length).toArray());
    }
    return ordered ? neighbours(counts, phase.next()) : byFrequency(counts, choice);
  }

  private static CodeGrouping neighbours(int[] counts, double phase) {
    double rows = Math.max(1, Arrays.stream(counts).sum());
    int[] ofCode = new int[counts.length];
    double below = 0;
    int group = -1;
    int last = -1;
    for (int code = 0; code < counts.length; code++) {
      int cell = (int) Math.floor((below + counts[code] / 2.0) / rows * (MAX_GROUPS - 1) + phase);
      if (cell != last) {
        last = cell;
        group++;
      }
      ofCode[code] = group;
      below += counts[code];
    }
    return new CodeGrouping(group + 1, ofCode);
  }

  /** Frequent codes keep a group of their own, the others share the last quarter of the groups. */
  private static CodeGrouping byFrequency(int[] counts, Choice choice) {
    int shared = MAX_GROUPS / 4;
    int[] order =
        IntStream.range(0, counts.length)
            .boxed()
            .sorted(Comparator.comparingInt((Integer code) -> -counts[code]))
            .mapToInt(Integer::intValue)
            .toArray();
    int[] ofCode = new int[counts.length];
    for (int i = 0; i < order.length; i++) {
      boolean own = i < MAX_GROUPS - shared;
      ofCode[order[i]] = own ? i : MAX_GROUPS - shared + choice.below(shared);
    }
    return new CodeGrouping(MAX_GROUPS, ofCode);
  }
}
