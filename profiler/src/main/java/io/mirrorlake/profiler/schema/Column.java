package io.mirrorlake.profiler.schema;

import java.io.Serializable;

/**
 * One column of a table.
 *
 * @param name the name, not blank
 * @param type the type
 * @param nullable whether the column may hold nulls
 */
public record Column(String name, ColumnType type, boolean nullable) implements Serializable {
  public Column {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a column needs a name");
    }
  }
}
