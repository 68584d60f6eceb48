package io.mirrorlake.synthesizer.source;

import org.apache.spark.sql.connector.metric.CustomTaskMetric;

/**
 * What one task adds to a metric.
 *
 * @param name the metric's name
 * @param value how much
 */
record TaskMetric(String name, long value) implements CustomTaskMetric {}
