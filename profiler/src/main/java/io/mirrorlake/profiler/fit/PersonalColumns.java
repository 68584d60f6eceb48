package io.mirrorlake.profiler.fit;

import io.mirrorlake.profiler.marginal.PersonalKind;
import java.util.Collection;

/** Tells columns that point to persons, before anything is fitted. */
public final class PersonalColumns {
  private PersonalColumns() {}

  /**
   * Whether a column holds what points to persons: their names, addresses, numbers. Cities and
   * companies are not such.
   *
   * @param column the column's name
   * @param values some of its different values
   */
  public static boolean pointsToPersons(String column, Collection<String> values) {
    return PersonalRecognizer.recognize(column, values)
        .filter(found -> found.kind().isIdentifying() || found.kind() == PersonalKind.GIVEN_NAME)
        .isPresent();
  }
}
