package io.mirrorlake.synthesizer.source;

import io.mirrorlake.synthesizer.plan.RowRange;
import java.util.List;
import java.util.OptionalLong;

/**
 * How rows are dealt out to partitions. It changes no row.
 *
 * @param partitions the number of partitions, if given
 * @param rowsPerPartition the rows of each, if given
 */
record PartitionSize(OptionalLong partitions, OptionalLong rowsPerPartition) {
  /** A tenth of a second's work: less is not worth a task. */
  private static final long LEAST_ROWS = 1L << 17;

  /** A file of a few hundred megabytes: more is unhandy, and long to repeat where a task fails. */
  private static final long MOST_ROWS = 1L << 22;

  /** The partitions of a range; where no size is given, one for each core within sensible sizes. */
  List<RowRange> split(RowRange rows, int parallelism) {
    long size = rowsPerPartition.orElseGet(() -> defaultSize(rows, parallelism));
    long parts = rows.rows() / size + (rows.rows() % size == 0 ? 0 : 1);
    return rows.split(partitions.orElse(parts));
  }

  private static long defaultSize(RowRange rows, int parallelism) {
    long even = rows.rows() / parallelism + 1;
    return Math.max(LEAST_ROWS, Math.min(MOST_ROWS, even));
  }
}
