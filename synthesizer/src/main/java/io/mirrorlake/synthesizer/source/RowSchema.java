package io.mirrorlake.synthesizer.source;

import io.mirrorlake.profiler.profile.ColumnProfile;
import java.util.List;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** The Spark schema of profiled columns. */
final class RowSchema {
  private RowSchema() {}

  /** The schema with each column's exact type and nullability. */
  static StructType of(List<ColumnProfile> columns) {
    return new StructType(
        columns.stream()
            .map(ColumnProfile::column)
            .map(
                column ->
                    new StructField(
                        column.name(),
                        DataType.fromDDL(column.type().ddl()),
                        column.nullable(),
                        Metadata.empty()))
            .toArray(StructField[]::new));
  }
}
