package io.mirrorlake.synthesizer.dataset;

import io.mirrorlake.profiler.marginal.Marginal;
import io.mirrorlake.profiler.profile.ColumnProfile.Drawn;
import io.mirrorlake.synthesizer.column.Indexes;
import io.mirrorlake.synthesizer.column.SegmentGroups;
import io.mirrorlake.synthesizer.column.Tile;
import io.mirrorlake.synthesizer.column.WholeDraws;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Counts the children of a chunk's rows, and finds their further parents. */
final class ChunkParents {
  private final Level level;
  private final Chunk chunk;
  private final List<FurtherParent> references;
  private final List<WholeDraws> fanOuts = new ArrayList<>();
  private final List<WholeDraws> cells = new ArrayList<>();
  private final long[][] ordinals;

  /** The references that rows of a family must not have in common. */
  private final int[] distinct;

  private final double[] tile = new double[Tile.MAX_ROWS];

  ChunkParents(Level level, Chunk chunk) {
    this.level = level;
    this.chunk = chunk;
    this.references = List.copyOf(level.furtherParents().values());
    this.ordinals = new long[references.size()][];
    for (int i = 0; i < ordinals.length; i++) {
      ordinals[i] = new long[references.get(i).cells()];
    }
    this.distinct =
        IntStream.range(0, references.size())
            .filter(i -> level.refers() && references.get(i).isDistinct())
            .toArray();
    String table = level.table().name();
    level.fanOuts().forEach(of -> fanOuts.add(WholeDraws.of(table, of.column(), level.seed())));
    references.forEach(of -> cells.add(WholeDraws.of(table, of.column(), level.seed())));
  }

  /** Goes before the rows that descend from a block. */
  void open(int block) {
    for (int i = 0; level.refers() && i < ordinals.length; i++) {
      for (int cell = 0; cell < ordinals[i].length; cell++) {
        ordinals[i][cell] = references.get(i).before(cell, block);
      }
    }
  }

  /** Finds the numbers of children. */
  void count() {
    for (int i = 0; i < fanOuts.size(); i++) {
      FanOut of = level.fanOuts().get(i);
      long[] numbers = chunk.fanOuts[i];
      draw(fanOuts.get(i), of.column(), numbers);
      for (int row = 0; row < chunk.rows; row++) {
        numbers[row] = Math.max(0, Math.min(numbers[row], of.most()));
      }
    }
  }

  /** Finds the parents, or their cells. */
  void choose() {
    for (int i = 0; i < cells.size(); i++) {
      draw(cells.get(i), references.get(i).column(), chunk.targets[i]);
      if (level.refers()) {
        findParents(references.get(i), chunk.targets[i], chunk.rows, ordinals[i]);
      }
    }
  }

  private void draw(WholeDraws draws, Drawn column, long[] numbers) {
    double[] positions = chunk.positions[level.slot(column.name())];
    for (int first = 0; first < chunk.rows; first += Tile.MAX_ROWS) {
      int rows = Math.min(Tile.MAX_ROWS, chunk.rows - first);
      System.arraycopy(positions, first, tile, 0, rows);
      draws.fill(new Tile(chunk.firstRow + first, rows, first), tile, numbers);
    }
  }

  /** Numbers that differ only where the values of a column do. */
  private void tell(Drawn column, long[] numbers) {
    if (column.column().type().kind().isInteger()) {
      draw(WholeDraws.of(level.table().name(), column, level.seed()), column, numbers);
      return;
    }
    Marginal marginal = column.marginal();
    int segments = marginal.edges().length - 1;
    SegmentGroups all = SegmentGroups.of(marginal, IntStream.range(0, segments).boxed().toList());
    double[] positions = chunk.positions[level.slot(column.name())];
    for (int row = 0; row < chunk.rows; row++) {
      numbers[row] = all.find(positions[row]);
    }
  }

  private static void findParents(
      FurtherParent reference, long[] numbers, int rows, long[] ordinal) {
    for (int row = 0; row < rows; row++) {
      if (numbers[row] < 0) {
        numbers[row] = Indexes.NONE;
      } else {
        int cell = reference.cell(numbers[row]);
        numbers[row] = reference.parent(cell, ordinal[cell]++);
      }
    }
  }

  /**
   * Gives rows of a family that have all distinct parents in common other ones: of the last
   * reference first, and where a row has tried all of these, of the one before. As no family has
   * more rows than there are combinations, that ends.
   */
  void tellApart() {
    if (distinct.length == 0) {
      return;
    }
    for (int i = 0; i < chunk.keys.length; i++) {
      tell(level.keys().get(i), chunk.keys[i]);
    }
    int familyStart = 0;
    for (int row = 0; row < chunk.rows; row++) {
      familyStart = chunk.places[row] == 0 ? row : familyStart;
      if (isTaken(familyStart, row)) {
        giveWay(familyStart, row);
      }
    }
  }

  private void giveWay(int familyStart, int row) {
    long[] drawn = Arrays.stream(distinct).mapToLong(i -> chunk.targets[i][row]).toArray();
    long[] tries = new long[distinct.length];
    do {
      int last = distinct.length - 1;
      while (last > 0 && tries[last] == references.get(distinct[last]).parents() - 1) {
        tries[last] = 0;
        chunk.targets[distinct[last]][row] = drawn[last];
        last--;
      }
      FurtherParent reference = references.get(distinct[last]);
      chunk.targets[distinct[last]][row] = reference.other(drawn[last], ++tries[last]);
    } while (isTaken(familyStart, row));
  }

  /** Whether a sibling before has the same key. */
  private boolean isTaken(int familyStart, int row) {
    for (int sibling = familyStart; sibling < row; sibling++) {
      if (isSameKey(sibling, row)) {
        return true;
      }
    }
    return false;
  }

  private boolean isSameKey(int a, int b) {
    for (int i : distinct) {
      if (chunk.targets[i][a] != chunk.targets[i][b]) {
        return false;
      }
    }
    for (long[] key : chunk.keys) {
      if (key[a] != key[b]) {
        return false;
      }
    }
    return true;
  }

  /** Writes the parents of a reference. */
  void refer(String name, long[] numbers) {
    int index = level.furtherParent(name);
    if (index >= 0) {
      System.arraycopy(chunk.targets[index], 0, numbers, 0, chunk.rows);
      return;
    }
    Optional<ClosureRows> closure = level.special().closure();
    if (closure.isPresent()) {
      closure.get().refer(name, chunk.firstRow, chunk.rows, numbers);
      return;
    }
    ParentLevel levels = level.ownLevels().orElseThrow();
    for (int row = 0; row < chunk.rows; row++) {
      numbers[row] = levels.parent(chunk.firstRow + row);
    }
  }

  /** Writes how many steps the ancestors of a closure lie above their descendants. */
  void steps(long[] numbers) {
    level.special().closure().orElseThrow().steps(chunk.firstRow, chunk.rows, numbers);
  }
}
