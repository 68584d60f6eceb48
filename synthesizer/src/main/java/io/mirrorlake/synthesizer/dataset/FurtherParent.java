package io.mirrorlake.synthesizer.dataset;

import io.mirrorlake.profiler.profile.ColumnProfile.Drawn;
import io.mirrorlake.profiler.relation.Dealing;
import io.mirrorlake.profiler.relation.Orphans;
import io.mirrorlake.profiler.relation.Reference;
import io.mirrorlake.profiler.relation.ReferenceLaw.Popular;
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
  private final Optional<Orphans> orphans;
  private final List<SlotLaw> laws;
  private final Cells parents;
  private final long[][] counts;
  private final Scatter[] scatters;
  private final Optional<MatchedParents> matched;
  private final Optional<EvenParents> even;

  private FurtherParent(
      Choice choice,
      Cells parents,
      long[][] counts,
      Scatter[] scatters,
      Optional<MatchedParents> matched) {
    Popular law = (Popular) choice.reference().law();
    this.column = choice.column();
    this.orphans = choice.reference().orphans();
    this.distinct = law.distinct();
    this.laws = law.byCell().stream().map(SlotLaw::of).toList();
    this.parents = parents;
    this.counts = counts;
    this.scatters = scatters;
    this.matched = matched;
    this.even =
        matched.isEmpty() && choice.isMade() && counts.length > 0
            ? EvenParents.of(parents, law.byCell(), MatchedParents.children(counts))
            : Optional.empty();
  }

  /**
   * A reference of a table.
   *
   * @param column the hidden column of cells
   * @param window how far neighbouring rows' parents may lie apart: all over a cell, or, where
   *     parents have to be read, not further than a block or two
   * @param isRead whether parents are read for columns of theirs, those that a row has for itself
   *     too
   * @param isMade whether the parents are made up, so that those of neighbouring cells can stand in
   *     for each other, or rows of the source, which nothing can stand in for
   */
  record Choice(
      String table,
      Reference reference,
      Drawn column,
      long window,
      boolean isRead,
      boolean isMade) {

    private RandomStream stream(long seed, String purpose, String cell) {
      return RandomStream.of(seed, table, reference.name(), purpose, cell);
    }
  }

  /**
   * The reference.
   *
   * @param parents the parent's cells
   * @param counts for each cell, how many rows before each block have it; the last number is all
   */
  static FurtherParent of(Choice choice, Cells parents, long[][] counts, long seed) {
    Dealing dealing = ((Popular) choice.reference().law()).dealing();
    Scatter[] scatters = new Scatter[counts.length];
    for (int cell = 0; cell < counts.length; cell++) {
      RandomStream stream = choice.stream(seed, SLOT_STREAM, Integer.toString(cell));
      long all = counts[cell][counts[cell].length - 1];
      scatters[cell] = Scatter.of(Math.max(1, all), choice.window(), dealing, stream);
    }
    boolean once = ((Popular) choice.reference().law()).once() && counts.length > 0;
    Optional<MatchedParents> matched =
        once
            ? Optional.of(
                MatchedParents.of(
                    parents,
                    MatchedParents.children(counts),
                    choice.isRead() ? choice.window() : Long.MAX_VALUE,
                    cell -> choice.stream(seed, MATCH_STREAM, cell)))
            : Optional.empty();
    return new FurtherParent(choice, parents, counts, scatters, matched);
  }

  /** The hidden column of cells. */
  Drawn column() {
    return column;
  }

  /** Whether no parent comes twice in a family. */
  boolean isDistinct() {
    return distinct;
  }

  /** How many cells there are; that of missing parents, if there is one, is the last. */
  int cells() {
    return laws.size() + (orphans.isPresent() ? 1 : 0);
  }

  /** How many rows before the block have the cell. */
  long before(int cell, int block) {
    return counts[cell][block];
  }

  /** The cell for a drawn number. */
  int cell(long drawn) {
    return (int) Math.min(drawn, cells() - 1L);
  }

  /**
   * The parent of a row.
   *
   * @param ordinal the row's number among all rows of the cell
   */
  long parent(int cell, long ordinal) {
    Scatter scatter = scatters[cell];
    long slot = scatter.apply(ordinal);
    if (cell == laws.size()) {
      return parents.rows() + orphans.orElseThrow().key(slot);
    }
    if (matched.isPresent()) {
      return matched.get().parent(cell, slot);
    }
    if (even.isPresent()) {
      return even.get().parent(cell, (slot + 0.5) / scatter.size());
    }
    long first = first(cell);
    return first + laws.get(cell).parent(slot, scatter.size(), size(cell));
  }

  /** How many parents there are. */
  long parents() {
    return parents.rows();
  }

  /**
   * The parents to take instead of one: first those of its cell, then the others.
   *
   * @param number which of them, 1 to parents - 1
   */
  long other(long parent, long number) {
    int cell = parents.of(parent);
    long size = parents.size(cell);
    return number < size
        ? parents.start(cell) + (parent - parents.start(cell) + number) % size
        : (parents.start(cell) + number) % parents.rows();
  }

  /** A small database may have no row for a cell: then all rows stand in for it. */
  private long first(int cell) {
    return parents.size(cell) > 0 ? parents.start(cell) : 0;
  }

  private long size(int cell) {
    return parents.size(cell) > 0 ? parents.size(cell) : parents.rows();
  }
}
