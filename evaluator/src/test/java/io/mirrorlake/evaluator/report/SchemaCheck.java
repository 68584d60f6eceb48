package io.mirrorlake.evaluator.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * The keywords of JSON Schema that our schema uses, and no others: type, properties, required,
 * items, enum, pattern, anyOf with null, additionalProperties, $ref.
 */
final class SchemaCheck {
  private final JsonNode root;
  private final List<String> faults = new ArrayList<>();

  SchemaCheck(JsonNode root) {
    this.root = root;
  }

  List<String> faults(JsonNode document) {
    faults.clear();
    check("$", root, document);
    return List.copyOf(faults);
  }

  private void check(String place, JsonNode given, JsonNode value) {
    JsonNode schema = given.has("$ref") ? root.at(given.get("$ref").asText().substring(1)) : given;
    if (schema.has("anyOf")) {
      boolean allowsNull = schema.get("anyOf").get(1).path("type").asText().equals("null");
      if (!allowsNull || !value.isNull()) {
        check(place, schema.get("anyOf").get(0), value);
      }
      return;
    }
    if (!hasType(schema.path("type"), value)) {
      faults.add(
          place
              + ": "
              + value
              + " is no "
              + schema.path("type").asText("value of " + schema.path("type")));
      return;
    }
    if (schema.has("enum") && !contains(schema.get("enum"), value)) {
      faults.add(place + ": " + value + " is not one of " + schema.get("enum"));
    }
    if (schema.has("pattern") && !value.asText().matches(schema.get("pattern").asText())) {
      faults.add(place + ": " + value + " does not match " + schema.get("pattern"));
    }
    if (value.isObject()) {
      checkObject(place, schema, value);
    }
    for (int i = 0; value.isArray() && i < value.size(); i++) {
      check(place + "[" + i + "]", schema.get("items"), value.get(i));
    }
  }

  private void checkObject(String place, JsonNode schema, JsonNode value) {
    schema
        .path("required")
        .forEach(
            key -> {
              if (!value.has(key.asText())) {
                faults.add(place + ": " + key.asText() + " is missing");
              }
            });
    value
        .fieldNames()
        .forEachRemaining(
            key -> {
              JsonNode property = schema.path("properties").path(key);
              if (property.isMissingNode() && schema.path("additionalProperties").isObject()) {
                check(place + "." + key, schema.get("additionalProperties"), value.get(key));
              } else if (property.isMissingNode()) {
                faults.add(place + ": " + key + " is unknown");
              } else {
                check(place + "." + key, property, value.get(key));
              }
            });
  }

  private static boolean contains(JsonNode values, JsonNode wanted) {
    for (JsonNode value : values) {
      if (value.equals(wanted)) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasType(JsonNode types, JsonNode value) {
    if (types.isTextual()) {
      return isOf(types.asText(), value);
    }
    for (JsonNode type : types) {
      if (isOf(type.asText(), value)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOf(String type, JsonNode value) {
    return switch (type) {
      case "object" -> value.isObject();
      case "array" -> value.isArray();
      case "string" -> value.isTextual();
      case "number" -> value.isNumber();
      case "integer" -> value.isIntegralNumber();
      case "boolean" -> value.isBoolean();
      case "null" -> value.isNull();
      default -> throw new IllegalArgumentException(type);
    };
  }
}
