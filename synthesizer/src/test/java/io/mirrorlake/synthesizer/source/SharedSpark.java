package io.mirrorlake.synthesizer.source;

import io.mirrorlake.profiler.profile.Profile;
import io.mirrorlake.profiler.profile.ProfileJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;

/** The one session of this module's tests: two cores, and four attempts a task. */
final class SharedSpark {
  private static final SparkSession SESSION =
      SparkSession.builder()
          .master("local[2,4]")
          .appName("synthesizer tests")
          .config("spark.ui.enabled", "false")
          .config("spark.sql.shuffle.partitions", "2")
          .getOrCreate();

  private SharedSpark() {}

  static SparkSession session() {
    return SESSION;
  }

  /** Writes the profile into a directory, as a profile job does. */
  static String write(Profile profile, Path directory) {
    try {
      Files.createDirectories(directory);
      Files.writeString(directory.resolve("profile.json"), ProfileJson.write(profile));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return directory.toString();
  }
}
