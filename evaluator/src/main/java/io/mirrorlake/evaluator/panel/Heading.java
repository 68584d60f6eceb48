package io.mirrorlake.evaluator.panel;

/**
 * A column of a {@link TablePanel}.
 *
 * @param key its name in JSON, once in a table
 * @param title its name for a reader
 * @param kind what its cells hold
 */
public record Heading(String key, String title, Kind kind) {
  /** What cells hold and so how they are shown. */
  public enum Kind {
    /** Text. */
    TEXT,
    /**
     * The name of a compared column: the row is also shown where a reader looks into that column.
     */
    COLUMN,
    /** A number with some decimals. */
    NUMBER,
    /** A share from 0 to 1, shown in percent. */
    SHARE,
    /** A whole number. */
    COUNT
  }

  /** A column of texts. */
  public static Heading text(String key, String title) {
    return new Heading(key, title, Kind.TEXT);
  }

  /** A column with names of compared columns. */
  public static Heading column(String key, String title) {
    return new Heading(key, title, Kind.COLUMN);
  }

  /** A column of numbers. */
  public static Heading number(String key, String title) {
    return new Heading(key, title, Kind.NUMBER);
  }

  /** A column of shares. */
  public static Heading share(String key, String title) {
    return new Heading(key, title, Kind.SHARE);
  }

  /** A column of whole numbers. */
  public static Heading count(String key, String title) {
    return new Heading(key, title, Kind.COUNT);
  }
}
