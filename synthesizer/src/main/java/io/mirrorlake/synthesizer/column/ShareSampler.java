package io.mirrorlake.synthesizer.column;

import io.mirrorlake.profiler.constraint.Formula;
import io.mirrorlake.profiler.schema.Column;
import io.mirrorlake.synthesizer.column.FormulaSampler.Input;
import java.math.BigDecimal;
import java.util.List;

/** Calculates a part of a whole from other columns of the same row. */
public final class ShareSampler extends CalculatedSampler {
  private final Formula.Share share;
  private final double precision;

  private ShareSampler(
      String table, Column column, Formula.Share share, List<Input> inputs, int blockRows) {
    super(table, column, inputs, blockRows);
    this.share = share;
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
    return new ShareSampler(table, column, share, inputs, blockRows);
  }

  @Override
  void calculate(int row) {
    put(row, number(row));
  }

  private double number(int row) {
    int widest = 0;
    double all = 0;
    for (int i = 0; i < inputs().size(); i++) {
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
    return Math.max(0, inputs().get(i).value(row));
  }

  private double rounded(double number) {
    return precision > 0 ? Math.rint(number * precision) / precision : number;
  }
}
