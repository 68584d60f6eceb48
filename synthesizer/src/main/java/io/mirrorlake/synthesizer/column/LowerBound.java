package io.mirrorlake.synthesizer.column;

import io.mirrorlake.profiler.marginal.NumericMarginal;
import io.mirrorlake.profiler.marginal.Segment;
import io.mirrorlake.profiler.schema.Column;
import io.mirrorlake.profiler.schema.ColumnType.Kind;

/**
 * Keeps a column at or above another one of the same row.
 *
 * <p>A row whose u lies below F(a), the probability that the column is below the other one's value
 * a, gets u' = F(a) + (s - F(a)) u / F(a), with s the share of the values that are not null: given
 * u &lt; F(a) that is a draw from the marginal's part at or above a. Rows that keep the order keep
 * their value. Where the marginal has nothing at or above a, the value becomes a itself. A column
 * that a condition keeps in [c, d) of its u-scale gets F(a) + (d - F(a)) (u - c) / (F(a) - c).
 *
 * <p>That is right for columns that have nothing to do with each other. Draws of a copula that
 * knows of the order break it by little, where both lie in one code or in two neighbouring ones:
 * those get u' = F(a) + (F(a) - u), as far above the bound as they were below ({@link #nearby}).
 */
public final class LowerBound {
  /** As wide as the code of a frequent value: what lies farther below is no miss inside a code. */
  private static final double NEAR = 1.0 / 8;

  private final NumericMarginal marginal;
  private final double[] edges;
  private final Spreads spreads;
  private final boolean strict;
  private final double spacing;
  private final Numbers low;
  private final Numbers high;
  private final double floor;
  private final double ceiling;
  private final boolean nearby;

  private LowerBound(
      NumericMarginal marginal, Spreads spreads, boolean strict, Numbers low, Numbers high) {
    this.marginal = marginal;
    this.edges = marginal.edges();
    this.spreads = spreads;
    this.strict = strict;
    this.low = low;
    this.high = high;
    this.floor = 0;
    this.ceiling = edges[edges.length - 1];
    this.nearby = false;
    this.spacing =
        marginal.grid().isDiscrete()
            ? marginal.grid().spacing()
            : high.isWhole() ? 1 / high.one() : 0;
  }

  private LowerBound(LowerBound other, double floor, double ceiling, boolean nearby) {
    this.marginal = other.marginal;
    this.edges = other.edges;
    this.spreads = other.spreads;
    this.strict = other.strict;
    this.low = other.low;
    this.high = other.high;
    this.spacing = other.spacing;
    this.floor = floor;
    this.ceiling = ceiling;
    this.nearby = nearby;
  }

  /**
   * The bound of a column by another.
   *
   * @param table the table's name
   * @param low the column that bounds
   * @param high the column that is bounded
   * @param marginal the distribution of the bounded column
   * @param strict whether it must be above
   */
  public static LowerBound of(
      String table,
      FormulaSampler.Input low,
      FormulaSampler.Input high,
      NumericMarginal marginal,
      boolean strict) {
    Kind kind = high.column().type().kind();
    return new LowerBound(
        marginal,
        Spreads.of(SegmentIndex.of(marginal), marginal, kind),
        strict,
        numbers(table, low),
        numbers(table, high));
  }

  /**
   * The same bound of a column that a condition keeps within a part of its u-scale.
   *
   * @param start where the part starts
   * @param end where it ends; the other column must not lie above the values there
   */
  public LowerBound within(double start, double end) {
    return new LowerBound(this, start, end, nearby);
  }

  /** The same bound of a column whose dependence on the other one is drawn. */
  public LowerBound nearby() {
    return new LowerBound(this, floor, ceiling, true);
  }

  private static Numbers numbers(String table, FormulaSampler.Input input) {
    Column column = input.column();
    return Numbers.of(new Place(table, column, 0), input.values());
  }

  /** Moves the positions of rows that would break the order; the low column is sampled already. */
  public void steer(Tile tile, double[] uniforms) {
    double share = edges[edges.length - 1];
    for (int i = 0; i < tile.rows(); i++) {
      int row = tile.offset() + i;
      double u = uniforms[i];
      if (u < share && !low.isNull(row)) {
        double start = below(low.value(row), u);
        if (u < start && start < ceiling) {
          uniforms[i] = Math.min(moved(u, start), Math.nextDown(ceiling));
        }
      }
    }
  }

  private double moved(double u, double start) {
    double mirrored = start + (start - u);
    return nearby && start - u <= NEAR && mirrored < ceiling
        ? mirrored
        : start + (ceiling - start) * (u - floor) / (start - floor);
  }

  /** Repairs what the width of a double left below the bound; both columns are sampled already. */
  public void enforce(Tile tile) {
    for (int row = tile.offset(); row < tile.offset() + tile.rows(); row++) {
      if (!low.isNull(row) && !high.isNull(row)) {
        double bound = low.value(row);
        double value = high.value(row);
        if (strict ? !(value > bound) : !(value >= bound)) {
          high.put(row, least(bound));
        }
      }
    }
  }

  /** The least value of the grid that keeps the order. */
  private double least(double bound) {
    if (spacing == 0) {
      return strict ? Math.nextUp(bound) : bound;
    }
    double snapped = marginal.grid().isDiscrete() ? marginal.grid().snap(bound) : bound;
    boolean enough = strict ? snapped > bound : snapped >= bound;
    if (!enough && marginal.grid().isOfDigits()) {
      return marginal.grid().value(marginal.grid().steps(bound) + 1);
    }
    return enough ? snapped : snapped + spacing;
  }

  /**
   * The probability of a value that breaks the order, nulls counted in; any number up to u, where
   * it is not above u. O(log n).
   */
  private double below(double bound, double u) {
    int s = 0;
    int end = marginal.segmentCount();
    while (s < end) {
      int middle = (s + end) >>> 1;
      double top = marginal.segments().get(middle).high();
      if (strict ? top > bound : top >= bound) {
        end = middle;
      } else {
        s = middle + 1;
      }
    }
    if (s == marginal.segmentCount()) {
      return edges[s];
    }
    Segment segment = marginal.segments().get(s);
    if (segment.isAtom() || (strict ? segment.low() > bound : segment.low() >= bound)) {
      return edges[s];
    }
    // Beyond the segment, u breaks no order, wherever inside the segment the bound lies.
    return u >= edges[s + 1] ? edges[s] : spreads.first(s, part(segment, bound));
  }

  /**
   * A number's place on the line that the grid's steps go along; between two places where it is not
   * written itself.
   */
  private double place(double number) {
    double place = marginal.grid().notation().position(number);
    return marginal.grid().isOfDigits() && marginal.grid().notation().written((long) place) < number
        ? place + 0.5
        : place;
  }

  /** The part of an interval's values that break the order. */
  private double part(Segment segment, double bound) {
    if (spacing == 0) {
      return (bound - segment.low()) / (segment.high() - segment.low());
    }
    double steps = (place(bound) - place(segment.low())) / spacing;
    double breaking = strict ? Math.floor(steps) + 1 : Math.ceil(steps);
    double all = Math.rint((place(segment.high()) - place(segment.low())) / spacing) + 1;
    return Math.min(1, breaking / all);
  }
}
