package io.mirrorlake.synthesizer.source;

import org.apache.spark.sql.connector.metric.CustomSumMetric;

/**
 * The blocks that a scan generated. Public with this constructor because Spark's history server
 * makes one by name.
 */
public final class BlocksMetric extends CustomSumMetric {
  static final String NAME = "blocks";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String description() {
    return "blocks of rows generated";
  }
}
