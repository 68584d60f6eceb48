package io.mirrorlake.synthesizer.column;

import io.mirrorlake.profiler.marginal.CategoricalMarginal;
import io.mirrorlake.profiler.marginal.PersonalFormat;
import io.mirrorlake.profiler.marginal.PersonalKind;
import io.mirrorlake.profiler.profile.ColumnProfile;
import java.util.List;
import java.util.Optional;

/** Tells the persons of a row apart. */
final class Persons {
  private Persons() {}

  /**
   * The number of the person that a column tells of: how many of the columns before it hold the
   * same kind of personal data.
   */
  static int of(List<ColumnProfile> columns, ColumnProfile column) {
    Optional<PersonalKind> kind = kind(column);
    int person = 0;
    for (ColumnProfile other : columns) {
      if (other.name().equals(column.name())) {
        return person;
      }
      person += kind.isPresent() && kind.equals(kind(other)) ? 1 : 0;
    }
    return person;
  }

  private static Optional<PersonalKind> kind(ColumnProfile column) {
    return column instanceof ColumnProfile.Drawn drawn
            && drawn.marginal() instanceof CategoricalMarginal marginal
            && marginal.remainder().isPresent()
            && marginal.remainder().get().format() instanceof PersonalFormat personal
        ? Optional.of(personal.kind())
        : Optional.empty();
  }
}
