package io.mirrorlake.jobs.bench;

import io.mirrorlake.profiler.schema.ErrorKind;
import io.mirrorlake.profiler.schema.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A directory of this machine that is gone, with all in it, when it is closed. */
public final class TemporaryDirectory implements AutoCloseable {
  private final Path path;

  private TemporaryDirectory(Path path) {
    this.path = path;
  }

  /** A new one inside the given directory, which is made where it is missing. */
  public static TemporaryDirectory inside(String parent) {
    try {
      Path made = Files.createDirectories(Path.of(parent));
      return new TemporaryDirectory(Files.createTempDirectory(made, "mirrorlake-bench-"));
    } catch (IOException e) {
      throw failure(parent, e);
    }
  }

  /** Where it is. */
  public Path path() {
    return path;
  }

  @Override
  public void close() {
    try (Stream<Path> files = Files.walk(path)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw failure(path.toString(), e);
    }
  }

  private static UserException failure(String where, IOException cause) {
    return UserException.of(
            ErrorKind.OUTPUT,
            "the directory " + where + " cannot be written: " + cause.getMessage(),
            "give --work a directory that you may write to")
        .withCause(cause);
  }
}
