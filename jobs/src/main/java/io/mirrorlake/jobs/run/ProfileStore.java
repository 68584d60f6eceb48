package io.mirrorlake.jobs.run;

import io.mirrorlake.profiler.profile.Profile;
import io.mirrorlake.profiler.profile.ProfileJson;
import io.mirrorlake.profiler.schema.ErrorKind;
import io.mirrorlake.profiler.schema.UserException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Profiles on a file system. */
public final class ProfileStore {
  /** The document's name in a profile's directory. */
  static final String DOCUMENT = "profile.json";

  private ProfileStore() {}

  /** The document at this path: a profile's directory, or the file in it. */
  public static String text(String path, Configuration hadoop) {
    Path given = new Path(path);
    try {
      FileSystem fileSystem = given.getFileSystem(hadoop);
      boolean directory = fileSystem.getFileStatus(given).isDirectory();
      Path document = directory ? new Path(given, DOCUMENT) : given;
      try (FSDataInputStream in = fileSystem.open(document)) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
    } catch (FileNotFoundException e) {
      throw UserException.of(
              ErrorKind.PROFILE,
              "there is no profile at " + path,
              "check the path, or make one with 'mirrorlake profile'")
          .withCause(e);
    } catch (IOException e) {
      throw UserException.of(
              ErrorKind.PROFILE,
              "the profile at " + path + " cannot be read: " + e.getMessage(),
              "check that the file system can be reached, and that you may read it")
          .withCause(e);
    }
  }

  /** The profile at this path. */
  public static Profile read(String path, Configuration hadoop) {
    return ProfileJson.read(text(path, hadoop), path);
  }
}
