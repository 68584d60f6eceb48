package io.mirrorlake.jobs.configuration;

import io.mirrorlake.profiler.schema.ErrorKind;
import io.mirrorlake.profiler.schema.UserException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Reads one plain value as the type that its key asks for. */
final class ScalarReader {
  private final String path;
  private final Setting setting;

  private ScalarReader(String path, Setting setting) {
    this.path = path;
    this.setting = setting;
  }

  static ScalarReader of(String path, Setting setting) {
    return new ScalarReader(path, setting);
  }

  Object read(Class<?> type, SettingNode.Scalar scalar) {
    if (type == String.class) {
      return text(scalar);
    }
    if (type == boolean.class || type == Boolean.class) {
      return truth(scalar);
    }
    if (type.isEnum()) {
      return constant(type, scalar);
    }
    if (type == double.class || type == Double.class) {
      return real(scalar);
    }
    long whole = whole(scalar, type == int.class || type == Integer.class);
    return type == int.class || type == Integer.class ? (Object) (int) whole : (Object) whole;
  }

  private String text(SettingNode.Scalar scalar) {
    // A password may be empty; for anything else nothing is not a value.
    if (scalar.text().isEmpty() && !setting.secret()) {
      throw wrong(path, scalar.origin(), "is empty", "write a value, or remove the key");
    }
    return scalar.text();
  }

  private boolean truth(SettingNode.Scalar scalar) {
    return switch (scalar.text().strip().toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw wrong(scalar, "true or false");
    };
  }

  private Object constant(Class<?> type, SettingNode.Scalar scalar) {
    Object[] constants = type.getEnumConstants();
    return Arrays.stream(constants)
        .filter(
            constant -> Keys.written((Enum<?>) constant).equalsIgnoreCase(scalar.text().strip()))
        .findFirst()
        .orElseThrow(() -> wrong(scalar, "one of " + choices(constants)));
  }

  private static String choices(Object[] constants) {
    return Arrays.stream(constants)
        .map(constant -> Keys.written((Enum<?>) constant))
        .collect(Collectors.joining(", "));
  }

  private double real(SettingNode.Scalar scalar) {
    try {
      double value = Double.parseDouble(scalar.text().strip());
      if (value >= setting.minimum() && value <= setting.maximum()) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw wrong(scalar, "a number" + range(false)).withCause(e);
    }
    throw wrong(scalar, "a number" + range(false));
  }

  private long whole(SettingNode.Scalar scalar, boolean narrow) {
    try {
      // 1_000_000 is how YAML and Java let people write large numbers.
      long value = Long.parseLong(scalar.text().strip().replace("_", ""));
      boolean fits = !narrow || value == (int) value;
      if (fits && value >= setting.minimum() && value <= setting.maximum()) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw wrong(scalar, "a whole number" + range(narrow)).withCause(e);
    }
    throw wrong(scalar, "a whole number" + range(narrow));
  }

  private String range(boolean narrow) {
    long most = narrow ? Math.min(setting.maximum(), Integer.MAX_VALUE) : setting.maximum();
    boolean bounded = most != Long.MAX_VALUE;
    if (setting.minimum() == Long.MIN_VALUE) {
      return bounded ? " of at most " + most : "";
    }
    return bounded && setting.maximum() != Long.MAX_VALUE
        ? " from " + setting.minimum() + " to " + most
        : " of at least " + setting.minimum();
  }

  private UserException wrong(SettingNode.Scalar scalar, String expected) {
    String shown = setting.secret() ? "a secret" : "'" + scalar.shown() + "'";
    return wrong(path, scalar.origin(), "is " + shown, "write " + expected);
  }

  static UserException wrong(String path, String origin, String what, String cure) {
    return UserException.of(
        ErrorKind.CONFIGURATION, origin + ": the key '" + path + "' " + what, cure);
  }
}
