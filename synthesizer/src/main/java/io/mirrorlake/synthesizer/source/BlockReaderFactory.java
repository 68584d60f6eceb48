package io.mirrorlake.synthesizer.source;

import io.mirrorlake.profiler.profile.ProfileJson;
import io.mirrorlake.profiler.profile.TableProfile;
import io.mirrorlake.synthesizer.condition.Conditions;
import io.mirrorlake.synthesizer.plan.GenerationPlan;
import java.util.List;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.vectorized.ColumnarBatch;

/**
 * Makes readers on executors. It travels with Spark's task binary, which is read again for every
 * task; the profile of the one table, which may have megabytes, is therefore broadcast: every
 * executor fetches it once. It is JSON text, the format that is tested to give the same profile
 * back.
 */
final class BlockReaderFactory implements PartitionReaderFactory {
  private static final long serialVersionUID = 1L;

  /**
   * Trees make profiles of megabytes, and a plan serves every task of an executor. A query of more
   * synthetic tables than these at a time compiles some plans again, and is right all the same.
   */
  private static final PlanCache<Key, GenerationPlan> PLANS = new PlanCache<>(4);

  private final Broadcast<String> profile;
  private final long seed;
  private final String where;
  private final String[] wanted;

  BlockReaderFactory(Broadcast<String> profile, long seed, String where, String[] wanted) {
    this.profile = profile;
    this.seed = seed;
    this.where = where;
    this.wanted = wanted;
  }

  /** All that a plan is made from. */
  private record Key(String profile, long seed, String where, List<String> wanted) {
    GenerationPlan plan() {
      TableProfile table = ProfileJson.read(profile, "the plan").tables().get(0);
      return GenerationPlan.of(table, seed, wanted, Conditions.of(table, where));
    }
  }

  @Override
  public boolean supportColumnarReads(InputPartition partition) {
    return true;
  }

  @Override
  public PartitionReader<ColumnarBatch> createColumnarReader(InputPartition partition) {
    Key key = new Key(profile.value(), seed, where, List.of(wanted));
    GenerationPlan plan = PLANS.get(key, key::plan);
    return BlockReader.of(plan, (RowPartition) partition);
  }

  @Override
  public PartitionReader<InternalRow> createReader(InputPartition partition) {
    throw new UnsupportedOperationException("the data source is read as columns only");
  }
}
