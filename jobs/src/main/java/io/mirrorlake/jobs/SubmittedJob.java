package io.mirrorlake.jobs;

import io.mirrorlake.jobs.cli.Mirrorlake;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkUserAppException;

/**
 * A job under spark-submit. The session is stopped when the command returns; here only the exit
 * code is left to hand on.
 */
final class SubmittedJob {
  private SubmittedJob() {}

  /**
   * Runs the command, and makes its exit code the driver's.
   *
   * @throws SparkUserAppException on YARN in cluster mode, which would report any exit of the
   *     process as a failure of its own; it takes the exit code from this exception
   */
  static void run(String command, String[] arguments) throws SparkUserAppException {
    int code =
        Mirrorlake.run(
            Stream.concat(Stream.of(command), Stream.of(arguments)).toArray(String[]::new));
    if (code == 0) {
      return;
    }
    if (isYarnCluster(new SparkConf())) {
      throw new SparkUserAppException(
          code,
          new IllegalStateException("mirrorlake " + command + " ended with exit code " + code));
    }
    System.exit(code);
  }

  private static boolean isYarnCluster(SparkConf conf) {
    return conf.get("spark.master", "").equals("yarn")
        && conf.get("spark.submit.deployMode", "").equals("cluster");
  }
}
