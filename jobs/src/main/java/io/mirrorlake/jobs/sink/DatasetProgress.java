package io.mirrorlake.jobs.sink;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Which tables of a dataset are complete: a small file beside them, whose first line says what they
 * were made of. A run of something else does not count them.
 */
public final class DatasetProgress {
  private static final String NAME = "_mirrorlake_tables";

  private final FileSystem fileSystem;
  private final Path directory;
  private final List<String> lines;

  private DatasetProgress(FileSystem fileSystem, Path directory, List<String> lines) {
    this.fileSystem = fileSystem;
    this.directory = directory;
    this.lines = lines;
  }

  /**
   * The progress of a run below a directory.
   *
   * @param origin a line that only the same run has
   * @param resume whether tables of an earlier run count
   */
  public static DatasetProgress at(
      String path, String origin, boolean resume, Configuration hadoop) {
    try {
      Path directory = new Path(path);
      FileSystem found = directory.getFileSystem(hadoop);
      FileSystem fileSystem =
          found instanceof LocalFileSystem local ? local.getRawFileSystem() : found;
      List<String> lines = new ArrayList<>(List.of(origin));
      Path file = new Path(directory, NAME);
      if (resume && fileSystem.exists(file)) {
        List<String> present = read(fileSystem, file);
        if (!present.isEmpty() && present.get(0).equals(origin)) {
          lines.addAll(present.subList(1, present.size()));
        }
      }
      return new DatasetProgress(fileSystem, directory, lines);
    } catch (IOException e) {
      throw OutputFailures.notWritable(path, e);
    }
  }

  private static List<String> read(FileSystem fileSystem, Path file) throws IOException {
    try (FSDataInputStream in = fileSystem.open(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  /** Whether the same run has completed this table, and it is still there. */
  public synchronized boolean isDone(String table) {
    try {
      return lines.subList(1, lines.size()).contains(table)
          && fileSystem.exists(new Path(directory, table));
    } catch (IOException e) {
      throw OutputFailures.notWritable(directory.toString(), e);
    }
  }

  /** Notes that a table is complete; tables may be completed by several threads. */
  public synchronized void done(String table) {
    lines.add(table);
    try (OutputStream out = fileSystem.create(new Path(directory, NAME), true)) {
      out.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw OutputFailures.notWritable(directory.toString(), e);
    }
  }
}
