package io.mirrorlake.synthesizer.column;

import io.mirrorlake.profiler.schema.Column;
import io.mirrorlake.profiler.schema.ErrorKind;
import io.mirrorlake.profiler.schema.UserException;

/**
 * The column that is being compiled, for messages.
 *
 * @param table the table's name
 * @param column the column
 * @param person which of the persons in a row the column tells of
 */
record Place(String table, Column column, int person) {

  /** The complaint that the profile asks something of the column that its type cannot do. */
  UserException corrupt(String problem) {
    return UserException.of(
        ErrorKind.PROFILE,
        "the profile of " + this + " (" + column.type() + ") is corrupt: " + problem,
        "make the profile again, or mend that column in it");
  }

  @Override
  public String toString() {
    return table + "." + column.name();
  }
}
