package io.mirrorlake.synthesizer.source;

import io.mirrorlake.synthesizer.plan.BlockSampler;
import io.mirrorlake.synthesizer.plan.GenerationPlan;
import java.util.stream.IntStream;
import org.apache.spark.sql.connector.metric.CustomTaskMetric;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarBatch;

/** Generates a partition block by block into one batch, which is written again for every block. */
final class BlockReader implements PartitionReader<ColumnarBatch> {
  private final BlockSampler sampler;
  private final ColumnarBatch batch;
  private final long first;
  private final long end;
  private long next;
  private long blocks;

  BlockReader(GenerationPlan plan, RowPartition partition) {
    this.sampler = plan.sampler();
    StructField[] fields = RowSchema.of(plan.table(), plan.fields()).fields();
    this.batch =
        new ColumnarBatch(
            IntStream.range(0, fields.length)
                .mapToObj(i -> NestedVectors.of(fields[i].dataType(), sampler.field(i)))
                .toArray(ColumnVector[]::new));
    this.first = partition.first();
    this.end = partition.end();
    this.next = first;
  }

  @Override
  public boolean next() {
    if (next >= end) {
      return false;
    }
    long room = BlockSampler.BLOCK_ROWS - next % BlockSampler.BLOCK_ROWS;
    int rows = (int) Math.min(room, end - next);
    sampler.sample(next, rows);
    batch.setNumRows(rows);
    next += rows;
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
      new TaskMetric(RowsMetric.NAME, next - first), new TaskMetric(BlocksMetric.NAME, blocks)
    };
  }

  @Override
  public void close() {
    batch.close();
  }
}
