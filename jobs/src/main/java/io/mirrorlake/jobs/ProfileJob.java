package io.mirrorlake.jobs;

import org.apache.spark.SparkUserAppException;

/** The profile job for spark-submit; it takes the arguments of {@code mirrorlake profile}. */
public final class ProfileJob {
  private ProfileJob() {}

  /** Runs the job. */
  public static void main(String[] arguments) throws SparkUserAppException {
    SubmittedJob.run("profile", arguments);
  }
}
