package io.mirrorlake.evaluator.spark;

import io.mirrorlake.evaluator.sample.CategoryColumn;
import io.mirrorlake.evaluator.sample.Measure;
import io.mirrorlake.evaluator.sample.NumberColumn;
import io.mirrorlake.evaluator.sample.SampleColumn;
import io.mirrorlake.evaluator.sample.SampleTable;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The one session of the module's tests, and tables as datasets. */
final class SparkFixture {
  private static final SparkSession SPARK =
      SparkSession.builder()
          .master("local[2]")
          .appName("evaluator tests")
          .config("spark.ui.enabled", "false")
          .config("spark.sql.shuffle.partitions", "3")
          .getOrCreate();

  private SparkFixture() {}

  static SparkSession spark() {
    return SPARK;
  }

  static Dataset<Row> dataset(SampleTable table) {
    StructType schema = new StructType();
    for (SampleColumn column : table.columns()) {
      boolean label = column.measure() == Measure.CATEGORY;
      schema = schema.add(column.name(), label ? DataTypes.StringType : DataTypes.DoubleType);
    }
    List<Row> rows = new ArrayList<>();
    for (int row = 0; row < table.rows(); row++) {
      Object[] values = new Object[table.width()];
      for (int c = 0; c < values.length; c++) {
        values[c] = value(table.column(c), row);
      }
      rows.add(RowFactory.create(values));
    }
    return SPARK.createDataFrame(rows, schema);
  }

  private static Object value(SampleColumn column, int row) {
    if (column.isMissing(row)) {
      return null;
    }
    return column instanceof NumberColumn numbers
        ? (Object) numbers.value(row)
        : ((CategoryColumn) column).labels().get(((CategoryColumn) column).code(row));
  }

  static Dataset<Row> sql(String query) {
    return SPARK.sql(query);
  }
}
