package io.mirrorlake.jobs.session;

import io.mirrorlake.profiler.schema.ErrorKind;
import io.mirrorlake.profiler.schema.UserException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
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
    loadJars(conf);
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
    // Delta reads a table's log in so many tasks; its 50 are for clusters too.
    conf.setIfMissing("spark.databricks.delta.snapshotPartitions", "1");
  }

  private static void deltaDefaults(SparkConf conf) {
    if (DeltaLake.isPresent()) {
      conf.setIfMissing(EXTENSIONS, DeltaLake.EXTENSION);
      conf.setIfMissing(CATALOG, DeltaLake.CATALOG);
    }
  }

  /**
   * Lets this process see the jars of {@code spark.jars}, such as database drivers, as spark-submit
   * does.
   */
  private static void loadJars(SparkConf conf) {
    URL[] jars =
        Arrays.stream(conf.get("spark.jars", "").split(",", -1))
            .filter(jar -> !jar.isBlank())
            .map(JobSession::url)
            .toArray(URL[]::new);
    if (jars.length > 0 && conf.get("spark.master").startsWith("local")) {
      Thread thread = Thread.currentThread();
      thread.setContextClassLoader(new URLClassLoader(jars, thread.getContextClassLoader()));
    }
  }

  private static URL url(String jar) {
    Path file = Path.of(jar.strip().replaceFirst("^file:(//)?", ""));
    if (!Files.isReadable(file)) {
      throw UserException.of(
          ErrorKind.CONFIGURATION,
          "the key 'spark.jars' is '" + jar + "', and there is no such file",
          "write the paths of jars, with commas between them");
    }
    try {
      return file.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
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
