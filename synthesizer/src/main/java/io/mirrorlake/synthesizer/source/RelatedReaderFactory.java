package io.mirrorlake.synthesizer.source;

import io.mirrorlake.synthesizer.dataset.Counted;
import io.mirrorlake.synthesizer.dataset.DatasetSize;
import io.mirrorlake.synthesizer.dataset.TableRows;
import io.mirrorlake.synthesizer.plan.RowRange;
import java.io.Serializable;
import java.util.List;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.vectorized.ColumnarBatch;

/**
 * Makes readers of a database's table on executors. The profile is broadcast as its JSON text; what
 * the driver has counted travels along: 8 bytes for each block of some thousand rows.
 */
final class RelatedReaderFactory implements PartitionReaderFactory {
  private static final long serialVersionUID = 1L;

  /** A query reads a few tables of a database; each is compiled once an executor. */
  private static final PlanCache<TableKey, TableRows> TABLES = new PlanCache<>(8);

  private final Broadcast<String> profile;
  private final Size size;
  private final Counted counted;
  private final String table;
  private final String[] wanted;

  /**
   * How large the database is made.
   *
   * @param seed the seed
   * @param size its size
   */
  record Size(long seed, DatasetSize size) implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  private record TableKey(String profile, Size size, String table, List<String> wanted) {}

  RelatedReaderFactory(
      Broadcast<String> profile, Size size, Counted counted, String table, String[] wanted) {
    this.profile = profile;
    this.size = size;
    this.counted = counted;
    this.table = table;
    this.wanted = wanted;
  }

  @Override
  public boolean supportColumnarReads(InputPartition partition) {
    return true;
  }

  @Override
  public PartitionReader<ColumnarBatch> createColumnarReader(InputPartition partition) {
    List<String> fields = List.of(wanted);
    TableRows rows =
        TABLES.get(
            new TableKey(profile.value(), size, table, fields),
            () ->
                DatasetPlans.of(profile.value(), size.seed(), size.size(), counted)
                    .table(table, fields));
    RowPartition part = (RowPartition) partition;
    return BlockReader.of(rows, new RowRange(part.first(), part.end()));
  }

  @Override
  public PartitionReader<InternalRow> createReader(InputPartition partition) {
    throw new UnsupportedOperationException("the data source is read as columns only");
  }
}
