package io.mirrorlake.synthesizer.source;

import org.apache.spark.sql.connector.metric.CustomSumMetric;

/**
 * The rows that a scan generated. Public with this constructor because Spark's history server makes
 * one by name.
 */
public final class RowsMetric extends CustomSumMetric {
  static final String NAME = "rows";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String description() {
    return "rows generated";
  }
}
