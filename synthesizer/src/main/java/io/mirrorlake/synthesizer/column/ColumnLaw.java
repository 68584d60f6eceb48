package io.mirrorlake.synthesizer.column;

import io.mirrorlake.profiler.marginal.CategoricalMarginal;
import io.mirrorlake.profiler.marginal.Marginal;
import io.mirrorlake.profiler.marginal.NumericMarginal;
import io.mirrorlake.profiler.profile.ColumnProfile;
import io.mirrorlake.profiler.profile.ColumnProfile.Keyed;
import io.mirrorlake.profiler.profile.TableProfile;
import io.mirrorlake.profiler.schema.ColumnType;

/** What was learned of one column, compiled for sampling. Immutable. */
public interface ColumnLaw {

  /** A new sampler for blocks of at most {@code blockRows} rows. */
  ColumnSampler sampler(int blockRows);

  /**
   * A new sampler for blocks of at most {@code blockRows} rows, in which some rows keep the text of
   * the row before; other values are kept by their positions alone.
   */
  default ColumnSampler sampler(int blockRows, KeptTexts kept) {
    return sampler(blockRows);
  }

  /** How many rows the column can serve, from row index 0 on. */
  default long rowCapacity() {
    return Long.MAX_VALUE;
  }

  /**
   * The law of a column that has a marginal or a key.
   *
   * @param table the table's name
   * @param column the column
   * @param seed the seed of the table's random streams
   * @throws io.mirrorlake.profiler.schema.UserException where the column's type cannot hold what
   *     the profile says
   */
  static ColumnLaw of(String table, ColumnProfile column, long seed) {
    return of(new Place(table, column.column(), 0), column, seed);
  }

  /**
   * The law of one of a table's columns. Columns with the same kind of personal data tell of
   * different persons of a row; others, of the same one.
   *
   * @throws io.mirrorlake.profiler.schema.UserException where the column's type cannot hold what
   *     the profile says
   */
  static ColumnLaw of(TableProfile table, ColumnProfile column, long seed) {
    int person = Persons.of(table.columns(), column);
    return of(new Place(table.name(), column.column(), person), column, seed);
  }

  private static ColumnLaw of(Place place, ColumnProfile column, long seed) {
    if (column instanceof Keyed keyed) {
      return KeyLaws.of(place, keyed.key(), seed);
    }
    Marginal marginal =
        column
            .distribution()
            .orElseThrow(() -> new IllegalArgumentException(place + " has no marginal"));
    if (marginal instanceof CategoricalMarginal categorical) {
      return switch (column.column().type().kind()) {
        case BOOLEAN -> BooleanLaw.of(place, categorical);
        case BINARY -> BinaryLaw.of(place, categorical, seed);
        default -> CategoryLaw.of(place, categorical, seed);
      };
    }
    return numeric(place, (NumericMarginal) marginal);
  }

  private static ColumnLaw numeric(Place place, NumericMarginal marginal) {
    ColumnType type = place.column().type();
    if (type.kind().isFloating()) {
      return RealLaw.of(place, marginal);
    }
    GridSegments segments = GridSegments.of(place, marginal);
    return Units.of(type).isWide()
        ? WideDecimalLaw.of(place, segments)
        : WholeLaw.of(place, segments);
  }
}
