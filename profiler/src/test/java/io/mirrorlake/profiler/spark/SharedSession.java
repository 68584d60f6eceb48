package io.mirrorlake.profiler.spark;

import org.apache.spark.sql.SparkSession;

/** The one local session of this module's tests. */
final class SharedSession {
  private static final SparkSession SESSION =
      SparkSession.builder()
          .master("local[2]")
          .appName("profiler-tests")
          .config("spark.ui.enabled", "false")
          .config("spark.sql.shuffle.partitions", "2")
          .config("spark.sql.session.timeZone", "UTC")
          .getOrCreate();

  private SharedSession() {}

  static SparkSession session() {
    return SESSION;
  }
}
