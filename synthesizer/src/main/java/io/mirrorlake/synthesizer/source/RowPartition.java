package io.mirrorlake.synthesizer.source;

import org.apache.spark.sql.connector.read.InputPartition;

/**
 * The rows [first, end) as one task's work.
 *
 * @param first the first row index
 * @param end the row index after the last
 */
record RowPartition(long first, long end) implements InputPartition {
  private static final long serialVersionUID = 1L;
}
