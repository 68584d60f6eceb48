package io.mirrorlake.jobs.split;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.shiftrightunsigned;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import io.mirrorlake.jobs.configuration.ShareConfiguration;
import io.mirrorlake.jobs.source.Ddl;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.types.VariantType;

/**
 * Deals rows to parts by a hash of the seed and of their privacy unit, so that the deal depends on
 * no order, file or partition, and a unit is never in two parts.
 *
 * <p>The unit is hashed as text: two tables that name the same customers, one as INT and one as
 * BIGINT, deal them alike. Without a unit a row stands for itself, and equal rows, numbered among
 * each other, are dealt one by one as any others: dealt together, a frequent row would be in one
 * part only, and every synthetic row like it would look like a copy. A row whose unit is null goes
 * by its content.
 *
 * @param unit the column that names the unit, or empty
 * @param shares the parts
 * @param seed decides the deal
 */
public record TableSplit(Optional<String> unit, ShareConfiguration shares, long seed) {
  /** The column that {@link #dealt} adds: the part's name, or null for rows that are left out. */
  public static final String PART = "mirrorlake split: part";

  /** The column that {@link #dealt} adds: a hash that equal units share. */
  public static final String UNIT = "mirrorlake split: unit";

  static final String TRAIN = "train";
  static final String HOLDOUT = "holdout";
  static final String REFERENCE = "reference";

  private static final String CONTENT = "mirrorlake split: content";
  private static final double TWO_53 = 9007199254740992.0;

  /** The parts that are to have rows. */
  public List<String> parts() {
    return shares.reference() > 0 ? List.of(TRAIN, HOLDOUT, REFERENCE) : List.of(TRAIN, HOLDOUT);
  }

  /** The rows with their part and their unit. */
  public Dataset<Row> dealt(Dataset<Row> rows) {
    Dataset<Row> hashed = rows.withColumn(CONTENT, content(rows.schema()));
    Column named =
        unit.map(TableSplit::quoted)
            .map(
                column ->
                    when(column.isNull(), col(CONTENT)).otherwise(xxhash64(column.cast("string"))))
            .orElseGet(TableSplit::numbered);
    return hashed.withColumn(UNIT, named).withColumn(PART, part()).drop(CONTENT);
  }

  /** The rows of one part, as they were. */
  public static Dataset<Row> only(String part, Dataset<Row> dealt) {
    return dealt.where(col(PART).equalTo(part)).drop(PART, UNIT);
  }

  /** Equal rows are exchangeable, so their numbers need no order. */
  private static Column numbered() {
    return xxhash64(col(CONTENT), row_number().over(Window.partitionBy(CONTENT).orderBy(CONTENT)));
  }

  private Column part() {
    // The upper 53 bits make a double in [0, 1) without rounding.
    Column uniform =
        shiftrightunsigned(xxhash64(lit("split"), lit(seed), col(UNIT)), 11).divide(TWO_53);
    double train = shares.train();
    double holdout = train + shares.holdout();
    return when(uniform.lt(train), TRAIN)
        .when(uniform.lt(holdout), HOLDOUT)
        .when(uniform.lt(holdout + shares.reference()), REFERENCE);
  }

  private static Column content(StructType schema) {
    List<Column> values = new ArrayList<>();
    for (StructField field : schema.fields()) {
      Column value = quoted(field.name());
      values.add(isHashable(field.dataType()) ? value : value.cast("string"));
      // The hash skips nulls, so without this (null, 1) and (1, null) were equal.
      values.add(value.isNull());
    }
    return xxhash64(values.toArray(Column[]::new));
  }

  /** Spark hashes no maps and no variants. */
  private static boolean isHashable(DataType type) {
    if (type instanceof StructType struct) {
      return Arrays.stream(struct.fields()).allMatch(field -> isHashable(field.dataType()));
    }
    if (type instanceof ArrayType array) {
      return isHashable(array.elementType());
    }
    return !(type instanceof MapType || type instanceof VariantType);
  }

  private static Column quoted(String name) {
    return col(Ddl.quoted(name));
  }
}
