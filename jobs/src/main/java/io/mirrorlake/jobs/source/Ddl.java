package io.mirrorlake.jobs.source;

import io.mirrorlake.profiler.schema.ErrorKind;
import io.mirrorlake.profiler.schema.UserException;
import java.util.Arrays;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Columns and types as Spark SQL writes them. */
public final class Ddl {
  private Ddl() {}

  /** The columns of a declaration such as {@code id INT, name STRING}. */
  static StructType schema(String ddl) {
    try {
      return StructType.fromDDL(ddl);
    } catch (Exception e) {
      // Spark declares no exception here, but throws its checked ParseException.
      throw UserException.of(
              ErrorKind.CONFIGURATION,
              "the key 'schema' is '"
                  + ddl
                  + "', which is no list of columns: "
                  + SourceFailures.firstLine(e),
              "write it as 'id INT, name STRING, born DATE'")
          .withCause(e);
    }
  }

  /** The same columns, all strings. */
  static StructType strings(StructType schema) {
    return DataTypes.createStructType(
        Arrays.stream(schema.fields())
            .map(field -> DataTypes.createStructField(field.name(), DataTypes.StringType, true))
            .toArray(StructField[]::new));
  }

  /** The name so that dots and spaces in it stay part of it. */
  public static String quoted(String name) {
    return "`" + name.replace("`", "``") + "`";
  }
}
