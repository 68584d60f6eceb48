package io.mirrorlake.synthesizer.dataset;

import io.mirrorlake.profiler.copula.GivenColumn;
import io.mirrorlake.profiler.copula.GivenColumn.Origin;
import io.mirrorlake.synthesizer.column.IndexedLaw;
import io.mirrorlake.synthesizer.column.SegmentGroups;
import io.mirrorlake.synthesizer.column.Tile;
import io.mirrorlake.synthesizer.dependence.CodeTile;
import io.mirrorlake.synthesizer.dependence.KnownRows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongUnaryOperator;

/**
 * Draws the positions of a chunk's rows. Where rows have to know their sibling before, all first
 * siblings are drawn, then all second ones, and so on.
 */
final class ChunkDraws {
  private final Level level;
  private final Level.Draws draws;
  private final Chunk chunk;
  private final List<Given> given = new ArrayList<>();
  private final boolean hasPrevious;
  private final double[][] positions;
  private final double[][] tile;
  private final List<Integer> repeated;
  private final KnownRows known;
  private final CodeTile room;
  private int[] order = new int[0];

  /**
   * What is known of rows beforehand.
   *
   * @param column the given column
   * @param index which of the level's given columns it is
   * @param export which of the parent's exports it is, or -1
   * @param slot the draw of the sibling before, or -1
   * @param groups the codes of the sibling's positions
   * @param starts the codes of places, cells or digits
   * @param digit the digit of a row
   */
  private record Given(
      GivenColumn column,
      int index,
      int export,
      int slot,
      Optional<SegmentGroups> groups,
      Optional<CodeStarts> starts,
      Optional<LongUnaryOperator> digit) {

    byte missing() {
      return (byte) column.starts().size();
    }
  }

  /**
   * @param draws what is drawn
   */
  ChunkDraws(Level level, Level.Draws draws, Chunk chunk) {
    this.level = level;
    this.draws = draws;
    this.chunk = chunk;
    for (int index : draws.known()) {
      given.add(given(index));
    }
    this.repeated = draws.dependence().repeated();
    this.hasPrevious =
        !repeated.isEmpty() || given.stream().anyMatch(of -> of.groups().isPresent());
    this.tile = new double[draws.streams().size()][Tile.MAX_ROWS];
    this.positions = new double[tile.length][];
    this.room = draws.dependence().tile();
    this.known =
        new KnownRows(
            new byte[draws.given().size()][Tile.MAX_ROWS],
            new double[repeated.size()][Tile.MAX_ROWS]);
  }

  private Given given(int index) {
    GivenColumn column = level.given().get(index);
    boolean previous = column.origin() == Origin.PREVIOUS;
    return new Given(
        column,
        index,
        column.origin() == Origin.PARENT ? export(index) : -1,
        previous ? draws.slot(column.column()) : -1,
        previous ? Optional.of(groups(column)) : Optional.empty(),
        column.origin().canBeMissing()
            ? Optional.empty()
            : Optional.of(CodeStarts.of(column.starts())),
        column.origin() == Origin.DIGIT
            ? Optional.of(IndexedLaw.digit(level.table(), column.column(), level.seed()))
            : Optional.empty());
  }

  /** The parent exports what is given of it, in the same order. */
  private int export(int index) {
    return (int)
        level.given().subList(0, index).stream()
            .filter(column -> column.origin() == Origin.PARENT)
            .count();
  }

  private SegmentGroups groups(GivenColumn column) {
    return SegmentGroups.of(
        level.table().column(column.column()).distribution().orElseThrow(), column.starts());
  }

  /**
   * Draws the positions.
   *
   * @param parents the rows they descend from, if there are any
   */
  void fill(Optional<Chunk> parents) {
    for (Given of : given) {
      fill(of, chunk.given[of.index()], parents);
    }
    for (int i = 0; i < positions.length; i++) {
      positions[i] = chunk.positions[draws.places().get(i)];
    }
    if (hasPrevious) {
      fillWaves();
    } else if (tile.length > 0) {
      fillRows();
    }
  }

