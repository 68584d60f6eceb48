package io.mirrorlake.profiler.copula;

import java.io.Serializable;
import java.util.List;

/**
 * What trees may ask of a row before any of its columns is drawn.
 *
 * @param name what it is called among the given columns
 * @param origin whose column it is
 * @param reference the reference to the further parent whose column it is; else empty
 * @param column the column it is taken from; empty for positions and cells
 * @param starts the first segment of each code, as in a {@link TreeColumn}: segments of the
 *     column's marginal with nulls after the last, places of a kept column's values, positions in
 *     the family, cells, or digits. Where the origin can be missing, one more code stands for that.
 */
public record GivenColumn(
    String name, Origin origin, String reference, String column, List<Integer> starts)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Whose column it is. */
  public enum Origin {
    /**
     * A drawn, looked-up or given column of the leading parent's row; missing for rows without
     * parent.
     */
    PARENT,
    /** A drawn column of the sibling before; missing for the first of a family. */
    PREVIOUS,
    /**
     * A column of a further parent's row: a drawn or looked-up one, or one that a reference table
     * keeps; missing for rows without this parent. It is known when the parent is chosen, which is
     * after cells and numbers of children are drawn.
     */
    FURTHER,
    /** The position in the family, from 0. */
    POSITION,
    /** The cell of the row's index. */
    CELL,
    /** The place of a part of the row's composite key among the values that this part takes. */
    DIGIT;

    /** Whether a row may have none of it. */
    public boolean canBeMissing() {
      return this == PARENT || this == PREVIOUS || this == FURTHER;
    }

    /** Whether it names a column. */
    public boolean isOfColumn() {
      return canBeMissing() || this == DIGIT;
    }
  }

  public GivenColumn {
    starts = List.copyOf(starts);
    TreeColumn.requireRising(name, starts);
    if (starts.size() + (origin.canBeMissing() ? 1 : 0) > CodeSet.MAX_CODES) {
      throw new IllegalArgumentException(
          "given column '" + name + "' has " + starts.size() + " codes");
    }
    boolean fits =
        column.isEmpty() != origin.isOfColumn()
            && reference.isEmpty() == (origin != Origin.FURTHER);
    if (name.isBlank() || !fits) {
      throw new IllegalArgumentException(
          "given column '" + name + "' is of " + origin + " and of the column '" + column + "'");
    }
  }

  /** What is known of the row itself, of its leading parent or of the sibling before. */
  public GivenColumn(String name, Origin origin, String column, List<Integer> starts) {
    this(name, origin, "", column, starts);
  }

  /** How many codes there are, with that of what is missing. */
  public int codes() {
    return starts.size() + (origin.canBeMissing() ? 1 : 0);
  }
}
