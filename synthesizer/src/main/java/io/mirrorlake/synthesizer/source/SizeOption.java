package io.mirrorlake.synthesizer.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mirrorlake.profiler.schema.UserException;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The options that say how large a database is. */
final class SizeOption {
  private static final ObjectMapper JSON = new ObjectMapper();

  private SizeOption() {}

  /** Whether {@code rows} is an object with a number for each of some tables. */
  static boolean isByTable(Map<String, String> options) {
    return options.getOrDefault("rows", "").strip().startsWith("{");
  }

  /** The rows of some tables. */
  static Map<String, Long> rows(Map<String, String> options) {
    String text = options.getOrDefault("rows", "");
    Map<String, Long> rows = new TreeMap<>();
    try {
      JsonNode object = JSON.readTree(text);
      for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
        String name = names.next();
        JsonNode number = object.get(name);
        if (!number.canConvertToLong() || !number.isIntegralNumber()) {
          throw ReadOptions.wrong(
              "the option rows has " + number + " for table '" + name + "'",
              "give a whole number of rows");
        }
        rows.put(name, number.longValue());
      }
    } catch (JsonProcessingException e) {
      throw ReadOptions.wrong(
              "the option rows is '" + text + "'",
              "give a number, or an object such as {\"orders\": 1000000}")
          .withCause(e);
    }
    return rows;
  }

  /** How many times the rows of the source. */
  static double scale(Map<String, String> options) {
    Optional<String> text = Optional.ofNullable(options.get("scale"));
    try {
      double scale = text.map(String::strip).map(Double::parseDouble).orElse(1.0);
      if (scale > 0 && scale < Double.POSITIVE_INFINITY) {
        return scale;
      }
    } catch (NumberFormatException e) {
      throw wrongScale(text).withCause(e);
    }
    throw wrongScale(text);
  }

  private static UserException wrongScale(Optional<String> text) {
    return ReadOptions.wrong(
        "the option scale is '" + text.orElse("") + "'", "give a number above 0");
  }
}
