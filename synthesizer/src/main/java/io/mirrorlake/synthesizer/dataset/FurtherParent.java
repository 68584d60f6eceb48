package io.mirrorlake.synthesizer.dataset;

import io.mirrorlake.profiler.profile.ColumnProfile.Drawn;
import io.mirrorlake.profiler.relation.Reference;
import io.mirrorlake.profiler.relation.ReferenceLaw.Popular;
import io.mirrorlake.synthesizer.random.Permutation;
import io.mirrorlake.synthesizer.random.RandomStream;
import java.util.List;
import java.util.Optional;

/**
 * A reference to a further parent: a row's drawn cell and its number among all rows of that cell
 * give its parent. Immutable.
 */
final class FurtherParent {
  /** The purpose of the streams of the permutations; part of golden digests. */
  private static final String SLOT_STREAM = "slots";

  /** The same for references of which no parent comes twice. */
  private static final String MATCH_STREAM = "matches";

  private final Drawn column;
  private final boolean distinct;
  private final List<SlotLaw> laws;
  private final Cells parents;
  private final long[][] counts;
  private final Permutation[] permutations;
  private final Optional<MatchedParents> matched;

  private FurtherParent(
      Drawn column,
      Popular law,
      Cells parents,
      long[][] counts,
      Permutation[] permutations,
      Optional<MatchedParents> matched) {
    this.column = column;
    this.distinct = law.distinct();
    this.laws = law.byCell().stream().map(SlotLaw::of).toList();
    this.parents = parents;
    this.counts = counts;
    this.permutations = permutations;
    this.matched = matched;
  }

  /**
   * The reference.
   *
   * @param column the hidden column of cells
   * @param parents the parent's cells
   * @param counts for each cell, how many rows before each block have it; the last number is all
   */
  static FurtherParent of(
      String table, Reference reference, Drawn column, Cells parents, long[][] counts, long seed) {
    Permutation[] permutations = new Permutation[counts.length];
    for (int cell = 0; cell < counts.length; cell++) {
      String name = Integer.toString(cell);
      RandomStream stream = RandomStream.of(seed, table, reference.name(), SLOT_STREAM, name);
      long all = counts[cell][counts[cell].length - 1];
      permutations[cell] = Permutation.of(Math.max(1, all), stream);
    }
    Popular law = (Popular) reference.law();
    Optional<MatchedParents> matched =
        law.once() && counts.length > 0
            ? Optional.of(
                MatchedParents.of(
                    parents,
                    MatchedParents.children(counts),
                    name -> RandomStream.of(seed, table, reference.name(), MATCH_STREAM, name)))
            : Optional.empty();
    return new FurtherParent(column, law, parents, counts, permutations, matched);
  }

  /** The hidden column of cells. */
  Drawn column() {
    return column;
  }

  /** Whether no parent comes twice in a family. */
  boolean isDistinct() {
    return distinct;
  }

  /** How many cells there are. */
  int cells() {
    return laws.size();
  }

  /** How many rows before the block have the cell. */
  long before(int cell, int block) {
    return counts[cell][block];
  }

  /** The cell for a drawn number. */
  int cell(long drawn) {
    return (int) Math.min(drawn, laws.size() - 1L);
  }

  /**
   * The parent of a row.
   *
   * @param ordinal the row's number among all rows of the cell
   */
  long parent(int cell, long ordinal) {
    Permutation permutation = permutations[cell];
    long slot = permutation.apply(ordinal);
    if (matched.isPresent()) {
      return matched.get().parent(cell, slot);
    }
    long first = first(cell);
    return first + laws.get(cell).parent(slot, permutation.size(), size(cell));
  }

  /** The parent to take where this one is taken: the next of the cell, then of all. */
  long next(int cell, long parent, long tries) {
    long first = first(cell);
    if (tries < size(cell)) {
      return first + (parent - first + 1) % size(cell);
    }
    return (parent + 1) % parents.rows();
  }

  /** A small database may have no row for a cell: then all rows stand in for it. */
  private long first(int cell) {
    return parents.size(cell) > 0 ? parents.start(cell) : 0;
  }

  private long size(int cell) {
    return parents.size(cell) > 0 ? parents.size(cell) : parents.rows();
  }
}
