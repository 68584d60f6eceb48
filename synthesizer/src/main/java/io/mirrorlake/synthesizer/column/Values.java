package io.mirrorlake.synthesizer.column;

/**
 * The values of one column in one block of rows: a primitive array of the column's type, written
 * again for every block.
 *
 * <p>Arrays are handed out as they are, for readers that cannot afford a copy; only the sampler
 * writes them.
 */
public abstract sealed class Values permits Whole, Real, Booleans, WideDecimals, Texts {
  private final boolean[] nulls;
  private int nullCount;

  Values(int capacity, boolean nullable) {
    this.nulls = new boolean[nullable ? capacity : 0];
  }

  /** Whether the column may hold nulls at all. */
  public final boolean isNullable() {
    return nulls.length > 0;
  }

  /** How many of the block's rows are null. */
  public final int nullCount() {
    return nullCount;
  }

  /** Whether this row of the block is null; its value has no meaning then. */
  public final boolean isNull(int row) {
    return nulls.length > 0 && nulls[row];
  }

  /** Whether two rows of the block hold the same value, or are both null. */
  public final boolean areEqual(int a, int b) {
    return isNull(a) == isNull(b) && (isNull(a) || hasEqual(a, b));
  }

  /** Whether two rows that are not null hold the same value. */
  abstract boolean hasEqual(int a, int b);

  /** Takes the value of a row of other values of the same kind, which is not null there. */
  abstract void copy(Values from, int fromRow, int row);

  /** Makes ready for a tile; the one at the start of a block forgets the block before. */
  void begin(Tile tile) {
    if (tile.offset() == 0) {
      nullCount = 0;
    }
  }

  /**
   * Says whether the row is null; needed for every row of a nullable column, and for none of
   * another.
   */
  final void setNull(int row, boolean isNull) {
    nulls[row] = isNull;
    nullCount += isNull ? 1 : 0;
  }
}
