package io.mirrorlake.synthesizer.source;

import io.mirrorlake.profiler.schema.ErrorKind;
import io.mirrorlake.profiler.schema.UserException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The names that options may have. */
final class OptionName {
  /**
   * The options of the data source, as the documentation writes them; {@code path} is what {@code
   * load(path)} sets.
   */
  static final List<String> ALL =
      List.of(
          "profile", "table", "rows", "seed", "firstRow", "partitions", "rowsPerPartition", "path");

  /**
   * What Spark's catalog puts before the options of a table; all else it hands over are the table's
   * properties.
   */
  private static final String CATALOG_PREFIX = "option.";

  private OptionName() {}

  /**
   * The options among what Spark hands over: those with the catalog's prefix, without it, where a
   * table of the catalog is read, and else all.
   */
  static Map<String, String> select(Map<String, String> properties) {
    Map<String, String> options = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    properties.forEach(
        (name, value) -> {
          if (name.toLowerCase(Locale.ROOT).startsWith(CATALOG_PREFIX)) {
            options.put(name.substring(CATALOG_PREFIX.length()), value);
          }
        });
    return options.isEmpty() ? properties : options;
  }

  /**
   * Checks a name.
   *
   * @throws UserException where there is no such option
   */
  static void require(String name) {
    String key = name.toLowerCase(Locale.ROOT);
    boolean known = ALL.stream().anyMatch(option -> option.equalsIgnoreCase(name));
    if (!known) {
      throw UserException.of(
          ErrorKind.CONFIGURATION,
          "data source mirrorlake: there is no option '" + name + "'",
          "did you mean '" + nearest(key) + "'? The options are " + String.join(", ", ALL));
    }
  }

  private static String nearest(String key) {
    return ALL.stream()
        .min(Comparator.comparingInt(option -> distance(key, option.toLowerCase(Locale.ROOT))))
        .orElseThrow();
  }

  /**
   * Levenshtein's distance: the least number of characters to insert, delete or replace. O(length x
   * length).
   */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
