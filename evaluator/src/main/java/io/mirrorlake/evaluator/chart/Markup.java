package io.mirrorlake.evaluator.chart;

import java.util.Locale;

/** Builds HTML and SVG text; everything that is not markup of ours goes through {@link #escape}. */
public final class Markup {
  private final StringBuilder text = new StringBuilder();

  private Markup() {}

  /** Empty markup. */
  public static Markup of() {
    return new Markup();
  }

  /** Text that no browser takes for markup, in content and in quoted attributes alike. */
  public static String escape(String raw) {
    StringBuilder escaped = new StringBuilder(raw.length() + 16);
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\'' -> escaped.append("&#39;");
        // Control characters are not allowed in HTML, and could hide what follows.
        default -> escaped.append(Character.isISOControl(c) && c != '\n' ? '\uFFFD' : c);
      }
    }
    return escaped.toString();
  }

  /** Appends markup as it is. */
  public Markup raw(String markup) {
    text.append(markup);
    return this;
  }

  /** Appends text, escaped. */
  public Markup text(String content) {
    text.append(escape(content));
    return this;
  }

  /**
   * Appends markup with values.
   *
   * @param format markup with {@code %s} and {@code %.2f}
   * @param values numbers, or texts, which are escaped
   */
  public Markup add(String format, Object... values) {
    Object[] safe = new Object[values.length];
    for (int i = 0; i < values.length; i++) {
      safe[i] =
          values[i] instanceof Number || values[i] instanceof Markup
              ? values[i]
              : escape(String.valueOf(values[i]));
    }
    text.append(String.format(Locale.ROOT, format, safe));
    return this;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
