package io.mirrorlake.synthesizer.dataset;

import io.mirrorlake.synthesizer.column.Indexes;
import io.mirrorlake.synthesizer.dataset.Carried.Kind;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Walks the rows of one table that descend from a block, chunk by chunk, by walking the rows of the
 * tables before it in the line. Memory is one chunk for each table. Not for several threads.
 */
final class LevelCursor {
  private final Level level;
  private final Optional<LevelCursor> parent;
  private final Chunk chunk;
  private final ChunkDraws draws;
  private final Optional<ChunkDraws> before;
  private final ChunkParents further;
  private final Map<String, DistantRows> distant = new HashMap<>();
  private final int[] parentSlots;
  private long nextRow;
  private long end;
  private boolean isFirst;
  private boolean hasOrphans;

  /** What makes a row's number its number among orphans. */
  private long orphan;

  private int parentRow;

  LevelCursor(Level level, Optional<LevelCursor> parent) {
    this.level = level;
    this.parent = parent;
    this.chunk = new Chunk(level);
    this.draws = new ChunkDraws(level, level.columns(), chunk);
    this.before = level.furtherGiven().map(of -> new ChunkDraws(level, of.before(), chunk));
    this.further = new ChunkParents(level, chunk);
    level.special().distant().forEach((name, line) -> distant.put(name, new DistantRows(line)));
    this.parentSlots =
        level.carried().stream()
            .mapToInt(
                carried ->
                    carried.up() == 0
                        ? -1
                        : parent.orElseThrow().level.carried().indexOf(carried.inParent()))
            .toArray();
  }

  /** The cursor of the last of a line's tables. */
  static LevelCursor of(Iterable<Level> line) {
    Optional<LevelCursor> last = Optional.empty();
    for (Level level : line) {
      last = Optional.of(new LevelCursor(level, last));
    }
    return last.orElseThrow();
  }

  /** The cursor of the table before in the line. */
  LevelCursor parent() {
    return parent.orElseThrow();
  }

  /** The rows it stands at. */
  Chunk chunk() {
    return chunk;
  }

  /** The table. */
  Level level() {
    return level;
  }

  /** Goes before the rows that descend from a block. */
  void open(int block) {
    Block from = level.sums().blocks().get(block);
    nextRow = level.sums().start(block);
    end = from.end();
    isFirst = from.depth() == level.depth();
    orphan = from.orphan() - nextRow;
    hasOrphans = isFirst && from.orphan() >= 0;
    parentRow = 0;
    chunk.rows = 0;
    chunk.cell = from.cell();
    further.open(block);
    if (!isFirst) {
      parent.orElseThrow().open(block);
    }
  }

  /** Goes to the next rows; false where the block has no more. */
  boolean next() {
    int rows = isFirst ? takeRows() : takeFamilies(parent.orElseThrow());
    if (rows == 0) {
      return false;
    }
    chunk.rows = rows;
    chunk.firstRow = nextRow;
    nextRow += rows;
    draw(isFirst ? Optional.empty() : parent.map(LevelCursor::chunk));
    carry();
    for (int i = 0; i < chunk.exports.length; i++) {
      level.exports().get(i).fill(chunk, chunk.exports[i]);
    }
    return true;
  }

  /** Draws the rows; those that are given something of further parents when these are found. */
  private void draw(Optional<Chunk> parents) {
    if (before.isEmpty()) {
      draws.fill(parents);
      further.choose();
      further.tellApart();
    } else {
      Level.FurtherGiven given = level.furtherGiven().orElseThrow();
      before.get().fill(parents);
      further.choose();
      if (given.keyed()) {
        further.tellApart();
      }
      given.columns().forEach(this::take);
      draws.fill(parents);
      if (!given.keyed()) {
        further.tellApart();
      }
    }
    further.count();
  }

  /** Takes the codes that are given of a reference's parents. */
  private void take(String reference, List<FurtherColumn> columns) {
    long[] parents = chunk.targets[level.furtherParent(reference)];
    if (columns.get(0).kept().isPresent()) {
      columns.forEach(column -> column.fill(parents, chunk.rows, chunk.given[column.given()]));
    } else {
      DistantRows rows = Objects.requireNonNull(distant.get(reference));
      rows.export(parents, chunk.rows, columns, chunk.given);
    }
  }

  private int takeRows() {
    int rows = (int) Math.min(Chunk.ROWS, end - nextRow);
    chunk.room(rows);
    Arrays.fill(chunk.places, 0, rows, 0);
    Arrays.fill(chunk.parents, 0, rows, -1);
    return rows;
  }

  /** Whole families, of one chunk of parents. */
  private int takeFamilies(LevelCursor from) {
    Chunk parents = from.chunk;
    while (true) {
      if (parentRow >= parents.rows) {
        parentRow = 0;
        if (!from.next()) {
          parents.rows = 0;
          return 0;
        }
      }
      long[] fanOuts = parents.fanOuts[0];
      int first = parentRow;
      long rows = 0;
      while (parentRow < parents.rows && (rows == 0 || rows + fanOuts[parentRow] <= Chunk.ROWS)) {
        rows += fanOuts[parentRow++];
      }
      if (rows > 0) {
        chunk.room(Math.toIntExact(rows));
        place(fanOuts, first, parentRow);
        return (int) rows;
      }
    }
  }

  private void place(long[] fanOuts, int firstParent, int endParent) {
    int row = 0;
    for (int of = firstParent; of < endParent; of++) {
      for (int place = 0; place < fanOuts[of]; place++) {
        chunk.places[row] = place;
        chunk.parents[row++] = of;
      }
    }
  }

  private void carry() {
    for (int i = 0; i < parentSlots.length; i++) {
      Carried carried = level.carried().get(i);
      long[] numbers = chunk.carried[i];
      if (carried.up() > 0) {
        inherit(carried, parentSlots[i], numbers);
      } else if (carried.kind() == Kind.TARGET) {
        further.refer(carried.reference(), numbers);
        if (carried.through().isPresent()) {
          DistantRows parents = Objects.requireNonNull(distant.get(carried.reference()));
          parents.replace(carried.through().get(), numbers, chunk.rows);
        }
      } else if (carried.kind() == Kind.STEPS) {
        further.steps(numbers);
      } else {
        boolean row = carried.kind() == Kind.ROW;
        for (int at = 0; at < chunk.rows; at++) {
          numbers[at] = row ? chunk.firstRow + at : chunk.places[at];
        }
      }
    }
  }

  private void nameMissing(Level.MissingParents missing, long[] numbers) {
    for (int at = 0; at < chunk.rows; at++) {
      numbers[at] = missing.first() + missing.orphans().key(orphan + chunk.firstRow + at);
    }
  }

  private void inherit(Carried carried, int slot, long[] numbers) {
    if (isFirst) {
      Arrays.fill(numbers, 0, chunk.rows, Indexes.NONE);
      if (hasOrphans && carried.equals(Carried.ROW.ofParent())) {
        nameMissing(level.special().missing().orElseThrow(), numbers);
      }
      return;
    }
    long[] from = parent.orElseThrow().chunk.carried[slot];
    for (int at = 0; at < chunk.rows; at++) {
      numbers[at] = from[chunk.parents[at]];
    }
  }
}
