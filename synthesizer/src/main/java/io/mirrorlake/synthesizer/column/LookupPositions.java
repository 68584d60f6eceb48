package io.mirrorlake.synthesizer.column;

import io.mirrorlake.profiler.constraint.Cell;
import io.mirrorlake.profiler.constraint.Formula.Lookup;
import io.mirrorlake.profiler.marginal.CategoricalMarginal;
import io.mirrorlake.profiler.marginal.Marginal;
import io.mirrorlake.profiler.marginal.NumericMarginal;
import io.mirrorlake.profiler.marginal.Segment;
import io.mirrorlake.profiler.schema.Column;
import io.mirrorlake.synthesizer.random.CounterHash;
import io.mirrorlake.synthesizer.random.RandomStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The positions on a column's u-scale that another column's values decide: the middle of the
 * decided value's segment. Immutable.
 */
public final class LookupPositions {
  private final Place place;
  private final Lookup lookup;
  private final double[] edges;
  private final SegmentIndex index;
  private final double[] bySegment;
  private final Map<Long, Double> byHash = new HashMap<>();

  private LookupPositions(Place place, Lookup lookup, Marginal from) {
    this.place = place;
    this.lookup = lookup;
    this.edges = lookup.marginal().edges();
    this.index = SegmentIndex.of(from);
    this.bySegment = new double[index.segments() + 1];
    Map<Cell, Double> positions = new HashMap<>();
    lookup.entries().forEach(entry -> positions.put(entry.from(), position(entry.to())));
    double otherwise = lookup.fallback().map(this::position).orElse(Double.NaN);
    Arrays.fill(bySegment, otherwise);
    if (from instanceof NumericMarginal numeric) {
      fillNumbers(numeric, positions);
    } else if (from instanceof CategoricalMarginal categorical) {
      fillCategories(categorical, positions);
    }
    bySegment[index.segments()] =
        positions.getOrDefault(new Cell.Missing(), Double.isNaN(otherwise) ? hashed(0) : otherwise);
  }

  /**
   * The positions that a lookup decides.
   *
   * @param table the table's name
   * @param column the column that is decided
   * @param lookup the lookup
   * @param from the marginal of the column that decides
   * @throws io.mirrorlake.profiler.schema.UserException where an entry decides a value that the
   *     column's marginal does not have
   */
  public static LookupPositions of(String table, Column column, Lookup lookup, Marginal from) {
    return new LookupPositions(new Place(table, column, 0), lookup, from);
  }

  private void fillNumbers(NumericMarginal from, Map<Cell, Double> positions) {
    double nearest = hashed(0);
    for (int s = from.segmentCount() - 1; s >= 0; s--) {
      nearest = positions.getOrDefault(lowest(from, s), nearest);
    }
    for (int s = 0; s < from.segmentCount(); s++) {
      Double told = positions.get(lowest(from, s));
      nearest = told == null ? nearest : told;
      bySegment[s] = told != null || Double.isNaN(bySegment[s]) ? nearest : bySegment[s];
    }
  }

  /** The value of a point mass; no entry speaks of an interval. */
  private static Cell lowest(NumericMarginal from, int s) {
    Segment segment = from.segments().get(s);
    return segment.isAtom() ? new Cell.Numeric(segment.low()) : new Cell.Text("");
  }

  private void fillCategories(CategoricalMarginal from, Map<Cell, Double> positions) {
    for (int s = 0; s < from.categories().size(); s++) {
      String value = from.categories().get(s).value();
      byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
      long hash = Texts.hash(bytes, 0, bytes.length);
      Double told = positions.get(new Cell.Text(value));
      if (told != null) {
        bySegment[s] = told;
      } else if (Double.isNaN(bySegment[s])) {
        bySegment[s] = hashed(hash);
      }
      byHash.put(hash, bySegment[s]);
    }
  }

  /** The middle of the segment of a value. */
  private double position(Cell to) {
    Marginal marginal = lookup.marginal();
    int segment = marginal.segmentCount();
    if (to instanceof Cell.Missing) {
      return (edges[segment] + 1) / 2;
    }
    for (segment = 0; segment < marginal.segmentCount(); segment++) {
      if (holds(marginal, segment, to)) {
        return (edges[segment] + edges[segment + 1]) / 2;
      }
    }
    throw place.corrupt("a lookup decides " + to + ", which its marginal does not have");
  }

  private static boolean holds(Marginal marginal, int segment, Cell cell) {
    if (marginal instanceof NumericMarginal numeric) {
      Segment stretch = numeric.segments().get(segment);
      return stretch.isAtom() && cell.equals(new Cell.Numeric(stretch.low()));
    }
    CategoricalMarginal categorical = (CategoricalMarginal) marginal;
    return segment < categorical.categories().size()
        && cell.equals(new Cell.Text(categorical.categories().get(segment).value()));
  }

  private double hashed(long hash) {
    return RandomStream.uniform(CounterHash.hash(hash, 0));
  }

  /**
   * The position that a segment of the deciding column decides; none where every text decides for
   * itself. The nulls come after the last segment.
   */
  public OptionalDouble position(int segment) {
    double position = bySegment[segment];
    return Double.isNaN(position) ? OptionalDouble.empty() : OptionalDouble.of(position);
  }

  /**
   * Writes the positions of a tile's rows.
   *
   * @param tile the rows
   * @param uniforms the positions of the column that decides
   * @param values its values
   * @param positions where the positions go, from index 0 on
   */
  public void fill(Tile tile, double[] uniforms, Values values, double[] positions) {
    for (int i = 0; i < tile.rows(); i++) {
      double position = bySegment[index.find(uniforms[i])];
      positions[i] =
          Double.isNaN(position)
              ? decidedByText(((Texts) values).hash(tile.offset() + i))
              : position;
    }
  }

  /** A made text decides by its hash; one that is like a named one decides as that one does. */
  private double decidedByText(long hash) {
    return byHash.getOrDefault(hash, hashed(hash));
  }
}
