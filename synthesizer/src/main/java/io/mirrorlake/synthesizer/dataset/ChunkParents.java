package io.mirrorlake.synthesizer.dataset;

import io.mirrorlake.profiler.marginal.Marginal;
import io.mirrorlake.profiler.profile.ColumnProfile.Drawn;
import io.mirrorlake.synthesizer.column.Indexes;
import io.mirrorlake.synthesizer.column.SegmentGroups;
import io.mirrorlake.synthesizer.column.Tile;
import io.mirrorlake.synthesizer.column.WholeDraws;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Counts the children of a chunk's rows, and finds their further parents. */
final class ChunkParents {
  private final Level level;
  private final Chunk chunk;
  private final List<FurtherParent> references;
  private final List<WholeDraws> fanOuts = new ArrayList<>();
  private final List<WholeDraws> cells = new ArrayList<>();
  private final long[][] ordinals;
  private final double[] tile = new double[Tile.MAX_ROWS];

  ChunkParents(Level level, Chunk chunk) {
    this.level = level;
    this.chunk = chunk;
    this.references = List.copyOf(level.furtherParents().values());
    this.ordinals = new long[references.size()][];
    for (int i = 0; i < ordinals.length; i++) {
      ordinals[i] = new long[references.get(i).cells()];
    }
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

  /** Finds all of a chunk's numbers. */
  void fill() {
    for (int i = 0; i < fanOuts.size(); i++) {
      FanOut of = level.fanOuts().get(i);
      long[] numbers = chunk.fanOuts[i];
      draw(fanOuts.get(i), of.column(), numbers);
      for (int row = 0; row < chunk.rows; row++) {
        numbers[row] = Math.max(0, Math.min(numbers[row], of.most()));
      }
    }
    for (int i = 0; i < chunk.keys.length; i++) {
      tell(level.keys().get(i), chunk.keys[i]);
    }
    for (int i = 0; i < cells.size(); i++) {
      draw(cells.get(i), references.get(i).column(), chunk.targets[i]);
      if (level.refers()) {
        findParents(references.get(i), chunk.targets[i], ordinals[i]);
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

  private void findParents(FurtherParent reference, long[] numbers, long[] ordinal) {
    int familyStart = 0;
    for (int row = 0; row < chunk.rows; row++) {
      familyStart = chunk.places[row] == 0 ? row : familyStart;
      if (numbers[row] < 0) {
        numbers[row] = Indexes.NONE;
      } else {
        int cell = reference.cell(numbers[row]);
        long parent = reference.parent(cell, ordinal[cell]++);
        long tries = 0;
        while (reference.isDistinct() && isTaken(numbers, familyStart, row, parent)) {
          parent = reference.next(cell, parent, ++tries);
        }
        numbers[row] = parent;
      }
    }
  }

  /** Whether a sibling before has the same parent, and the same key besides. */
  private boolean isTaken(long[] parents, int first, int row, long parent) {
    for (int sibling = first; sibling < row; sibling++) {
      if (parents[sibling] == parent && isSameKey(sibling, row)) {
        return true;
      }
    }
    return false;
  }

  private boolean isSameKey(int a, int b) {
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
    ParentLevel levels = level.ownLevels().orElseThrow();
    for (int row = 0; row < chunk.rows; row++) {
      numbers[row] = levels.parent(chunk.firstRow + row);
    }
  }
}
