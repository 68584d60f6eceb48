package io.mirrorlake.evaluator.relations;

/**
 * What was counted of one key over all rows of a synthetic table.
 *
 * @param key its name, such as {@code orders(id)} or a {@link Link}'s
 * @param kind what kind of key it is
 * @param rows the rows of the table
 * @param nulls for a primary key the rows with a null in it; for a foreign key those that refer to
 *     nothing, which is allowed
 * @param violations rows that repeat an earlier row's primary key, or refer to a row that is not
 *     there
 */
public record KeyAudit(String key, Kind kind, long rows, long nulls, long violations) {
  /** What a key promises. */
  public enum Kind {
    /** Every row has another one, and no part is null. */
    PRIMARY,
    /** Every value that is not null is a key of the parent. */
    FOREIGN
  }

  /** How many rows break the promise. */
  public long broken() {
    return kind == Kind.PRIMARY ? nulls + violations : violations;
  }
}
