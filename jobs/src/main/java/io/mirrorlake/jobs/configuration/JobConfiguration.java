package io.mirrorlake.jobs.configuration;

import io.mirrorlake.profiler.schema.ErrorKind;
import io.mirrorlake.profiler.schema.UserException;
import java.util.Map;

/** What every job is told. */
public sealed interface JobConfiguration
    permits ProfileConfiguration,
        DatasetConfiguration,
        DiscoverConfiguration,
        SynthesizeConfiguration,
        PlanConfiguration,
        EvaluateConfiguration,
        AuditConfiguration,
        SplitConfiguration {
  /** Settings of Spark, without the leading {@code spark.}. */
  Map<String, String> spark();

  /** Refuses to append to an output that is one document. */
  static void requireNoAppend(OutputMode mode, String what) {
    if (mode == OutputMode.APPEND) {
      throw UserException.of(
          ErrorKind.CONFIGURATION,
          "the key 'mode' is 'append', but " + what + " cannot be appended to",
          "write errorIfExists or overwrite");
    }
  }
}
