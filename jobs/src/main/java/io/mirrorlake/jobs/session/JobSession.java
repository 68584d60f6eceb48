package io.mirrorlake.jobs.session;

import java.util.Map;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/**
 * A Spark session for the time of one job. A session that was there before is used, and left
 * running.
 */
public final class JobSession implements AutoCloseable {
  private static final String EXTENSIONS = "spark.sql.extensions";
  private static final String CATALOG = "spark.sql.catalog.spark_catalog";

  private final SparkSession spark;
  private final boolean owned;

  private JobSession(SparkSession spark, boolean owned) {
    this.spark = spark;
    this.owned = owned;
  }

  /** A session of this name; {@code settings} are Spark's, without the leading {@code spark.}. */
  public static JobSession open(String name, Map<String, String> settings) {
    boolean owned = SparkSession.getDefaultSession().isEmpty();
    SparkConf conf = new SparkConf();
    if (!conf.contains("spark.master")) {
      localDefaults(conf);
    }
    // Without a fixed zone the same timestamps would be other values on another machine.
    conf.setIfMissing("spark.sql.session.timeZone", "UTC");
    deltaDefaults(conf);
    settings.forEach((key, value) -> conf.set("spark." + key, value));
    SparkSession spark = SparkSession.builder().appName(name).config(conf).getOrCreate();
    return new JobSession(spark, owned);
  }

  private static void localDefaults(SparkConf conf) {
    conf.set("spark.master", "local[*]");
    conf.setIfMissing("spark.ui.enabled", "false");
    conf.setIfMissing("spark.driver.host", "127.0.0.1");
    conf.setIfMissing("spark.driver.bindAddress", "127.0.0.1");
    // One wave of tasks after a shuffle; Spark's 200 are for clusters.
    conf.setIfMissing(
        "spark.sql.shuffle.partitions",
        Integer.toString(Runtime.getRuntime().availableProcessors()));
  }

  private static void deltaDefaults(SparkConf conf) {
    if (DeltaLake.isPresent()) {
      conf.setIfMissing(EXTENSIONS, DeltaLake.EXTENSION);
      conf.setIfMissing(CATALOG, DeltaLake.CATALOG);
    }
  }

  /** The session. */
  public SparkSession spark() {
    return spark;
  }

  @Override
  public void close() {
    if (owned) {
      spark.stop();
    }
  }
}
