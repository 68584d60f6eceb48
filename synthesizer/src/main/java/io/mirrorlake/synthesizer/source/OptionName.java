package io.mirrorlake.synthesizer.source;

import io.mirrorlake.profiler.schema.ErrorKind;
import io.mirrorlake.profiler.schema.NearestName;
import io.mirrorlake.profiler.schema.UserException;
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
          "profile",
          "table",
          "rows",
          "scale",
          "seed",
          "firstRow",
          "where",
          "partitions",
          "rowsPerPartition",
          "path");

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
    boolean known = ALL.stream().anyMatch(option -> option.equalsIgnoreCase(name));
    if (!known) {
      throw UserException.of(
          ErrorKind.CONFIGURATION,
          "data source mirrorlake: there is no option '" + name + "'",
          "did you mean '"
              + NearestName.of(name, ALL)
              + "'? The options are "
              + String.join(", ", ALL));
    }
  }
}
