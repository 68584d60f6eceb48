package io.mirrorlake.jobs.sink;

import io.mirrorlake.jobs.configuration.OutputMode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;

/** A text file that a job writes. */
public final class OutputFile {
  private final FileSystem fileSystem;
  private final Path target;

  private OutputFile(FileSystem fileSystem, Path target) {
    this.fileSystem = fileSystem;
    this.target = target;
  }

  /** Makes ready to write; refuses where the output is in the way, before any work is done. */
  public static OutputFile prepare(String path, OutputMode mode, Configuration hadoop) {
    try {
      FileSystem found = new Path(path).getFileSystem(hadoop);
      Path target = found.makeQualified(new Path(path));
      FileSystem fileSystem =
          found instanceof LocalFileSystem local ? local.getRawFileSystem() : found;
      if (fileSystem.exists(target)
          && (mode != OutputMode.OVERWRITE || fileSystem.getFileStatus(target).isDirectory())) {
        throw OutputFailures.exists(target);
      }
      return new OutputFile(fileSystem, target);
    } catch (IOException e) {
      throw OutputFailures.notWritable(path, e);
    }
  }

  /** Writes the file. */
  public void write(String text) {
    try (OutputStream out = fileSystem.create(target, true)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw OutputFailures.notWritable(target.toString(), e);
    }
  }
}
