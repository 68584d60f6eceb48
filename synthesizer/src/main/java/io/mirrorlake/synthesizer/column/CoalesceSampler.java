package io.mirrorlake.synthesizer.column;

import io.mirrorlake.profiler.schema.Column;
import io.mirrorlake.synthesizer.column.FormulaSampler.Input;
import java.util.List;

/** Takes a number from the first of some columns of the same row and type that has one. */
public final class CoalesceSampler implements ColumnSampler {
  private final List<Numbers> inputs;
  private final Numbers result;

  private CoalesceSampler(List<Numbers> inputs, Numbers result) {
    this.inputs = inputs;
    this.result = result;
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
    Place place = new Place(table, column, 0);
    return new CoalesceSampler(
        inputs.stream()
            .map(input -> Numbers.of(new Place(table, input.column(), 0), input.values()))
            .toList(),
        Numbers.of(place, FormulaSampler.blank(place, blockRows)));
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
      Numbers from = first(row);
      if (values.isNullable()) {
        values.setNull(row, from.isNull(row));
      }
      if (values instanceof Whole whole) {
        whole.store(new long[] {from.units(row)}, 1, row);
      } else {
        result.put(row, from.value(row));
      }
    }
  }

  private Numbers first(int row) {
    Numbers last = inputs.get(inputs.size() - 1);
    for (Numbers input : inputs) {
      if (!input.isNull(row)) {
        return input;
      }
    }
    return last;
  }
}
