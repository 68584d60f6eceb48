package io.mirrorlake.jobs.session;

import io.mirrorlake.profiler.schema.ErrorKind;
import io.mirrorlake.profiler.schema.UserException;

/** Whether Delta Lake is on the class path; a plain Spark comes without it. */
public final class DeltaLake {
  static final String EXTENSION = "io.delta.sql.DeltaSparkSessionExtension";
  static final String CATALOG = "org.apache.spark.sql.delta.catalog.DeltaCatalog";

  private DeltaLake() {}

  /** Whether Delta tables can be read and written. */
  public static boolean isPresent() {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    String resource = EXTENSION.replace('.', '/') + ".class";
    return loader.getResource(resource) != null;
  }

  /** Refuses to go on without Delta Lake; {@code what} needs it. */
  public static void require(String what) {
    if (!isPresent()) {
      throw UserException.of(
          ErrorKind.ENVIRONMENT,
          what + " is a Delta table, but Delta Lake is not on the class path",
          "give spark-submit the option --packages io.delta:delta-spark_4.1_2.13:4.4.0, or use another format");
    }
  }
}
