package io.mirrorlake.synthesizer.source;

import java.util.Arrays;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.connector.read.LocalScan;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * One row of counts that are known without generating anything.
 *
 * @param columns how many counts were asked for
 * @param rowCount what each of them is
 */
record CountScan(int columns, long rowCount) implements LocalScan {

  @Override
  public StructType readSchema() {
    StructType schema = new StructType();
    for (int i = 0; i < columns; i++) {
      schema = schema.add("count_" + i, DataTypes.LongType, false);
    }
    return schema;
  }

  @Override
  public InternalRow[] rows() {
    Object[] counts = new Object[columns];
    Arrays.fill(counts, rowCount);
    return new InternalRow[] {new GenericInternalRow(counts)};
  }

  @Override
  public String description() {
    return MirrorlakeSource.NAME + " count " + rowCount;
  }
}
