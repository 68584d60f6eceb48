package io.mirrorlake.synthesizer.column;

import io.mirrorlake.profiler.key.CalendarPart;
import io.mirrorlake.profiler.key.Pace;
import io.mirrorlake.profiler.schema.Column;
import io.mirrorlake.profiler.schema.ColumnType.Kind;
import io.mirrorlake.synthesizer.column.FormulaSampler.Input;
import java.util.Optional;

/**
 * Samples a column that rises from sibling to sibling. Rows have to come in their order, families
 * from their first row on.
 */
public final class EvolvedSampler implements ColumnSampler {
  private static final double MICROSECONDS_OF_DAY = 86_400_000_000.0;
  private static final double HOURS_OF_DAY = 24;

  private final Optional<Numbers> above;
  private final Numbers first;
  private final Numbers gap;
  private final Numbers own;
  private final Indexes places;
  private final long[] place = new long[Tile.MAX_ROWS];
  private final double least;
  private final Pace pace;

  /** How many of the column's units make a day, where steps are months. */
  private final double day;

  private final Optional<Beat> beat;

  /** What of the calendar each row keeps to; the gaps where there is no such thing. */
  private final Numbers parts;

  private final double limit;
  private final long[] units = new long[Tile.MAX_ROWS];
  private double previous;

  private EvolvedSampler(Place place, Values values, Rise rise, Indexes places) {
    boolean real = values instanceof Real;
    this.above = rise.above().map(input -> numbers(place, input));
    this.first = numbers(place, rise.first());
    this.gap = numbers(place, rise.gap());
    this.least = rise.least();
    this.pace = rise.pace();
    this.day = place.column().type().kind() == Kind.DATE ? 1 : MICROSECONDS_OF_DAY;
    this.beat = rise.beat();
    this.parts = beat.map(of -> numbers(place, of.parts())).orElse(gap);
    this.own = Numbers.of(place, values);
    this.places = places;
    this.limit =
        real
            ? Double.POSITIVE_INFINITY
            : Units.of(place.column().type()).greatest().doubleValue() / own.one();
  }

  private static Numbers numbers(Place of, Input input) {
    return Numbers.of(new Place(of.table(), input.column(), 0), input.values());
  }

  /**
   * How a column rises.
   *
   * @param above what the values of first siblings are counted from
   * @param first the values of first siblings
   * @param gap the gaps
   * @param least the least gap; smaller ones are raised to it
   * @param pace what gaps are counted in
   * @param beat what of the calendar values keep to
   */
  public record Rise(
      Optional<Input> above,
      Input first,
      Input gap,
      double least,
      Pace pace,
      Optional<Beat> beat) {}

  /**
   * What of the calendar values keep to.
   *
   * @param part which part
   * @param parts the column of parts
   */
  public record Beat(CalendarPart part, Input parts) {}

  /**
   * The sampler.
   *
   * @param table the table's name
   * @param places the place of each row in its family
   */
  public static EvolvedSampler of(
      String table, Column column, Rise rise, Indexes places, int blockRows) {
    Place place = new Place(table, column, 0);
    boolean real = column.type().kind().isFloating();
    if (!real && Units.of(column.type()).isWide()) {
      throw place.corrupt("siblings have gaps, which so wide a decimal cannot add");
    }
    Values values =
        real ? RealSampler.blank(column, blockRows) : WholeSampler.blank(column, blockRows);
    return new EvolvedSampler(place, values, rise, places);
  }

  @Override
  public Values values() {
    return own.values();
  }

  @Override
  public void sample(Tile tile, double[] uniforms) {
    own.values().begin(tile);
    places.fill(tile, place);
    boolean whole = own.isWhole();
    for (int i = 0; i < tile.rows(); i++) {
      int row = tile.offset() + i;
      double step = gap.isNull(row) ? least : Math.max(least, gap.value(row));
      previous =
          place[i] == 0
              ? start(row)
              : inTime(Math.min(previous + step, limit), previous + least, row);
      double value = Math.min(pace.isMonthly() ? day * pace.day((long) previous) : previous, limit);
      if (whole) {
        units[i] = (long) Math.rint(value * own.one());
      } else {
        own.put(row, value);
      }
    }
    if (whole) {
      ((Whole) own.values()).store(units, tile.rows(), tile.offset());
    }
  }

  private double start(int row) {
    double base = above.isEmpty() || above.get().isNull(row) ? 0 : above.get().value(row);
    double start = base + (first.isNull(row) ? 0 : first.value(row));
    if (pace.isMonthly()) {
      return Pace.month((long) Math.floor(start / day));
    }
    return above.isEmpty() ? inTime(start, Double.NEGATIVE_INFINITY, row) : start;
  }

  /**
   * The point in time nearest to one that keeps to the row's part of the calendar, at the same time
   * of the day or hour, and not before a bound.
   */
  private double inTime(double time, double bound, int row) {
    if (beat.isEmpty() || parts.isNull(row)) {
      return time;
    }
    CalendarPart part = beat.get().part();
    double one = part.isOfHours() ? day / HOURS_OF_DAY : day;
    long step = (long) Math.floor(time / one);
    double within = time - step * one;
    long earliest =
        bound == Double.NEGATIVE_INFINITY
            ? Long.MIN_VALUE
            : (long) Math.ceil((bound - within) / one);
    int of = (int) Math.min(part.greatest(), Math.max(part.least(), Math.rint(parts.value(row))));
    return part.nearest(step, of, earliest) * one + within;
  }
}
