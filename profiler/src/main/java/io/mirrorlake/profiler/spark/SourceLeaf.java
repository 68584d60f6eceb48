package io.mirrorlake.profiler.spark;

import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.flatten;
import static org.apache.spark.sql.functions.map_keys;
import static org.apache.spark.sql.functions.map_values;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;

import io.mirrorlake.profiler.schema.ColumnType;
import io.mirrorlake.profiler.schema.FieldType;
import io.mirrorlake.profiler.schema.FieldType.ArrayOf;
import io.mirrorlake.profiler.schema.FieldType.Field;
import io.mirrorlake.profiler.schema.FieldType.Leaf;
import io.mirrorlake.profiler.schema.FieldType.MapOf;
import io.mirrorlake.profiler.schema.FieldType.Struct;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;

/**
 * A leaf of a source's field, and the expression of its values: one a row, or an array of them
 * where it lies inside an array or map.
 *
 * @param column the leaf
 * @param parent the struct it is a part of, if it has one value a row
 * @param repeated whether the expression is an array
 * @param values the expression
 */
record SourceLeaf(
    io.mirrorlake.profiler.schema.Column column,
    Optional<String> parent,
    boolean repeated,
    Column values) {

  /** The leaves of a field in the order of {@link FieldType#leaves}. */
  static List<SourceLeaf> of(String path, FieldType type, Column field) {
    List<Column> expressions = new ArrayList<>();
    addRow(type, field, expressions);
    List<Leaf> leaves = type.leaves(path);
    List<SourceLeaf> result = new ArrayList<>();
    for (int i = 0; i < leaves.size(); i++) {
      Leaf leaf = leaves.get(i);
      result.add(
          new SourceLeaf(
              new io.mirrorlake.profiler.schema.Column(leaf.path(), leaf.type(), true),
              leaf.parent(),
              leaf.repeated(),
              expressions.get(i)));
    }
    return result;
  }

  /** The expressions of a field with one value a row. */
  private static void addRow(FieldType type, Column field, List<Column> to) {
    if (type instanceof Struct struct) {
      to.add(presence(field));
      for (Field part : struct.fields()) {
        addRow(part.type(), field.getField(part.name()), to);
      }
    } else if (type instanceof ArrayOf array) {
      to.add(sizeOf(field));
      addAll(array.element(), field, to);
    } else if (type instanceof MapOf map) {
      to.add(sizeOf(field));
      addAll(map.key(), map_keys(field), to);
      addAll(map.value(), map_values(field), to);
    } else {
      to.add(PlainValues.of((ColumnType) type, field));
    }
  }

  /** The expressions of a field with any number of values a row, given as an array of them. */
  private static void addAll(FieldType type, Column fields, List<Column> to) {
    Column present = filter(fields, Column::isNotNull);
    if (type instanceof Struct struct) {
      to.add(transform(fields, SourceLeaf::presence));
      for (Field part : struct.fields()) {
        addAll(part.type(), transform(present, one -> one.getField(part.name())), to);
      }
    } else if (type instanceof ArrayOf array) {
      to.add(transform(fields, SourceLeaf::sizeOf));
      addAll(array.element(), flatten(present), to);
    } else if (type instanceof MapOf map) {
      to.add(transform(fields, SourceLeaf::sizeOf));
      addAll(map.key(), flatten(transform(present, one -> map_keys(one))), to);
      addAll(map.value(), flatten(transform(present, one -> map_values(one))), to);
    } else {
      to.add(transform(fields, one -> PlainValues.of((ColumnType) type, one)));
    }
  }

  private static Column presence(Column struct) {
    return when(struct.isNotNull(), "true");
  }

  private static Column sizeOf(Column field) {
    return when(field.isNotNull(), size(field)).cast("double");
  }
}
