package io.mirrorlake.synthesizer.column;

import io.mirrorlake.profiler.schema.Column;
import io.mirrorlake.synthesizer.column.FormulaSampler.Input;
import java.util.List;

/** Takes a number from the first of some columns of the same row and type that has one. */
public final class CoalesceSampler extends CalculatedSampler {
  private CoalesceSampler(String table, Column column, List<Input> inputs, int blockRows) {
    super(table, column, inputs, blockRows);
  }

  /**
   * The sampler of a column.
   *
   * @param table the table's name
   * @param column the column
   * @param inputs columns of the same type, the first that counts first
   * @param blockRows how many rows a block has at most
   * @throws io.mirrorlake.profiler.schema.UserException where they are decimals of more than 18
   *     digits
   */
  public static CoalesceSampler of(String table, Column column, List<Input> inputs, int blockRows) {
    return new CoalesceSampler(table, column, inputs, blockRows);
  }

  @Override
  boolean isNull(int row) {
    return first(row).isNull(row);
  }

  @Override
  void calculate(int row) {
    values().copy(first(row).values(), row, row);
  }

  /** The first that has a number; the last, where none has. */
  private Numbers first(int row) {
    for (Numbers input : inputs()) {
      if (!input.isNull(row)) {
        return input;
      }
    }
    return inputs().get(inputs().size() - 1);
  }
}
