package io.mirrorlake.evaluator.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Writes JSON objects with keys in the order in which they are put, and numbers rounded alike
 * everywhere.
 */
final class JsonWriter {
  /**
   * Six decimals: far below any sampling error, and above the rounding errors of sums in another
   * order.
   */
  private static final double ROUNDING = 1e6;

  private final ObjectNode node;

  private JsonWriter(ObjectNode node) {
    this.node = node;
  }

  static JsonWriter of() {
    return new JsonWriter(JsonNodeFactory.instance.objectNode());
  }

  ObjectNode node() {
    return node;
  }

  JsonWriter put(String key, String value) {
    node.put(key, value);
    return this;
  }

  JsonWriter put(String key, boolean value) {
    node.put(key, value);
    return this;
  }

  JsonWriter put(String key, long value) {
    node.put(key, value);
    return this;
  }

  JsonWriter put(String key, double value) {
    node.put(key, rounded(value));
    return this;
  }

  /** A value that may be missing is null, so that a reader finds the key. */
  JsonWriter putNumber(String key, Optional<Double> value) {
    value.ifPresentOrElse(number -> put(key, number.doubleValue()), () -> node.putNull(key));
    return this;
  }

  JsonWriter putText(String key, Optional<String> value) {
    value.ifPresentOrElse(text -> put(key, text), () -> node.putNull(key));
    return this;
  }

  <T> JsonWriter putObject(String key, T value, BiConsumer<JsonWriter, T> fields) {
    fields.accept(new JsonWriter(node.putObject(key)), value);
    return this;
  }

  <T> JsonWriter putObject(String key, Optional<T> value, BiConsumer<JsonWriter, T> fields) {
    value.ifPresentOrElse(present -> putObject(key, present, fields), () -> node.putNull(key));
    return this;
  }

  <T> JsonWriter putObjects(String key, Iterable<T> values, BiConsumer<JsonWriter, T> fields) {
    ArrayNode array = node.putArray(key);
    values.forEach(value -> fields.accept(new JsonWriter(array.addObject()), value));
    return this;
  }

  JsonWriter putTexts(String key, Iterable<String> values) {
    ArrayNode array = node.putArray(key);
    values.forEach(array::add);
    return this;
  }

  JsonWriter putNumbers(String key, Iterable<Double> values) {
    ArrayNode array = node.putArray(key);
    values.forEach(value -> array.add(rounded(value)));
    return this;
  }

  ArrayNode putArray(String key) {
    return node.putArray(key);
  }

  /** JSON knows neither infinity nor NaN, and a report holds neither. */
  static double rounded(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(value + " has no place in a report");
    }
    // Adding 0 turns -0.0 into 0.0.
    return Math.abs(value) < 1e9 ? Math.rint(value * ROUNDING) / ROUNDING + 0.0 : value;
  }
}
