package io.mirrorlake.synthesizer.dataset;

import io.mirrorlake.profiler.relation.FanOutLaw;
import io.mirrorlake.profiler.relation.Reference;
import io.mirrorlake.profiler.relation.ReferenceLaw.Level;
import io.mirrorlake.synthesizer.column.Indexes;
import io.mirrorlake.synthesizer.random.Permutation;
import io.mirrorlake.synthesizer.random.RandomStream;
import java.util.List;

/** A reference of a table to itself: the parent lies in the level before. Immutable. */
final class ParentLevel {
  /** The purpose of the streams of the permutations; part of golden digests. */
  private static final String LEVEL_STREAM = "levels";

  private final Cells levels;
  private final List<SlotLaw> laws;
  private final Permutation[] permutations;

  private ParentLevel(Cells levels, List<FanOutLaw> laws, Permutation[] permutations) {
    this.levels = levels;
    this.laws = laws.stream().map(SlotLaw::of).toList();
    this.permutations = permutations;
  }

  static ParentLevel of(String table, Reference reference, Cells levels, long seed) {
    Permutation[] permutations = new Permutation[levels.count()];
    for (int level = 0; level < permutations.length; level++) {
      String name = Integer.toString(level);
      RandomStream stream = RandomStream.of(seed, table, reference.name(), LEVEL_STREAM, name);
      permutations[level] = Permutation.of(Math.max(1, levels.size(level)), stream);
    }
    return new ParentLevel(levels, ((Level) reference.law()).byLevel(), permutations);
  }

  /** The row's parent, or none in the first level and where the level before is empty. */
  long parent(long row) {
    int level = levels.of(row);
    if (level == 0 || levels.size(level - 1) == 0) {
      return Indexes.NONE;
    }
    long slot = permutations[level].apply(row - levels.start(level));
    long parents = levels.size(level - 1);
    long parent = laws.get(level - 1).parent(slot, levels.size(level), parents);
    return levels.start(level - 1) + parent;
  }
}
