package io.mirrorlake.evaluator.spark;

import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.extract;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.hex;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map_keys;
import static org.apache.spark.sql.functions.map_values;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.BinaryType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DayTimeIntervalType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.types.YearMonthIntervalType;

/**
 * A value of a row that metrics can look at. A nested column has several: the fields of a struct
 * ({@code a.b}), the size and the first element of an array ({@code a.size}, {@code a[0]}), the
 * size, the keys and the smallest value of a map ({@code a.size}, {@code a.keys}, {@code a.least}),
 * the length and a hash of binary data ({@code a.length}, {@code a.hash}). Intervals are months or
 * seconds.
 *
 * @param name the path
 * @param type the type of the value
 * @param value where it is in a dataset
 */
record Leaf(String name, DataType type, Column value) {
  /** Deeper parts are left out: each level multiplies what metrics have to compare. */
  private static final int MAX_DEPTH = 4;

  private static final double SECONDS_PER_DAY = 86_400;
  private static final double SECONDS_PER_HOUR = 3_600;

  /** The column of a dataset with any name. */
  static Column named(String name) {
    return col("`" + name.replace("`", "``") + "`");
  }

  /** The leaves of a field, in order; none, if it has no value that a metric knows. */
  static List<Leaf> of(StructField field) {
    List<Leaf> leaves = new ArrayList<>();
    collect(new Leaf(field.name(), field.dataType(), named(field.name())), 0, leaves);
    return List.copyOf(leaves);
  }

  private static void collect(Leaf leaf, int depth, List<Leaf> leaves) {
    if (ComparedColumn.family(leaf.type).isPresent()) {
      leaves.add(leaf);
    } else if (leaf.type instanceof BinaryType) {
      leaves.add(leaf.part(".length", DataTypes.IntegerType, length(leaf.value)));
      Column hash = when(leaf.value.isNotNull(), hex(xxhash64(leaf.value)));
      leaves.add(leaf.part(".hash", DataTypes.StringType, hash));
    } else if (leaf.type instanceof YearMonthIntervalType) {
      Column months = leaf.field("YEAR").multiply(12).plus(leaf.field("MONTH"));
      leaves.add(leaf.part("", DataTypes.DoubleType, months));
    } else if (leaf.type instanceof DayTimeIntervalType) {
      leaves.add(leaf.part("", DataTypes.DoubleType, leaf.seconds()));
    } else if (depth < MAX_DEPTH) {
      leaf.parts().forEach(part -> collect(part, depth + 1, leaves));
    }
  }

  private List<Leaf> parts() {
    List<Leaf> parts = new ArrayList<>();
    if (type instanceof StructType struct) {
      for (StructField field : struct.fields()) {
        parts.add(part("." + field.name(), field.dataType(), value.getField(field.name())));
      }
    } else if (type instanceof ArrayType array) {
      parts.add(sized());
      parts.add(part("[0]", array.elementType(), get(value, lit(0))));
    } else if (type instanceof MapType map) {
      parts.add(sized());
      if (map.keyType() instanceof StringType) {
        Column keys = array_join(array_sort(map_keys(value)), ",");
        parts.add(part(".keys", DataTypes.StringType, keys));
      }
      if (ComparedColumn.family(map.valueType()).isPresent()) {
        parts.add(part(".least", map.valueType(), get(array_sort(map_values(value)), lit(0))));
      }
    }
    return parts;
  }

  private Leaf sized() {
    // Without the condition a null has the size -1 where ANSI mode is off.
    return part(".size", DataTypes.IntegerType, when(value.isNotNull(), size(value)));
  }

  private Leaf part(String suffix, DataType partType, Column part) {
    return new Leaf(name + suffix, partType, part);
  }

  private Column field(String unit) {
    return extract(lit(unit), value).cast(DataTypes.DoubleType);
  }

  private Column seconds() {
    return field("DAY")
        .multiply(SECONDS_PER_DAY)
        .plus(field("HOUR").multiply(SECONDS_PER_HOUR))
        .plus(field("MINUTE").multiply(60.0))
        .plus(field("SECOND"));
  }
}
