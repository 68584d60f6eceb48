package io.mirrorlake.profiler.profile;

import com.fasterxml.jackson.databind.JsonNode;
import io.mirrorlake.profiler.schema.ErrorKind;
import io.mirrorlake.profiler.schema.NearestName;
import io.mirrorlake.profiler.schema.UserException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A place in a JSON document: a node and the path to it. Every getter answers a checked value or
 * throws a UserException of kind PROFILE that says the document, the path and what was found there.
 */
final class JsonCursor {
  /** What helps against nearly every error in a profile. */
  static final String CURE = "restore the document, or make it again with 'mirrorlake profile'";

  /** Enough of a wrong value to recognise it. */
  private static final int SHOWN_CHARACTERS = 60;

  private final JsonNode node;
  private final String document;
  private final String path;

  private JsonCursor(JsonNode node, String document, String path) {
    this.node = node;
    this.document = document;
    this.path = path;
  }

  /** The top of the document that messages call {@code document}. */
  static JsonCursor root(JsonNode node, String document) {
    return new JsonCursor(node, document, "$");
  }

  /** This place, which is checked to be an object without other keys than these. */
  JsonCursor object(String... known) {
    if (!node.isObject()) {
      throw expected("an object");
    }
    List<String> keys = List.of(known);
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      if (!keys.contains(entry.getKey())) {
        String nearest = NearestName.of(entry.getKey(), keys);
        throw error(
            "unknown key \"" + entry.getKey() + "\"",
            "the nearest known key is \"" + nearest + "\"; known are " + String.join(", ", keys));
      }
    }
    return this;
  }

  /** The member of this key, which must be there. */
  JsonCursor member(String key) {
    return optional(key).orElseThrow(() -> error("the key \"" + key + "\" is missing", CURE));
  }

  /** The member of this key, if it is there. */
  Optional<JsonCursor> optional(String key) {
    if (!node.isObject()) {
      throw expected("an object");
    }
    return Optional.ofNullable(node.get(key))
        .map(child -> new JsonCursor(child, document, path + "." + key));
  }

  /** The items of this array. */
  List<JsonCursor> items() {
    if (!node.isArray()) {
      throw expected("an array");
    }
    List<JsonCursor> items = new ArrayList<>(node.size());
    for (int i = 0; i < node.size(); i++) {
      items.add(new JsonCursor(node.get(i), document, path + "[" + i + "]"));
    }
    return items;
  }

  /** Whether a null stands here. */
  boolean isNull() {
    return node.isNull();
  }

  /** Whether a string stands here. */
  boolean isText() {
    return node.isTextual();
  }

  /** The string. */
  String text() {
    if (!node.isTextual()) {
      throw expected("a string");
    }
    return node.textValue();
  }

  /** The number, finite. */
  double number() {
    if (!node.isNumber() || !Double.isFinite(node.doubleValue())) {
      throw expected("a number");
    }
    return node.doubleValue();
  }

  /** The whole number of 64 bits. */
  long whole() {
    if (!node.isIntegralNumber() || !node.canConvertToLong()) {
      throw expected("a whole number");
    }
    return node.longValue();
  }

  /** The whole number of 32 bits. */
  int count() {
    if (!node.isIntegralNumber() || !node.canConvertToInt()) {
      throw expected("a whole number below 2^31");
    }
    return node.intValue();
  }

  /** The whole number of 32 bits, of either sign. */
  int integer() {
    if (!node.isIntegralNumber() || !node.canConvertToInt()) {
      throw expected("a whole number of 32 bits");
    }
    return node.intValue();
  }

  /** The truth value. */
  boolean flag() {
    if (!node.isBoolean()) {
      throw expected("true or false");
    }
    return node.booleanValue();
  }

  /** What is made of this place; an argument that the maker refuses is an error of this place. */
  <T> T build(Supplier<T> maker) {
    try {
      return maker.get();
    } catch (IllegalArgumentException e) {
      throw error(String.valueOf(e.getMessage()), CURE).withCause(e);
    }
  }

  /** The error that something else stands here. */
  UserException expected(String what) {
    String found = JsonText.line(node);
    String shown =
        found.length() <= SHOWN_CHARACTERS ? found : found.substring(0, SHOWN_CHARACTERS) + "...";
    return error("expected " + what + ", found " + shown, CURE);
  }

  /** An error of this place. */
  UserException error(String problem, String cure) {
    return UserException.of(
        ErrorKind.PROFILE, "profile " + document + " at " + path + ": " + problem, cure);
  }
}
