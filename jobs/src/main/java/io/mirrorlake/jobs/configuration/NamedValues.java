package io.mirrorlake.jobs.configuration;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Plain values by name, which a command line gives as {@code orders=1000,lines=5000}. A value
 * without a name has the empty name.
 */
final class NamedValues {
  private NamedValues() {}

  /**
   * One of the values.
   *
   * @param path its key, for messages
   * @param node the value
   */
  record Named(String path, SettingNode node) {}

  static Map<String, Named> of(String path, SettingNode node) {
    Map<String, Named> values = new LinkedHashMap<>();
    if (node instanceof SettingNode.Scalar scalar) {
      for (String part : scalar.text().split(",", -1)) {
        int equals = part.indexOf('=');
        String name = part.substring(0, Math.max(0, equals)).strip();
        String text = part.substring(equals + 1).strip();
        // What came from the environment is shown by its variable.
        SettingNode value =
            text.equals(scalar.text()) ? scalar : SettingNode.Scalar.of(text, scalar.origin());
        values.put(name, new Named(name.isEmpty() ? path : path + "." + name, value));
      }
    } else if (node instanceof SettingNode.Mapping mapping) {
      mapping
          .members()
          .forEach((name, value) -> values.put(name, new Named(path + "." + name, value)));
    } else {
      throw ScalarReader.wrong(
          path, node.origin(), "is a list", "write one value, or values by name");
    }
    return values;
  }
}
