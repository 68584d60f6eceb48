package io.mirrorlake.profiler.relation.discovery;

import java.io.Serializable;

/**
 * What a scan leaves of a column.
 *
 * @param name its name
 * @param type what kind of key its values could be
 * @param nulls how many rows are null
 * @param values its values
 * @param range the difference of its greatest and least number; -1 where it holds no numbers
 * @param meanLength the mean number of characters of a text; 0 for other types
 * @param personal whether it holds what points to persons
 */
public record ColumnFacts(
    String name,
    KeyType type,
    long nulls,
    ValueSample values,
    long range,
    double meanLength,
    boolean personal)
    implements Serializable {
  /** Codes are short; names and remarks are not. */
  private static final double CODE_LENGTH = 24;

  /** Whether its values could identify or refer. */
  boolean isKeyLike() {
    return type.identifies() && (type != KeyType.TEXT || meanLength <= CODE_LENGTH) && !personal;
  }

  /** Whether no row is null and no value comes twice. */
  boolean isUnique() {
    return nulls == 0 && values.greatestCount() > 0 && values.isUnique();
  }

  /** Whether the values are whole numbers without a gap, as counters give them. */
  boolean isDense() {
    return type == KeyType.WHOLE && range >= 0 && range + 1 == values.distinct();
  }
}
