package io.mirrorlake.synthesizer.dataset;

import io.mirrorlake.profiler.schema.ErrorKind;
import io.mirrorlake.profiler.schema.UserException;
import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;

/**
 * How large a database is to be.
 *
 * @param scale how many times the rows of the source, more than 0
 * @param rows rows of some tables, whatever the scale; at most one of a line of leading parents. A
 *     table without leading parent gets them exactly, others nearly, as rows come in families.
 */
public record DatasetSize(double scale, Map<String, Long> rows) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** As large as the source. */
  public static final DatasetSize SOURCE = new DatasetSize(1, Map.of());

  /** Row indexes stay below it. */
  static final long MAX_ROWS = 1L << 62;

  public DatasetSize {
    rows = new TreeMap<>(rows);
    if (!(scale > 0 && scale < Double.POSITIVE_INFINITY)) {
      throw wrong("the scale is " + scale, "give a number above 0");
    }
    rows.forEach(
        (table, count) -> {
          if (count < 0 || count > MAX_ROWS) {
            throw wrong(
                "table '" + table + "' is to have " + count + " rows",
                "give a whole number from 0 to " + MAX_ROWS);
          }
        });
  }

  static UserException wrong(String problem, String cure) {
    return UserException.of(ErrorKind.CONFIGURATION, problem, cure);
  }
}
