package io.mirrorlake.synthesizer.source;

import io.mirrorlake.profiler.profile.ProfileJson;
import io.mirrorlake.profiler.schema.ErrorKind;
import io.mirrorlake.profiler.schema.UserException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/** Reads a profile from any file system that Spark reaches. */
final class ProfileFile {
  /** The name of the document in a profile's directory. */
  private static final String DOCUMENT = "profile.json";

  /** Each read of a table asks for its profile several times; parsing a large one takes seconds. */
  private static final PlanCache<String, ProfileDocument> READ = new PlanCache<>(4);

  private ProfileFile() {}

  /**
   * The profile in a directory, or in a file.
   *
   * @throws UserException where it is missing, not readable or corrupt
   */
  static ProfileDocument read(String location) {
    Path path = new Path(location);
    try {
      FileSystem files =
          path.getFileSystem(SparkSession.active().sparkContext().hadoopConfiguration());
      Path document = files.getFileStatus(path).isDirectory() ? new Path(path, DOCUMENT) : path;
      try (FSDataInputStream stream = files.open(document)) {
        String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        return READ.get(
            text, () -> new ProfileDocument(ProfileJson.read(text, document.toString()), text));
      }
    } catch (FileNotFoundException e) {
      throw UserException.of(
              ErrorKind.PROFILE,
              "there is no profile at " + location,
              "give the directory that a profile job wrote, or the " + DOCUMENT + " in it")
          .withCause(e);
    } catch (IOException e) {
      throw UserException.of(
              ErrorKind.PROFILE,
              "the profile at " + location + " cannot be read: " + e.getMessage(),
              "check the path's scheme, the file system and your right to read it")
          .withCause(e);
    }
  }
}
