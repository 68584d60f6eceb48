package io.mirrorlake.profiler.spark;

import io.mirrorlake.profiler.schema.ColumnType;
import io.mirrorlake.profiler.schema.ErrorKind;
import io.mirrorlake.profiler.schema.FieldType;
import io.mirrorlake.profiler.schema.FieldType.ArrayOf;
import io.mirrorlake.profiler.schema.FieldType.Field;
import io.mirrorlake.profiler.schema.FieldType.MapOf;
import io.mirrorlake.profiler.schema.FieldType.Struct;
import io.mirrorlake.profiler.schema.UserException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.catalyst.util.CharVarcharUtils;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** The types of a source's fields in the words of the profile. */
final class SourceTypes {
  private final String table;

  private SourceTypes(String table) {
    this.table = table;
  }

  /** The type of a field; a CHAR or VARCHAR that Spark reads as a string is what it was. */
  static FieldType of(String table, StructField field) {
    DataType type = CharVarcharUtils.getRawType(field.metadata()).getOrElse(() -> field.dataType());
    return new SourceTypes(table).type(field.name(), type);
  }

  private FieldType type(String path, DataType type) {
    if (type instanceof StructType struct && struct.fields().length > 0) {
      List<Field> fields = new ArrayList<>();
      for (StructField field : struct.fields()) {
        fields.add(new Field(field.name(), type(path + "." + field.name(), field.dataType())));
      }
      return new Struct(fields);
    }
    if (type instanceof ArrayType array) {
      return new ArrayOf(type(FieldType.elementOf(path), array.elementType()));
    }
    if (type instanceof MapType map) {
      return new MapOf(
          plain(FieldType.keyOf(path), map.keyType()),
          type(FieldType.valueOf(path), map.valueType()));
    }
    return plain(path, type);
  }

  private ColumnType plain(String path, DataType type) {
    String ddl = type.sql();
    return ColumnType.ofDdl(ddl)
        .orElseThrow(
            () ->
                UserException.of(
                    ErrorKind.SOURCE,
                    "column '"
                        + table
                        + "."
                        + path
                        + "' has the type "
                        + ddl.toLowerCase(Locale.ROOT)
                        + ", which a profile cannot hold",
                    "exclude the column, or cast it in a view to a number, string, binary, boolean, date,"
                        + " timestamp or interval, or to a struct, array or map of these (keys of maps plain)"));
  }
}
