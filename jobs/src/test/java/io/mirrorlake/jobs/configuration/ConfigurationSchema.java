package io.mirrorlake.jobs.configuration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The JSON Schema that a configuration record amounts to. */
final class ConfigurationSchema {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private ConfigurationSchema() {}

  static String of(Class<? extends Record> type, String title) {
    ObjectNode schema = MAPPER.createObjectNode();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("title", title);
    schema.setAll(object(type));
    try {
      return MAPPER.writeValueAsString(schema) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ObjectNode object(Class<?> type) {
    ObjectNode schema =
        MAPPER.createObjectNode().put("type", "object").put("additionalProperties", false);
    ObjectNode properties = MAPPER.createObjectNode();
    ArrayNode required = MAPPER.createArrayNode();
    for (RecordComponent component : type.getRecordComponents()) {
      Setting setting = Keys.setting(component);
      properties.set(component.getName(), property(component.getGenericType(), setting));
      if (isRequired(component.getGenericType(), setting)) {
        required.add(component.getName());
      }
    }
    schema.set("required", required);
    schema.set("properties", properties);
    return schema;
  }

  /** A group is required where one of its keys is. */
  private static boolean isRequired(Type type, Setting setting) {
    if (type instanceof ParameterizedType || !setting.fallback().isEmpty()) {
      return false;
    }
    return Keys.recordOf(type)
        .map(
            group ->
                List.of(group.getRecordComponents()).stream()
                    .anyMatch(inner -> isRequired(inner.getGenericType(), Keys.setting(inner))))
        .orElse(true);
  }

  private static ObjectNode property(Type type, Setting setting) {
    ObjectNode schema = typed(type, setting);
    schema.put("description", setting.value());
    if (!setting.fallback().isEmpty()) {
      schema.put("default", setting.fallback());
    }
    return schema;
  }

  private static ObjectNode typed(Type type, Setting setting) {
    if (type instanceof ParameterizedType generic) {
      Type element = generic.getActualTypeArguments()[0];
      if (generic.getRawType() == Optional.class) {
        return typed(element, setting);
      }
      return generic.getRawType() == Map.class
          ? map(generic.getActualTypeArguments()[1], setting)
          : list(element, setting);
    }
    Class<?> plain = (Class<?>) type;
    if (plain.isRecord()) {
      return plain.isAnnotationPresent(Shorthand.class)
          ? oneOf(object(plain), text())
          : object(plain);
    }
    return scalar(plain, setting);
  }

  /** Lists of plain values may be written with commas. */
  private static ObjectNode list(Type element, Setting setting) {
    ObjectNode list = MAPPER.createObjectNode().put("type", "array");
    list.set("items", typed(element, setting));
    return Keys.recordOf(element).isPresent() ? list : oneOf(list, text());
  }

  /** Numbers by name may be one number, or a text of names and numbers. */
  private static ObjectNode map(Type element, Setting setting) {
    ObjectNode map = MAPPER.createObjectNode().put("type", "object");
    if (Keys.recordOf(element).isPresent()) {
      return map.set("additionalProperties", typed(element, setting));
    }
    if (element != Long.class) {
      return map;
    }
    map.set("additionalProperties", typed(element, setting));
    ObjectNode schema = MAPPER.createObjectNode();
    schema.set("oneOf", MAPPER.createArrayNode().add(typed(element, setting)).add(map).add(text()));
    return schema;
  }

  private static ObjectNode scalar(Class<?> type, Setting setting) {
    if (type == String.class) {
      return text();
    }
    if (type == boolean.class) {
      return MAPPER.createObjectNode().put("type", "boolean");
    }
    if (type.isEnum()) {
      ArrayNode constants = MAPPER.createArrayNode();
      List.of(type.getEnumConstants())
          .forEach(constant -> constants.add(Keys.written((Enum<?>) constant)));
      return MAPPER.createObjectNode().set("enum", constants);
    }
    ObjectNode number =
        MAPPER
            .createObjectNode()
            .put("type", type == double.class || type == Double.class ? "number" : "integer");
    if (setting.minimum() != Long.MIN_VALUE) {
      number.put("minimum", setting.minimum());
    }
    if (setting.maximum() != Long.MAX_VALUE) {
      number.put("maximum", setting.maximum());
    }
    return number;
  }

  private static ObjectNode text() {
    return MAPPER.createObjectNode().put("type", "string");
  }

  private static ObjectNode oneOf(ObjectNode first, ObjectNode second) {
    ObjectNode schema = MAPPER.createObjectNode();
    schema.set("oneOf", MAPPER.createArrayNode().add(first).add(second));
    return schema;
  }
}
