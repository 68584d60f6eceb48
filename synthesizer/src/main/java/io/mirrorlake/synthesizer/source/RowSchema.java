package io.mirrorlake.synthesizer.source;

import io.mirrorlake.profiler.profile.ColumnProfile;
import io.mirrorlake.profiler.profile.NestedColumn;
import io.mirrorlake.profiler.profile.TableProfile;
import io.mirrorlake.profiler.schema.ColumnType;
import io.mirrorlake.profiler.schema.FieldType;
import io.mirrorlake.profiler.schema.FieldType.ArrayOf;
import io.mirrorlake.profiler.schema.FieldType.Field;
import io.mirrorlake.profiler.schema.FieldType.Leaf;
import io.mirrorlake.profiler.schema.FieldType.MapOf;
import io.mirrorlake.profiler.schema.FieldType.Struct;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.catalyst.util.CharVarcharUtils;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.CharType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.types.VarcharType;

/** The Spark schema of a profiled table. */
final class RowSchema {
  private final TableProfile table;
  private final Optional<NestedColumn> nested;

  private RowSchema(TableProfile table, Optional<NestedColumn> nested) {
    this.table = table;
    this.nested = nested;
  }

  /** The schema of some fields as they are read: CHAR and VARCHAR are strings. */
  static StructType of(TableProfile table, List<String> fields) {
    return CharVarcharUtils.replaceCharVarcharWithStringInSchema(declared(table, fields));
  }

  /** The schema of some fields with each one's exact type and nullability. */
  static StructType declared(TableProfile table, List<String> fields) {
    return new StructType(
        fields.stream().map(field -> field(table, field)).toArray(StructField[]::new));
  }

  private static StructField field(TableProfile table, String name) {
    if (table.written().containsKey(name)) {
      boolean nullable = table.column(name).column().nullable();
      return new StructField(name, DataTypes.StringType, nullable, Metadata.empty());
    }
    Optional<NestedColumn> nested = table.nested(name);
    RowSchema schema = new RowSchema(table, nested);
    FieldType type =
        nested.map(NestedColumn::type).orElseGet(() -> table.column(name).column().type());
    return schema.field(name, name, type);
  }

  private StructField field(String name, String path, FieldType type) {
    return new StructField(name, type(path, type), isNullable(path, type), Metadata.empty());
  }

  private DataType type(String path, FieldType type) {
    if (type instanceof Struct struct) {
      StructType fields = new StructType();
      for (Field field : struct.fields()) {
        fields = fields.add(field(field.name(), path + "." + field.name(), field.type()));
      }
      return fields;
    }
    if (type instanceof ArrayOf array) {
      String element = FieldType.elementOf(path);
      return new ArrayType(type(element, array.element()), isNullable(element, array.element()));
    }
    if (type instanceof MapOf map) {
      String value = FieldType.valueOf(path);
      return new MapType(
          type(FieldType.keyOf(path), map.key()),
          type(value, map.value()),
          isNullable(value, map.value()));
    }
    return plain((ColumnType) type);
  }

  private static DataType plain(ColumnType type) {
    return switch (type.kind()) {
      case CHAR -> new CharType(type.precision());
      case VARCHAR -> new VarcharType(type.precision());
      default -> DataType.fromDDL(type.ddl());
    };
  }

  /** A field is null where its first leaf is: the plain value, the presence or the size. */
  private boolean isNullable(String path, FieldType type) {
    Leaf first = type.leaves(path).get(0);
    Optional<ColumnProfile> repeated =
        nested.stream()
            .flatMap(column -> column.repeated().stream())
            .filter(leaf -> leaf.name().equals(first.path()))
            .map(ColumnProfile.class::cast)
            .findFirst();
    return repeated.orElseGet(() -> table.column(first.path())).column().nullable();
  }
}
