package io.mirrorlake.synthesizer.dataset;

import io.mirrorlake.profiler.profile.ColumnProfile;
import io.mirrorlake.synthesizer.column.ColumnSampler;
import io.mirrorlake.synthesizer.column.Indexes;
import io.mirrorlake.synthesizer.column.InheritedSampler;
import io.mirrorlake.synthesizer.column.Tile;
import io.mirrorlake.synthesizer.plan.PlacedRows;
import java.util.Optional;

/** The rows of the chunk that a cursor stands at, for a sampler. Not for several threads. */
final class CursorRows implements PlacedRows {
  private final TableRows rows;
  private final Level level;
  private final Chunk chunk;
  private final int[] slots;
  private final Optional<ParentRows> parents;

  /**
   * @param rows the table's fields
   * @param cursor the table's cursor
   */
  CursorRows(TableRows rows, LevelCursor cursor) {
    this.rows = rows;
    this.level = cursor.level();
    this.chunk = cursor.chunk();
    this.slots =
        rows.plan().drawn().stream().mapToInt(column -> level.slot(column.name())).toArray();
    this.parents = rows.parent().map(of -> new ParentRows(chunk, of, cursor.parent()));
  }

  @Override
  public void positions(Tile tile, double[][] arrays) {
    int from = (int) (tile.firstRow() - chunk.firstRow);
    for (int i = 0; i < slots.length; i++) {
      System.arraycopy(chunk.positions[slots[i]], from, arrays[i], 0, tile.rows());
    }
  }

  @Override
  public int tileRows() {
    return Tile.MAX_ROWS;
  }

  @Override
  public Indexes places() {
    return (tile, indexes) -> {
      int from = (int) (tile.firstRow() - chunk.firstRow);
      for (int i = 0; i < tile.rows(); i++) {
        indexes[i] = chunk.places[from + i];
      }
    };
  }

  @Override
  public ColumnSampler sampler(ColumnProfile column, int blockRows) {
    Optional<String> lent = rows.lent(column);
    if (lent.isPresent()) {
      ParentRows of = parents.orElseThrow();
      return InheritedSampler.of(column.column(), of.values(lent.get()), of, blockRows);
    }
    KeyPath path = rows.path(column.name());
    return path.law().sampler(column.column(), indexes(path.index()), blockRows);
  }

  private Indexes indexes(Carried carried) {
    if (carried.equals(Carried.ROW)) {
      return Indexes.ofRows();
    }
    int index = level.carried().indexOf(carried);
    return (tile, indexes) -> {
      int from = (int) (tile.firstRow() - chunk.firstRow);
      System.arraycopy(chunk.carried[index], from, indexes, 0, tile.rows());
    };
  }
}
