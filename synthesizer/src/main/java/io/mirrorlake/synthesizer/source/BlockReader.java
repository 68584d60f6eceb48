package io.mirrorlake.synthesizer.source;

import io.mirrorlake.profiler.writing.Writing;
import io.mirrorlake.synthesizer.dataset.RowReader;
import io.mirrorlake.synthesizer.dataset.TableRows;
import io.mirrorlake.synthesizer.nested.FieldValues;
import io.mirrorlake.synthesizer.plan.BlockSampler;
import io.mirrorlake.synthesizer.plan.GenerationPlan;
import io.mirrorlake.synthesizer.plan.RowRange;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import org.apache.spark.sql.connector.metric.CustomTaskMetric;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarBatch;

/** Generates a partition block by block into one batch, which is written again for every block. */
final class BlockReader implements PartitionReader<ColumnarBatch> {
  private final IntSupplier source;
  private final ColumnarBatch batch;
  private long made;
  private long blocks;

  private BlockReader(GenerationPlan plan, BlockSampler sampler, IntSupplier source) {
    this.source = source;
    StructField[] fields = RowSchema.of(plan.table(), plan.fields()).fields();
    this.batch =
        new ColumnarBatch(
            IntStream.range(0, fields.length)
                .mapToObj(i -> vector(plan, fields[i], sampler.field(i)))
                .toArray(ColumnVector[]::new));
  }

  private static ColumnVector vector(GenerationPlan plan, StructField field, FieldValues values) {
    Writing writing = plan.table().written().get(field.name());
    return writing != null && values instanceof FieldValues.Plain plain
        ? WrittenVector.of(plain.values(), writing)
        : NestedVectors.of(field.dataType(), values);
  }

  /** A reader of a table by itself. */
  static BlockReader of(GenerationPlan plan, RowPartition partition) {
    BlockSampler sampler = plan.sampler();
    return new BlockReader(plan, sampler, new Blocks(sampler, partition)::next);
  }

  /** A reader of a table of a database. */
  static BlockReader of(TableRows rows, RowRange range) {
    RowReader reader = rows.reader(range);
    return new BlockReader(rows.plan(), reader.sampler(), reader::next);
  }

  /** A partition's blocks. */
  private static final class Blocks {
    private final BlockSampler sampler;
    private final long end;
    private long next;

    Blocks(BlockSampler sampler, RowPartition partition) {
      this.sampler = sampler;
      this.end = partition.end();
      this.next = partition.first();
    }

    int next() {
      if (next >= end) {
        return 0;
      }
      long room = BlockSampler.BLOCK_ROWS - next % BlockSampler.BLOCK_ROWS;
      int rows = (int) Math.min(room, end - next);
      sampler.sample(next, rows);
      next += rows;
      return rows;
    }
  }

  @Override
  public boolean next() {
    int rows = source.getAsInt();
    if (rows == 0) {
      return false;
    }
    batch.setNumRows(rows);
    made += rows;
    blocks++;
    return true;
  }

  @Override
  public ColumnarBatch get() {
    return batch;
  }

  @Override
  public CustomTaskMetric[] currentMetricsValues() {
    return new CustomTaskMetric[] {
      new TaskMetric(RowsMetric.NAME, made), new TaskMetric(BlocksMetric.NAME, blocks)
    };
  }

  @Override
  public void close() {
    batch.close();
  }
}
