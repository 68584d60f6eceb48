package io.mirrorlake.jobs.configuration;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What a job runs with, as lines that can be compared: one {@code key=value} for each key that has
 * a value, no secrets.
 */
public final class EffectiveConfiguration {
  /** Free keys that name a secret; their values are left out too. */
  private static final Pattern SECRET =
      Pattern.compile("password|secret|token|credential|access.?key");

  private EffectiveConfiguration() {}

  /** SHA-256 of the lines, in lower case hexadecimal. */
  public static String digest(Record configuration) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      String text = String.join("\n", lines(configuration));
      return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** The lines, sorted by key. */
  public static List<String> lines(Record configuration) {
    SortedMap<String, String> values = new TreeMap<>();
    collect(configuration, "", values);
    return values.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + entry.getValue())
        .toList();
  }

  /** Whether a free key, such as a driver's property, names a secret. */
  public static boolean isSecret(String key) {
    return SECRET.matcher(key.toLowerCase(Locale.ROOT)).find();
  }

  private static void collect(Record record, String prefix, SortedMap<String, String> values) {
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      if (!Keys.setting(component).secret()) {
        put(prefix + component.getName(), valueOf(component, record), values);
      }
    }
  }

  private static void put(String path, Object value, SortedMap<String, String> values) {
    if (value instanceof Optional<?> optional) {
      optional.ifPresent(present -> put(path, present, values));
    } else if (value instanceof Record group) {
      collect(group, path + ".", values);
    } else if (value instanceof Map<?, ?> free) {
      free.forEach((key, each) -> putFree(path, key.toString(), each, values));
    } else if (value instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof Record) {
      for (int i = 0; i < list.size(); i++) {
        put(path + "[" + i + "]", list.get(i), values);
      }
    } else {
      String written =
          value instanceof Enum<?> constant ? Keys.written(constant) : value.toString();
      values.put(path, Locations.shown(written));
    }
  }

  private static void putFree(
      String path, String key, Object value, SortedMap<String, String> values) {
    if (value instanceof Record record) {
      collect(record, path + "." + key + ".", values);
    } else if (!isSecret(key)) {
      values.put(path + "." + key, value.toString());
    }
  }

  private static Object valueOf(RecordComponent component, Record record) {
    try {
      return component.getAccessor().invoke(record);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(e);
    }
  }
}
