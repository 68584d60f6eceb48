package io.mirrorlake.profiler.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.mirrorlake.profiler.fit.PersonalColumns;
import io.mirrorlake.profiler.relation.discovery.ColumnFacts;
import io.mirrorlake.profiler.relation.discovery.DeclaredKeys;
import io.mirrorlake.profiler.relation.discovery.KeyType;
import io.mirrorlake.profiler.relation.discovery.TableFacts;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;

/** Reads what key discovery needs of a table, in one scan. */
public final class KeyScan {
  private KeyScan() {}

  /** The facts of a table. */
  public static TableFacts facts(String name, Dataset<Row> rows, DeclaredKeys declared) {
    StructField[] fields = rows.schema().fields();
    List<KeyType> types = new ArrayList<>();
    Column[] values = new Column[fields.length];
    for (int i = 0; i < fields.length; i++) {
      KeyType type = type(fields[i].dataType());
      types.add(type);
      values[i] = value(fields[i], type);
    }
    KeyScanState state =
        rows.select(values)
            .queryExecution()
            .toRdd()
            .toJavaRDD()
            .mapPartitionsWithIndex(
                (partition, iterator) -> {
                  KeyScanState part = new KeyScanState(types, partition);
                  while (iterator.hasNext()) {
                    InternalRow row = iterator.next();
                    part.add(row);
                  }
                  return List.of(part).iterator();
                },
                false)
            .treeReduce(KeyScanState::merge, 2);
    List<ColumnFacts> columns = new ArrayList<>();
    for (int i = 0; i < fields.length; i++) {
      columns.add(
          new ColumnFacts(
              fields[i].name(),
              types.get(i),
              state.nulls(i),
              state.values(i),
              state.range(i),
              state.meanLength(i),
              types.get(i) == KeyType.TEXT
                  && PersonalColumns.pointsToPersons(fields[i].name(), state.texts(i))));
    }
    return new TableFacts(name, state.rows(), columns, state.sample(), declared);
  }

  /** What kind of key values of this type could be. */
  static KeyType type(DataType type) {
    if (type.equals(DataTypes.ByteType)
        || type.equals(DataTypes.ShortType)
        || type.equals(DataTypes.IntegerType)
        || type.equals(DataTypes.LongType)
        || (type instanceof DecimalType decimal
            && decimal.scale() == 0
            && decimal.precision() <= 18)) {
      return KeyType.WHOLE;
    }
    if (type instanceof StringType) {
      return KeyType.TEXT;
    }
    if (type.equals(DataTypes.DateType)) {
      return KeyType.DATE;
    }
    return type.equals(DataTypes.TimestampType) || type.equals(DataTypes.TimestampNTZType)
        ? KeyType.TIME
        : KeyType.OTHER;
  }

  private static Column value(StructField field, KeyType type) {
    Column column = col("`" + field.name().replace("`", "``") + "`");
    return switch (type) {
      case WHOLE -> column.cast("bigint");
      case TEXT -> column.cast("string");
      case DATE -> column.cast("date");
      case TIME -> column;
      // Only whether it is null.
      case OTHER -> when(column.isNotNull(), lit(0L));
    };
  }
}
