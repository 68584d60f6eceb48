package io.mirrorlake.jobs.configuration;

import io.mirrorlake.profiler.schema.ErrorKind;
import io.mirrorlake.profiler.schema.UserException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The text of a configuration file, from any file system that Hadoop knows: the driver may run on
 * another machine.
 */
public final class ConfigurationFile {
  private ConfigurationFile() {}

  /**
   * The text of the file.
   *
   * @throws UserException where it cannot be read
   */
  public static String read(String path) {
    Path file = new Path(path);
    // Not the cached instance: closing it would close it for the job too.
    try (FileSystem fileSystem = FileSystem.newInstance(file.toUri(), new Configuration());
        FSDataInputStream in = fileSystem.open(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw UserException.of(
              ErrorKind.CONFIGURATION,
              "the configuration file " + path + " cannot be read: " + e.getMessage(),
              "check the path")
          .withCause(e);
    }
  }
}
