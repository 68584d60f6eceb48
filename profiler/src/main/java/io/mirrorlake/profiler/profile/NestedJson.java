package io.mirrorlake.profiler.profile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.mirrorlake.profiler.schema.ColumnType;
import io.mirrorlake.profiler.schema.FieldType;
import io.mirrorlake.profiler.schema.FieldType.ArrayOf;
import io.mirrorlake.profiler.schema.FieldType.Field;
import io.mirrorlake.profiler.schema.FieldType.MapOf;
import io.mirrorlake.profiler.schema.FieldType.Struct;
import java.util.List;
import java.util.Map;

/** Nested columns as JSON trees, written and read. */
final class NestedJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private NestedJson() {}

  static ObjectNode write(NestedColumn column) {
    ObjectNode node = NODES.objectNode().put("name", column.name());
    node.set("type", type(column.type()));
    ArrayNode repeated = node.putArray("repeated");
    column.repeated().forEach(leaf -> repeated.add(ColumnWriter.column(leaf, Map.of())));
    return node;
  }

  private static JsonNode type(FieldType type) {
    if (type instanceof Struct struct) {
      ObjectNode node = NODES.objectNode();
      ArrayNode fields = node.putArray("struct");
      for (Field field : struct.fields()) {
        fields.addObject().put("name", field.name()).set("type", type(field.type()));
      }
      return node;
    }
    if (type instanceof ArrayOf array) {
      return NODES.objectNode().set("array", type(array.element()));
    }
    if (type instanceof MapOf map) {
      ObjectNode node = NODES.objectNode();
      ObjectNode parts = node.putObject("map").put("key", map.key().ddl());
      parts.set("value", type(map.value()));
      return node;
    }
    return TextNode.valueOf(type.ddl());
  }

  static NestedColumn read(JsonCursor at) {
    at.object("name", "type", "repeated");
    String name = at.member("name").text();
    FieldType type = fieldType(at.member("type"));
    List<ColumnProfile.Drawn> repeated =
        at.member("repeated").items().stream().map(NestedJson::drawn).toList();
    return at.build(() -> new NestedColumn(name, type, repeated));
  }

  private static ColumnProfile.Drawn drawn(JsonCursor at) {
    if (ColumnReader.column(at, Map.of()) instanceof ColumnProfile.Drawn drawn) {
      return drawn;
    }
    throw at.expected("a column with a marginal");
  }

  private static FieldType fieldType(JsonCursor at) {
    if (at.isText()) {
      return ColumnReader.type(at);
    }
    at.object("struct", "array", "map");
    if (at.optional("array").isPresent()) {
      at.object("array");
      return new ArrayOf(fieldType(at.member("array")));
    }
    if (at.optional("map").isPresent()) {
      JsonCursor map = at.object("map").member("map").object("key", "value");
      ColumnType key = ColumnReader.type(map.member("key"));
      return new MapOf(key, fieldType(map.member("value")));
    }
    List<Field> fields = at.member("struct").items().stream().map(NestedJson::field).toList();
    return at.build(() -> new Struct(fields));
  }

  private static Field field(JsonCursor at) {
    at.object("name", "type");
    String name = at.member("name").text();
    FieldType type = fieldType(at.member("type"));
    return at.build(() -> new Field(name, type));
  }
}
