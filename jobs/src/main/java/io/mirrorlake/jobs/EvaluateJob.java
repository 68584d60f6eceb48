package io.mirrorlake.jobs;

import org.apache.spark.SparkUserAppException;

/** The evaluate job for spark-submit; it takes the arguments of {@code mirrorlake evaluate}. */
public final class EvaluateJob {
  private EvaluateJob() {}

  /** Runs the job. */
  public static void main(String[] arguments) throws SparkUserAppException {
    SubmittedJob.run("evaluate", arguments);
  }
}
