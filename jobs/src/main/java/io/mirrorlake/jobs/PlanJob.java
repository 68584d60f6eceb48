package io.mirrorlake.jobs;

import org.apache.spark.SparkUserAppException;

/** The plan job for spark-submit; it takes the arguments of {@code mirrorlake plan}. */
public final class PlanJob {
  private PlanJob() {}

  /** Runs the job. */
  public static void main(String[] arguments) throws SparkUserAppException {
    SubmittedJob.run("plan", arguments);
  }
}
