package io.mirrorlake.profiler.schema;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The type of a field: plain values, or a struct, array or map of further fields.
 *
 * <p>A nested field is told by its <em>leaves</em>, columns of plain values named by their path. A
 * struct {@code s} has the leaf {@code s} (true, or null where the struct is null) and those of its
 * fields, {@code s.f}; an array {@code a} has {@code a.size} and the leaves of its elements, {@code
 * a.element}; a map {@code m} has {@code m.size}, {@code m.key} and the leaves of {@code m.value}.
 */
public sealed interface FieldType extends Serializable
    permits ColumnType, FieldType.Struct, FieldType.ArrayOf, FieldType.MapOf {

  /** The type of a size. */
  ColumnType SIZE = ColumnType.of(ColumnType.Kind.INT);

  /** The type of the leaf that says whether a struct is there. */
  ColumnType PRESENCE = ColumnType.of(ColumnType.Kind.BOOLEAN);

  /** The type in the notation of Spark SQL's DDL. */
  String ddl();

  /** The leaves of a field of this type at a path. */
  List<Leaf> leaves(String path);

  /**
   * A column of plain values that a field is made of.
   *
   * @param path its name: the path to it
   * @param type its type
   * @param parent the path of the innermost struct that it is a part of, within the same array;
   *     where that struct is null, the leaf does not exist
   * @param repeated whether it has any number of values a row, because it lies in an array or map
   */
  record Leaf(String path, ColumnType type, Optional<String> parent, boolean repeated) {
    private Leaf in(String struct) {
      return parent.isPresent() || repeated
          ? this
          : new Leaf(path, type, Optional.of(struct), false);
    }

    private Leaf asRepeated() {
      return new Leaf(path, type, parent, true);
    }
  }

  /**
   * A named part of a struct.
   *
   * @param name the name, not blank
   * @param type the type
   */
  record Field(String name, FieldType type) implements Serializable {
    public Field {
      if (name.isBlank()) {
        throw new IllegalArgumentException("a field needs a name");
      }
    }
  }

  /**
   * Fields side by side.
   *
   * @param fields at least one, with different names
   */
  record Struct(List<Field> fields) implements FieldType {
    public Struct {
      fields = List.copyOf(fields);
      Set<String> names = new HashSet<>(fields.stream().map(Field::name).toList());
      if (fields.isEmpty() || names.size() != fields.size()) {
        throw new IllegalArgumentException("a struct needs fields with different names: " + fields);
      }
    }

    @Override
    public String ddl() {
      return "struct<"
          + String.join(
              ",", fields.stream().map(field -> field.name() + ":" + field.type().ddl()).toList())
          + ">";
    }

    @Override
    public List<Leaf> leaves(String path) {
      List<Leaf> leaves = new ArrayList<>();
      leaves.add(new Leaf(path, PRESENCE, Optional.empty(), false));
      for (Field field : fields) {
        field.type().leaves(path + "." + field.name()).forEach(leaf -> leaves.add(leaf.in(path)));
      }
      return leaves;
    }
  }

  /**
   * Any number of elements in order.
   *
   * @param element the type of each
   */
  record ArrayOf(FieldType element) implements FieldType {
    @Override
    public String ddl() {
      return "array<" + element.ddl() + ">";
    }

    @Override
    public List<Leaf> leaves(String path) {
      List<Leaf> leaves = new ArrayList<>();
      leaves.add(new Leaf(sizeOf(path), SIZE, Optional.empty(), false));
      element.leaves(elementOf(path)).forEach(leaf -> leaves.add(leaf.asRepeated()));
      return leaves;
    }
  }

  /**
   * Any number of different keys, each with a value.
   *
   * @param key the type of the keys
   * @param value the type of the values
   */
  record MapOf(ColumnType key, FieldType value) implements FieldType {
    @Override
    public String ddl() {
      return "map<" + key.ddl() + "," + value.ddl() + ">";
    }

    @Override
    public List<Leaf> leaves(String path) {
      List<Leaf> leaves = new ArrayList<>();
      leaves.add(new Leaf(sizeOf(path), SIZE, Optional.empty(), false));
      leaves.add(new Leaf(keyOf(path), key, Optional.empty(), true));
      value.leaves(valueOf(path)).forEach(leaf -> leaves.add(leaf.asRepeated()));
      return leaves;
    }
  }

  /** The path of the size of the array or map at this path. */
  static String sizeOf(String path) {
    return path + ".size";
  }

  /** The path of the elements of the array at this path. */
  static String elementOf(String path) {
    return path + ".element";
  }

  /** The path of the keys of the map at this path. */
  static String keyOf(String path) {
    return path + ".key";
  }

  /** The path of the values of the map at this path. */
  static String valueOf(String path) {
    return path + ".value";
  }
}
