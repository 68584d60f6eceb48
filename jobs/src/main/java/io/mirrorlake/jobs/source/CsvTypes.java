package io.mirrorlake.jobs.source;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Learns the types of CSV columns from their first values. */
final class CsvTypes {
  /** A number that would lose its leading zeros as a number: a postal code or an account. */
  private static final String LEADING_ZERO = "^[+-]?0[0-9]";

  private final SparkSession spark;
  private final Map<String, String> options;

  private CsvTypes(SparkSession spark, Map<String, String> options) {
    this.spark = spark;
    this.options = new HashMap<>(options);
  }

  static CsvTypes of(SparkSession spark, Map<String, String> options) {
    return new CsvTypes(spark, options);
  }

  StructType learn(RecordHead head) {
    Dataset<String> text = head.records(spark);
    StructType guessed =
        spark.read().options(options).option("inferSchema", true).csv(text).schema();
    List<Integer> numeric = numeric(guessed);
    if (numeric.isEmpty()) {
      return guessed;
    }
    Row coded = coded(text, guessed, numeric);
    StructField[] fields = guessed.fields();
    for (int i = 0; i < numeric.size(); i++) {
      if (!coded.isNullAt(i) && coded.getBoolean(i)) {
        int index = numeric.get(i);
        fields[index] =
            DataTypes.createStructField(fields[index].name(), DataTypes.StringType, true);
      }
    }
    return DataTypes.createStructType(fields);
  }

  private static List<Integer> numeric(StructType schema) {
    List<Integer> numeric = new ArrayList<>();
    for (int i = 0; i < schema.size(); i++) {
      if (schema.fields()[i].dataType() instanceof NumericType) {
        numeric.add(i);
      }
    }
    return numeric;
  }

  /**
   * Of each numeric column, whether one of its values begins with a zero that a number would lose.
   */
  private Row coded(Dataset<String> text, StructType guessed, List<Integer> numeric) {
    Dataset<Row> strings = spark.read().options(options).schema(Ddl.strings(guessed)).csv(text);
    Column[] zeros =
        numeric.stream()
            .map(index -> strings.col(Ddl.quoted(guessed.fields()[index].name())))
            .map(column -> max(coalesce(column.rlike(LEADING_ZERO), lit(false))))
            .toArray(Column[]::new);
    return strings.select(zeros).head();
  }
}
