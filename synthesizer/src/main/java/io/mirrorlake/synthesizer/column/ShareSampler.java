package io.mirrorlake.synthesizer.column;

import io.mirrorlake.profiler.constraint.Formula;
import io.mirrorlake.profiler.schema.Column;
import io.mirrorlake.synthesizer.column.FormulaSampler.Input;
import java.math.BigDecimal;
import java.util.List;

/** Calculates a part of a whole from other columns of the same row. */
public final class ShareSampler implements ColumnSampler {
  private final Formula.Share share;
  private final List<Numbers> inputs;
  private final Numbers result;
  private final double precision;
  private final long greatest;

  private ShareSampler(Formula.Share share, List<Numbers> inputs, Numbers result, long greatest) {
    this.greatest = greatest;
    this.share = share;
    this.inputs = inputs;
    this.result = result;
    this.precision =
        share.grid().isDiscrete()
            ? BigDecimal.ONE.scaleByPowerOfTen(share.grid().decimals()).doubleValue()
            : 0;
  }

  /**
   * The sampler of a column.
   *
   * @param table the table's name
   * @param column the column
   * @param inputs the columns that the parts are drawn as, in the formula's order
   * @param blockRows how many rows a block has at most
   * @throws io.mirrorlake.profiler.schema.UserException where one is a decimal of more than 18
   *     digits
   */
  public static ShareSampler of(
      String table, Column column, Formula.Share share, List<Input> inputs, int blockRows) {
    Place place = new Place(table, column, 0);
    return new ShareSampler(
        share,
        inputs.stream()
            .map(input -> Numbers.of(new Place(table, input.column(), 0), input.values()))
            .toList(),
        Numbers.of(place, FormulaSampler.blank(place, blockRows)),
        column.type().kind().isFloating()
            ? Long.MAX_VALUE
            : Units.of(column.type()).greatest().longValue());
  }

  @Override
  public Values values() {
    return result.values();
  }

  @Override
  public void sample(Tile tile, double[] uniforms) {
    Values values = result.values();
    values.begin(tile);
    for (int row = tile.offset(); row < tile.offset() + tile.rows(); row++) {
      int at = row;
      if (values.isNullable()) {
        values.setNull(row, inputs.stream().anyMatch(input -> input.isNull(at)));
      }
      put(row, number(row));
    }
  }

  private double number(int row) {
    int widest = 0;
    double all = 0;
    for (int i = 0; i < inputs.size(); i++) {
      all += drawn(i, row);
      widest = drawn(i, row) > drawn(widest, row) ? i : widest;
    }
    double own = drawn(share.place(), row);
    double rest = all - drawn(widest, row);
    if (rest <= share.whole()) {
      return share.place() == widest ? rounded(share.whole() - rest) : own;
    }
    double before = 0;
    for (int i = 0; i < share.place(); i++) {
      before += drawn(i, row);
    }
    double end = rounded(share.whole() * ((before + own) / all));
    return rounded(end - rounded(share.whole() * (before / all)));
  }

  /** A number that is drawn; an end of its marginal may lie below 0. */
  private double drawn(int i, int row) {
    return Math.max(0, inputs.get(i).value(row));
  }

  private double rounded(double number) {
    return precision > 0 ? Math.rint(number * precision) / precision : number;
  }

  private void put(int row, double number) {
    if (result.values() instanceof Whole whole) {
      long units = (long) Math.rint(number * result.one());
      whole.store(new long[] {Math.min(units, greatest)}, 1, row);
    } else {
      result.put(row, number);
    }
  }
}
