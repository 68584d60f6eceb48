package io.mirrorlake.jobs.sink;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * What an output directory of one kind may hold; a directory that holds anything else is never
 * replaced.
 */
public enum OutputContent {
  /** Files that Spark writes. */
  TABLE("the rows of a table", Pattern.compile("part-.*|[^=]+=.*")),
  PROFILE("a profile", Pattern.compile("profile\\.json|.*\\.parquet")),
  REPORT("a report", Pattern.compile("report\\.(json|html)|junit\\.xml"));

  /** What Spark, Delta and Hadoop put beside their files. */
  private static final Pattern MARKS =
      Pattern.compile("_SUCCESS|_delta_log|_committed.*|_started.*|_spark_metadata|\\..*\\.crc");

  private final String shown;
  private final Pattern names;

  OutputContent(String shown, Pattern names) {
    this.shown = shown;
    this.names = names;
  }

  /** Whether all names are those of this content, or marks and logs that go with it. */
  boolean holds(Set<String> present) {
    return present.stream()
        .allMatch(name -> MARKS.matcher(name).matches() || names.matcher(name).matches());
  }

  /** The words for it in a message. */
  String shown() {
    return shown;
  }
}
