package io.mirrorlake.synthesizer.column;

import io.mirrorlake.profiler.schema.Column;
import io.mirrorlake.synthesizer.column.FormulaSampler.Input;
import java.util.List;

/** Calculates a column from others of the same row, one row after the other. */
abstract sealed class CalculatedSampler implements ColumnSampler
    permits CoalesceSampler, FormulaSampler, ShareSampler {
  private final List<Numbers> inputs;
  private final Numbers result;
  private final long least;
  private final long greatest;

  /**
   * @param table the table's name
   * @param blockRows how many rows a block has at most
   */
  CalculatedSampler(String table, Column column, List<Input> inputs, int blockRows) {
    Place place = new Place(table, column, 0);
    this.inputs =
        inputs.stream()
            .map(input -> Numbers.of(new Place(table, input.column(), 0), input.values()))
            .toList();
    this.result = Numbers.of(place, blank(place, blockRows));
    boolean whole = result.isWhole();
    this.least = whole ? Units.of(column.type()).least().longValue() : 0;
    this.greatest = whole ? Units.of(column.type()).greatest().longValue() : 0;
  }

  private static Values blank(Place place, int rows) {
    boolean nullable = place.column().nullable();
    return switch (place.column().type().kind()) {
      case FLOAT -> new Floats(rows, nullable);
      case DOUBLE -> new Doubles(rows, nullable);
      default -> {
        if (Units.of(place.column().type()).isWide()) {
          throw place.corrupt("it is calculated, which this type does not allow");
        }
        yield WholeSampler.blank(place.column(), rows);
      }
    };
  }

  /** The columns it is calculated from. */
  final List<Numbers> inputs() {
    return inputs;
  }

  /** The column. */
  final Numbers result() {
    return result;
  }

  @Override
  public final Values values() {
    return result.values();
  }

  @Override
  public final void sample(Tile tile, double[] uniforms) {
    Values values = result.values();
    values.begin(tile);
    for (int row = tile.offset(); row < tile.offset() + tile.rows(); row++) {
      if (values.isNullable()) {
        values.setNull(row, isNull(row));
      }
      calculate(row);
    }
  }

  /** Whether the row is null; where any of the inputs is, if not said otherwise. */
  boolean isNull(int row) {
    for (Numbers input : inputs) {
      if (input.isNull(row)) {
        return true;
      }
    }
    return false;
  }

  /** Puts the row's value; any value, where it is null. */
  abstract void calculate(int row);

  /** Puts a number into a row; one beyond the type's ends becomes the end. */
  final void put(int row, double number) {
    if (result.isWhole()) {
      putUnits(row, (long) Math.rint(number * result.one()));
    } else {
      result.put(row, number);
    }
  }

  /** Puts a number of units into a row of a whole column; one beyond the ends becomes the end. */
  final void putUnits(int row, long units) {
    long inside = Math.min(Math.max(units, least), greatest);
    ((Whole) result.values()).store(new long[] {inside}, 1, row);
  }
}