  private void fill(Given of, byte[] to, Optional<Chunk> parents) {
    switch (of.column().origin()) {
      case PARENT -> {
        if (parents.isEmpty()) {
          Arrays.fill(to, 0, chunk.rows, of.missing());
        } else {
          byte[] from = parents.get().exports[of.export()];
          for (int row = 0; row < chunk.rows; row++) {
            to[row] = from[chunk.parents[row]];
          }
        }
      }
      case PREVIOUS -> Arrays.fill(to, 0, chunk.rows, of.missing());
      case POSITION -> {
        CodeStarts starts = of.starts().orElseThrow();
        for (int row = 0; row < chunk.rows; row++) {
          to[row] = starts.of(chunk.places[row]);
        }
      }
      case DIGIT -> {
        CodeStarts starts = of.starts().orElseThrow();
        LongUnaryOperator digit = of.digit().orElseThrow();
        for (int row = 0; row < chunk.rows; row++) {
          to[row] =
              starts.of((int) Math.min(digit.applyAsLong(chunk.firstRow + row), Integer.MAX_VALUE));
        }
      }
      case CELL -> Arrays.fill(to, 0, chunk.rows, of.starts().orElseThrow().of(chunk.cell));
      case FURTHER -> {
        // Codes are taken from the parents when these are found.
      }
    }
  }

  private void fillRows() {
    List<Integer> taken = draws.given();
    for (int first = 0; first < chunk.rows; first += Tile.MAX_ROWS) {
      int rows = Math.min(Tile.MAX_ROWS, chunk.rows - first);
      for (int i = 0; i < tile.length; i++) {
        draws.streams().get(i).uniforms(chunk.firstRow + first, rows, tile[i]);
      }
      for (int i = 0; i < taken.size(); i++) {
        System.arraycopy(chunk.given[taken.get(i)], first, known.codes()[i], 0, rows);
      }
      draws.dependence().couple(tile, known, rows, room);
      for (int i = 0; i < tile.length; i++) {
        System.arraycopy(tile[i], 0, positions[i], first, rows);
      }
    }
  }

  private void fillWaves() {
    for (int first = 0; first < chunk.rows; first += Tile.MAX_ROWS) {
      int rows = Math.min(Tile.MAX_ROWS, chunk.rows - first);
      for (int i = 0; i < tile.length; i++) {
        draws.streams().get(i).uniforms(chunk.firstRow + first, rows, tile[i]);
        System.arraycopy(tile[i], 0, positions[i], first, rows);
      }
    }
    int[] ends = sortByPlace();
    int from = 0;
    for (int end : ends) {
      for (int at = from; at < end; at += Tile.MAX_ROWS) {
        drawWave(at, Math.min(Tile.MAX_ROWS, end - at));
      }
      from = end;
    }
  }

  /** Orders rows by their places; returns where each place ends in that order. */
  private int[] sortByPlace() {
    int most = 0;
    for (int row = 0; row < chunk.rows; row++) {
      most = Math.max(most, chunk.places[row]);
    }
    int[] ends = new int[most + 1];
    for (int row = 0; row < chunk.rows; row++) {
      ends[chunk.places[row]]++;
    }
    int sum = 0;
    for (int place = 0; place <= most; place++) {
      int count = ends[place];
      ends[place] = sum;
      sum += count;
    }
    order = order.length < chunk.rows ? new int[chunk.places.length] : order;
    for (int row = 0; row < chunk.rows; row++) {
      order[ends[chunk.places[row]]++] = row;
    }
    return ends;
  }

  private void drawWave(int at, int rows) {
    List<Integer> taken = draws.given();
    for (int i = 0; i < tile.length; i++) {
      for (int k = 0; k < rows; k++) {
        tile[i][k] = positions[i][order[at + k]];
      }
    }
    for (int i = 0; i < taken.size(); i++) {
      byte[] from = chunk.given[taken.get(i)];
      for (int k = 0; k < rows; k++) {
        known.codes()[i][k] = from[order[at + k]];
      }
    }
    lookBack(at, rows);
    draws.dependence().couple(tile, known, rows, room);
    for (int i = 0; i < tile.length; i++) {
      for (int k = 0; k < rows; k++) {
        positions[i][order[at + k]] = tile[i][k];
      }
    }
    for (Given of : given) {
      tellNext(of, chunk.given[of.index()], at, rows);
    }
  }

  /** The positions of siblings before, which lie a row before, and are drawn. */
  private void lookBack(int at, int rows) {
    for (int i = 0; i < repeated.size(); i++) {
      double[] drawn = positions[repeated.get(i)];
      double[] before = known.before()[i];
      for (int k = 0; k < rows; k++) {
        int row = order[at + k];
        before[k] = chunk.places[row] > 0 ? drawn[row - 1] : KnownRows.NONE;
      }
    }
  }

  /** Tells the next sibling of each row what it is given of the one before. */
  private void tellNext(Given of, byte[] to, int at, int rows) {
    if (of.groups().isEmpty()) {
      return;
    }
    SegmentGroups groups = of.groups().get();
    for (int k = 0; k < rows; k++) {
      int next = order[at + k] + 1;
      if (next < chunk.rows && chunk.places[next] > 0) {
        to[next] = (byte) groups.find(tile[of.slot()][k]);
      }
    }
  }
}
