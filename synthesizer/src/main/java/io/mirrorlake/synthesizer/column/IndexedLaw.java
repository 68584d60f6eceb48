package io.mirrorlake.synthesizer.column;

import io.mirrorlake.profiler.profile.ColumnProfile;
import io.mirrorlake.profiler.profile.ColumnProfile.Distance;
import io.mirrorlake.profiler.profile.ColumnProfile.Enumerated;
import io.mirrorlake.profiler.profile.ColumnProfile.Kept;
import io.mirrorlake.profiler.profile.ColumnProfile.Keyed;
import io.mirrorlake.profiler.profile.ColumnProfile.Positioned;
import io.mirrorlake.profiler.profile.TableProfile;
import io.mirrorlake.profiler.schema.Column;
import java.util.Optional;
import java.util.function.LongUnaryOperator;

/** Values that are a function of an index alone, so that any table can hold those of another. */
public interface IndexedLaw {

  /**
   * A new sampler of the values at some indexes; nulls where there is no index.
   *
   * @param column the column that holds the values; nullable where an index may be missing
   * @param indexes the index of each row
   */
  ColumnSampler sampler(Column column, Indexes indexes, int blockRows);

  /** How many indexes, from 0 on, have a value. */
  long capacity();

  /**
   * The law of a column whose values follow from an index: of a key or a kept column that of the
   * row, of a position and of a digit in a table of families that of the place in the family, of a
   * distance the number of steps.
   */
  static Optional<IndexedLaw> of(TableProfile table, ColumnProfile column, long seed) {
    Place place = new Place(table.name(), column.column(), 0);
    if (column instanceof Keyed keyed) {
      return Optional.of(KeyLaws.of(place, keyed.key(), seed));
    }
    if (column instanceof Kept) {
      return Optional.of(KeptLaw.of(place, table.relations().rows().orElseThrow()));
    }
    if (column instanceof Positioned positioned) {
      return Optional.of(new SequenceLaw(place, positioned.start(), positioned.step()));
    }
    if (column instanceof Distance distance) {
      return Optional.of(new SequenceLaw(place, distance.start(), 1));
    }
    if (column instanceof Enumerated enumerated) {
      return Optional.of(DigitLaw.of(place, table, enumerated, seed));
    }
    return Optional.empty();
  }

  /** The place of a part of a row's key among the values that this part takes, from the row. */
  static LongUnaryOperator digit(TableProfile table, String column, long seed) {
    Enumerated part =
        table.columns().stream()
            .filter(of -> of.name().equals(column))
            .map(Enumerated.class::cast)
            .findFirst()
            .orElseThrow();
    return DigitLaw.of(new Place(table.name(), part.column(), 0), table, part, seed)::value;
  }

  /** Whether the index is the place in the family, not the row. */
  static boolean isOfPlaces(TableProfile table, ColumnProfile column) {
    return column instanceof Positioned
        || (column instanceof Enumerated && table.relations().leadsInKey());
  }
}
