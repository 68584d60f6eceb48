package io.mirrorlake.jobs;

import org.apache.spark.SparkUserAppException;

/** The split job for spark-submit; it takes the arguments of {@code mirrorlake split}. */
public final class SplitJob {
  private SplitJob() {}

  /** Runs the job. */
  public static void main(String[] arguments) throws SparkUserAppException {
    SubmittedJob.run("split", arguments);
  }
}
