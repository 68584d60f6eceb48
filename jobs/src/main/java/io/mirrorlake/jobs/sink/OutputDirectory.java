package io.mirrorlake.jobs.sink;

import io.mirrorlake.jobs.configuration.OutputMode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;

/**
 * A directory that is made under another name beside its place, and moved there when it is
 * complete. On file systems whose rename is not atomic (object stores) there is a moment in which
 * the old output is gone and the new one not yet there; the next run then restores the old one.
 */
public final class OutputDirectory implements AutoCloseable {
  private static final String MARK = ".mirrorlake-";
  private static final String STAGING = ".staging";
  private static final String REPLACED = ".replaced";

  /**
   * No job works on one output for longer; what is older was left behind by a process that was
   * killed.
   */
  private static final Duration LEFT_BEHIND = Duration.ofHours(24);

  private final FileSystem fileSystem;
  private final Path target;
  private final Path staging;
  private final Path replaced;
  private final OutputMode mode;

  private OutputDirectory(FileSystem fileSystem, Path target, OutputMode mode) {
    this.fileSystem = fileSystem;
    this.target = target;
    this.mode = mode;
    String run = UUID.randomUUID().toString();
    this.staging = new Path(target.getParent(), prefix(target) + run + STAGING);
    this.replaced = new Path(target.getParent(), prefix(target) + run + REPLACED);
  }

  /**
   * Makes ready to write; refuses where the output is in the way or cannot be written, before any
   * work is done.
   */
  public static OutputDirectory prepare(
      String path, OutputMode mode, OutputContent content, Configuration hadoop) {
    try {
      FileSystem found = new Path(path).getFileSystem(hadoop);
      Path target = found.makeQualified(new Path(path));
      // Checksum files beside a document would make it unreadable once a person has edited it.
      boolean document = content != OutputContent.TABLE;
      FileSystem fileSystem =
          document && found instanceof LocalFileSystem local ? local.getRawFileSystem() : found;
      OutputDirectory directory = new OutputDirectory(fileSystem, target, mode);
      directory.begin(content);
      return directory;
    } catch (IOException e) {
      throw OutputFailures.notWritable(path, e);
    }
  }

  private void begin(OutputContent content) throws IOException {
    if (target.getParent() == null) {
      throw OutputFailures.holdsOthers(target, content);
    }
    tidy();
    if (fileSystem.exists(target)) {
      requireReplaceable(content);
    }
    if (!fileSystem.mkdirs(staging)) {
      throw new IOException("the directory cannot be made");
    }
    // Also when the process is interrupted.
    fileSystem.deleteOnExit(staging);
  }

  private void requireReplaceable(OutputContent content) throws IOException {
    if (mode == OutputMode.ERROR_IF_EXISTS) {
      throw OutputFailures.exists(target);
    }
    boolean file = fileSystem.getFileStatus(target).isFile();
    Set<String> names =
        Arrays.stream(fileSystem.listStatus(target))
            .map(child -> child.getPath().getName())
            .collect(Collectors.toSet());
    if (file || !content.holds(names)) {
      throw OutputFailures.holdsOthers(target, content);
    }
  }

  /** Puts right what a killed process left: the old output comes back, an unfinished one goes. */
  private void tidy() throws IOException {
    if (!fileSystem.exists(target.getParent())) {
      return;
    }
    for (FileStatus sibling : fileSystem.listStatus(target.getParent())) {
      String name = sibling.getPath().getName();
      if (name.startsWith(prefix(target))) {
        tidy(sibling, name);
      }
    }
  }

  private void tidy(FileStatus leftover, String name) throws IOException {
    boolean old =
        System.currentTimeMillis() - leftover.getModificationTime() > LEFT_BEHIND.toMillis();
    if (name.endsWith(REPLACED) && !fileSystem.exists(target)) {
      rename(leftover.getPath(), target);
    } else if (old) {
      fileSystem.delete(leftover.getPath(), true);
    }
  }

  private static String prefix(Path target) {
    return "." + target.getName() + MARK;
  }

  /** Where the output is made. */
  Path staging() {
    return staging;
  }

  /** Where it will be. */
  public Path target() {
    return target;
  }

  /** Writes a text file into the output. */
  public void write(String name, String text) {
    try (FSDataOutputStream out = fileSystem.create(new Path(staging, name), false)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw OutputFailures.notWritable(target.toString(), e);
    }
  }

  /** Moves the complete output to its place; what was there is deleted only after that. */
  public void commit() {
    try {
      boolean present = fileSystem.exists(target);
      if (present && mode != OutputMode.OVERWRITE) {
        // Another job was faster; what it wrote stays.
        throw OutputFailures.exists(target);
      }
      if (present) {
        rename(target, replaced);
      }
      putInPlace(present);
      fileSystem.cancelDeleteOnExit(staging);
      fileSystem.delete(replaced, true);
    } catch (IOException e) {
      throw OutputFailures.notWritable(target.toString(), e);
    }
  }

  private void putInPlace(boolean restore) throws IOException {
    boolean placed = false;
    try {
      rename(staging, target);
      placed = true;
    } finally {
      if (!placed && restore) {
        rename(replaced, target);
      }
    }
  }

  private void rename(Path from, Path to) throws IOException {
    // Renaming onto a directory would move into it.
    if (fileSystem.exists(to) || !fileSystem.rename(from, to)) {
      throw new IOException(from + " cannot be renamed to " + to);
    }
  }

  /**
   * Removes what was not committed. Spark reports a failed write while other tasks of it may still
   * run and make the directory again; the deletion at exit, after Spark has stopped, gets those.
   */
  @Override
  public void close() {
    try {
      fileSystem.delete(staging, true);
    } catch (IOException e) {
      throw OutputFailures.notWritable(staging.toString(), e);
    }
  }
}
