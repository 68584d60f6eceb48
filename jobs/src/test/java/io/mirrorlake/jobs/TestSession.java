package io.mirrorlake.jobs;

import org.apache.spark.sql.SparkSession;

/**
 * The one session that all tests of the module share; jobs find it as the default session, and
 * leave it running.
 */
public final class TestSession {
  private static final SparkSession SPARK =
      SparkSession.builder()
          .master("local[2]")
          .appName("jobs tests")
          .config("spark.ui.enabled", false)
          .config("spark.driver.host", "127.0.0.1")
          .config("spark.driver.bindAddress", "127.0.0.1")
          .config("spark.sql.shuffle.partitions", 2)
          .config("spark.databricks.delta.snapshotPartitions", 1)
          .config("spark.sql.session.timeZone", "UTC")
          .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
          .config(
              "spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog")
          .getOrCreate();

  private TestSession() {}

  public static SparkSession spark() {
    return SPARK;
  }
}
