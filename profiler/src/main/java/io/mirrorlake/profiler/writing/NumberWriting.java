package io.mirrorlake.profiler.writing;

import io.mirrorlake.profiler.schema.ColumnType;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decimal numbers with as many decimals in every text, between fixed signs: {@code 1,234.50},
 * {@code EUR 12,00}, {@code 36%}. They are DECIMAL of 18 digits.
 *
 * @param prefix what stands before every number; no digits
 * @param group what stands between groups of three digits, or nothing
 * @param point what stands before the decimals; nothing where there are none
 * @param decimals how many decimals there are, 0 to 8
 * @param suffix what stands behind every number; no digits
 */
public record NumberWriting(String prefix, String group, String point, int decimals, String suffix)
    implements Writing {
  private static final long serialVersionUID = 1L;

  /** What doubles and longs hold. */
  public static final int DIGITS = 18;

  /** More are no amounts. */
  public static final int MOST_DECIMALS = 8;

  /** What stands for the decimals where the number 1234.56 is written. */
  private static final String EXAMPLE_DECIMALS = "56789012";

  private static final Pattern EXAMPLE =
      Pattern.compile("(\\D*?)1(\\D?)234(?:([.,])(5\\d*))?(\\D*)");

  private static final int GROUP = 3;

  public NumberWriting {
    if (decimals < 0 || decimals > MOST_DECIMALS || (decimals == 0) != point.isEmpty()) {
      throw new IllegalArgumentException(decimals + " decimals after '" + point + "'");
    }
    if (group.length() > 1 || point.length() > 1 || (!group.isEmpty() && group.equals(point))) {
      throw new IllegalArgumentException("'" + group + "' between groups, and '" + point + "'");
    }
    if ((prefix + group + point + suffix).chars().anyMatch(Character::isDigit)
        || prefix.endsWith("-")) {
      throw new IllegalArgumentException("a number between '" + prefix + "' and '" + suffix + "'");
    }
  }

  /** The writing of the number 1234.56, with further decimals where there are more. */
  static Optional<NumberWriting> of(String text) {
    Matcher matcher = EXAMPLE.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String decimals = matcher.group(4) == null ? "" : matcher.group(4);
    String point = matcher.group(3) == null ? "" : matcher.group(3);
    boolean known =
        EXAMPLE_DECIMALS.startsWith(decimals)
            && !matcher.group(1).endsWith("-")
            && (matcher.group(2).isEmpty() || !matcher.group(2).equals(point));
    return known
        ? Optional.of(
            new NumberWriting(
                matcher.group(1), matcher.group(2), point, decimals.length(), matcher.group(5)))
        : Optional.empty();
  }

  @Override
  public String text() {
    return prefix + "1" + group + "234" + point + EXAMPLE_DECIMALS.substring(0, decimals) + suffix;
  }

  @Override
  public ColumnType type() {
    return ColumnType.decimal(DIGITS, decimals);
  }

  @Override
  public OptionalLong read(String written) {
    int end = written.length() - suffix.length();
    if (end <= prefix.length() || !written.startsWith(prefix) || !written.endsWith(suffix)) {
      return OptionalLong.empty();
    }
    long value = 0;
    int digits = 0;
    boolean negative = false;
    for (int i = prefix.length(); i < end; i++) {
      char at = written.charAt(i);
      if (at >= '0' && at <= '9') {
        value = 10 * value + (at - '0');
        digits++;
        if (digits > DIGITS) {
          return OptionalLong.empty();
        }
      } else {
        negative |= at == '-';
      }
    }
    long signed = negative ? -value : value;
    // Whatever stands at a wrong place would be written elsewhere.
    return digits > 0 && write(signed).equals(written)
        ? OptionalLong.of(signed)
        : OptionalLong.empty();
  }

  @Override
  public String write(long value) {
    StringBuilder digits = new StringBuilder(Long.toString(Math.abs(value)));
    while (digits.length() <= decimals) {
      digits.insert(0, '0');
    }
    int whole = digits.length() - decimals;
    StringBuilder text = new StringBuilder(prefix);
    if (value < 0) {
      text.append('-');
    }
    for (int i = 0; i < whole; i++) {
      if (i > 0 && (whole - i) % GROUP == 0) {
        text.append(group);
      }
      text.append(digits.charAt(i));
    }
    return text.append(point).append(digits, whole, digits.length()).append(suffix).toString();
  }
}
