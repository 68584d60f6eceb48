package io.mirrorlake.jobs;

import org.apache.spark.SparkUserAppException;

/** The audit job for spark-submit; it takes the arguments of {@code mirrorlake audit}. */
public final class AuditJob {
  private AuditJob() {}

  /** Runs the job. */
  public static void main(String[] arguments) throws SparkUserAppException {
    SubmittedJob.run("audit", arguments);
  }
}
