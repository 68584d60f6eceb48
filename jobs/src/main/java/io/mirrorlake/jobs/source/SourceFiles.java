package io.mirrorlake.jobs.source;

import io.mirrorlake.jobs.configuration.Locations;
import io.mirrorlake.jobs.configuration.SourceFormat;
import io.mirrorlake.profiler.schema.ErrorKind;
import io.mirrorlake.profiler.schema.UserException;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** The files behind a path: a file, a directory, or a pattern such as {@code data/*.csv}. */
final class SourceFiles {
  /** The directory that makes its parent a Delta table. */
  private static final String DELTA_LOG = "_delta_log";

  private static final Set<String> COMPRESSIONS =
      Set.of("gz", "bz2", "zst", "snappy", "lz4", "deflate", "xz");

  private static final Map<String, SourceFormat> EXTENSIONS =
      Map.of(
          "parquet", SourceFormat.PARQUET,
          "csv", SourceFormat.CSV,
          "tsv", SourceFormat.CSV,
          "txt", SourceFormat.CSV,
          "json", SourceFormat.JSON,
          "jsonl", SourceFormat.JSON,
          "ndjson", SourceFormat.JSON,
          "orc", SourceFormat.ORC);

  private final String path;
  private final FileSystem fileSystem;
  private final List<FileStatus> roots;

  private SourceFiles(String path, FileSystem fileSystem, List<FileStatus> roots) {
    this.path = path;
    this.fileSystem = fileSystem;
    this.roots = roots;
  }

  /** The files at this path, which must exist. */
  static SourceFiles at(String path, Configuration hadoop) {
    Path pattern = new Path(path);
    try {
      FileSystem fileSystem = pattern.getFileSystem(hadoop);
      FileStatus[] found = fileSystem.globStatus(pattern);
      if (found == null || found.length == 0) {
        throw UserException.of(
            ErrorKind.SOURCE,
            "there is no file or directory " + fileSystem.makeQualified(pattern).toUri().getPath(),
            "check the path; a relative one starts at the directory the job is run in");
      }
      return new SourceFiles(path, fileSystem, List.of(found));
    } catch (IOException e) {
      throw unreachable(path, e);
    }
  }

  private static UserException unreachable(String path, IOException e) {
    return UserException.of(
            ErrorKind.ENVIRONMENT,
            "the file system of "
                + Locations.shown(path)
                + " cannot be read: "
                + SourceFailures.firstLine(e),
            "check that it can be reached, and that you may read it")
        .withCause(e);
  }

  /** The path in full, without credentials. */
  String location() {
    return Locations.shown(fileSystem.makeQualified(new Path(path)).toString());
  }

  /** The table's name: the last name of the path, without endings. */
  String name() {
    Path last = new Path(path);
    while (last.getName().matches(".*[*?\\[{].*") && last.getParent() != null) {
      last = last.getParent();
    }
    String name = last.getName().replaceFirst("\\..*$", "");
    return name.isBlank() ? "table" : name;
  }

  /**
   * What was read: how many files, and when the youngest was changed; their size would tell the
   * rows to the last one.
   */
  String version() {
    List<FileStatus> files = files();
    long changed = files.stream().mapToLong(FileStatus::getModificationTime).max().orElse(0);
    return files.size() + " files, changed " + Instant.ofEpochMilli(changed);
  }

  boolean isDelta() {
    try {
      return roots.size() == 1
          && roots.get(0).isDirectory()
          && fileSystem.exists(new Path(roots.get(0).getPath(), DELTA_LOG));
    } catch (IOException e) {
      throw unreachable(path, e);
    }
  }

  /** The format that the files' names tell. */
  SourceFormat format() {
    if (isDelta()) {
      return SourceFormat.DELTA;
    }
    Set<SourceFormat> formats =
        files().stream()
            .map(file -> format(file.getPath()))
            .flatMap(Optional::stream)
            .collect(Collectors.toSet());
    if (formats.size() == 1) {
      return formats.iterator().next();
    }
    throw UserException.of(
        ErrorKind.SOURCE,
        "the names of the files at "
            + path
            + " tell "
            + (formats.isEmpty() ? "no format" : "several formats"),
        "name it: 'format' is one of parquet, delta, csv, json, orc");
  }

  private static Optional<SourceFormat> format(Path file) {
    String[] endings = file.getName().toLowerCase(Locale.ROOT).split("\\.", -1);
    int last = endings.length - 1;
    String ending =
        last > 0 && COMPRESSIONS.contains(endings[last]) ? endings[last - 1] : endings[last];
    return Optional.ofNullable(EXTENSIONS.get(ending));
  }

  /**
   * The data files, in the order of their names; names that begin with a dot or an underscore are
   * no data.
   */
  List<FileStatus> files() {
    List<FileStatus> files = new ArrayList<>();
    roots.forEach(root -> collect(root, files));
    files.sort(Comparator.comparing(file -> file.getPath().toString()));
    if (files.isEmpty()) {
      throw UserException.of(
          ErrorKind.SOURCE,
          "the directory " + location() + " holds no data files",
          "check the path, or what wrote to it");
    }
    return List.copyOf(files);
  }

  private void collect(FileStatus status, List<FileStatus> files) {
    if (!status.isDirectory()) {
      files.add(status);
      return;
    }
    children(status).filter(SourceFiles::isData).forEach(child -> collect(child, files));
  }

  private Stream<FileStatus> children(FileStatus directory) {
    try {
      return Arrays.stream(fileSystem.listStatus(directory.getPath()));
    } catch (IOException e) {
      throw unreachable(path, e);
    }
  }

  private static boolean isData(FileStatus file) {
    String name = file.getPath().getName();
    return !name.startsWith(".") && !name.startsWith("_");
  }
}
