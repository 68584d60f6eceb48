package io.mirrorlake.profiler.fit;

/**
 * A string of bytes as a text that a sketch can hold: its length, a separator, and its first bytes
 * in hexadecimal digits.
 */
public final class BytesText {
  /** With its length, a text of so many bytes is still shorter than a sketch's longest. */
  public static final int MAX_BYTES = 120;

  /** Stands between the length and the bytes. */
  public static final String SEPARATOR = ":";

  private BytesText() {}

  /** The hexadecimal digits where the text holds all the bytes, else the text, which has none. */
  public static String category(String text) {
    int separator = text.indexOf(SEPARATOR);
    return length(text) <= MAX_BYTES ? text.substring(separator + 1) : text;
  }

  /** How many bytes there are. */
  static int length(String text) {
    return Integer.parseInt(text.substring(0, text.indexOf(SEPARATOR)));
  }
}
