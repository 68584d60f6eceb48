package io.mirrorlake.jobs;

import org.apache.spark.SparkUserAppException;

/** The synthesize job for spark-submit; it takes the arguments of {@code mirrorlake synthesize}. */
public final class SynthesizeJob {
  private SynthesizeJob() {}

  /** Runs the job. */
  public static void main(String[] arguments) throws SparkUserAppException {
    SubmittedJob.run("synthesize", arguments);
  }
}
