package io.mirrorlake.synthesizer.column;

import io.mirrorlake.profiler.schema.Column;
import io.mirrorlake.synthesizer.column.FormulaSampler.Input;

/**
 * Samples a column that rises from sibling to sibling. Rows have to come in their order, families
 * from their first row on.
 */
public final class EvolvedSampler implements ColumnSampler {
  private final Numbers first;
  private final Numbers gap;
  private final Numbers own;
  private final Indexes places;
  private final long[] place = new long[Tile.MAX_ROWS];
  private final double limit;
  private double previous;

  private EvolvedSampler(Numbers first, Numbers gap, Numbers own, Indexes places, double limit) {
    this.first = first;
    this.gap = gap;
    this.own = own;
    this.places = places;
    this.limit = limit;
  }

  /**
   * The sampler.
   *
   * @param table the table's name
   * @param first the values of first siblings
   * @param gap the gaps, none below 0
   * @param places the place of each row in its family
   */
  public static EvolvedSampler of(
      String table, Column column, Input first, Input gap, Indexes places, int blockRows) {
    Place place = new Place(table, column, 0);
    boolean real = column.type().kind().isFloating();
    if (!real && Units.of(column.type()).isWide()) {
      throw place.corrupt("siblings have gaps, which so wide a decimal cannot add");
    }
    Values values =
        real ? RealSampler.blank(column, blockRows) : WholeSampler.blank(column, blockRows);
    double limit =
        real ? Double.POSITIVE_INFINITY : Units.of(column.type()).greatest().doubleValue();
    return new EvolvedSampler(
        Numbers.of(new Place(table, first.column(), 0), first.values()),
        Numbers.of(new Place(table, gap.column(), 0), gap.values()),
        Numbers.of(place, values),
        places,
        limit);
  }

  @Override
  public Values values() {
    return own.values();
  }

  @Override
  public void sample(Tile tile, double[] uniforms) {
    own.values().begin(tile);
    places.fill(tile, place);
    for (int i = 0; i < tile.rows(); i++) {
      int row = tile.offset() + i;
      double step = gap.isNull(row) ? 0 : Math.max(0, gap.value(row));
      previous = place[i] == 0 ? start(row) : previous + step;
      own.put(row, Math.min(previous, limit / own.one()));
    }
  }

  private double start(int row) {
    return first.isNull(row) ? 0 : first.value(row);
  }
}
