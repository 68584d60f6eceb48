package io.mirrorlake.jobs.architecture.violation.profiler;

import org.apache.spark.sql.SparkSession;

/** Mathematics must not know Spark. */
public final class Sparked {
  public String version(SparkSession spark) {
    return spark.version();
  }
}
