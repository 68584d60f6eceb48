package io.mirrorlake.jobs.configuration;

import io.mirrorlake.profiler.schema.ErrorKind;
import io.mirrorlake.profiler.schema.UserException;
import java.util.Map;

/** Where a table is written to and how. */
@Shorthand("path")
public record SinkConfiguration(
    @Setting("The directory of the table.") String path,
    @Setting(value = "How the table is written.", fallback = "parquet", option = "--format")
        OutputFormat format,
    @Setting(
            value = "What happens to a table that is already there; append is for Delta.",
            fallback = "errorIfExists",
            option = "--mode")
        OutputMode mode,
    @Setting("Further options of Spark's writer, such as compression.")
        Map<String, String> options) {
  public SinkConfiguration {
    options = Map.copyOf(options);
    if (mode == OutputMode.APPEND && format != OutputFormat.DELTA) {
      throw UserException.of(
          ErrorKind.CONFIGURATION,
          "the mode 'append' needs a table with transactions, but the format is "
              + format.sparkName(),
          "write the format delta, or the mode errorIfExists or overwrite");
    }
  }
}
