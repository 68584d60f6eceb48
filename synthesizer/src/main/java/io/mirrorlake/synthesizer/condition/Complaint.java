package io.mirrorlake.synthesizer.condition;

import io.mirrorlake.profiler.schema.ErrorKind;
import io.mirrorlake.profiler.schema.UserException;

/**
 * Complaints about the condition on a column.
 *
 * @param table the table's name
 * @param column the column's name as it was written
 */
record Complaint(String table, String column) {
  /** What stands for a null, where no category has that name. */
  static final String NULL = "null";

  /** The complaint that the column has this problem. */
  UserException of(String problem, String cure) {
    return about(table + "." + column + " " + problem, cure);
  }

  /** A complaint about a condition. */
  static UserException about(String problem, String cure) {
    return UserException.of(ErrorKind.CONFIGURATION, "where: " + problem, cure);
  }
}
