package io.mirrorlake.jobs.source;

import io.mirrorlake.jobs.configuration.DiscoverConfiguration;
import io.mirrorlake.jobs.configuration.DiscoverConfiguration.DatasetSourceConfiguration;
import io.mirrorlake.jobs.configuration.Locations;
import io.mirrorlake.jobs.configuration.SourceConfiguration;
import io.mirrorlake.jobs.configuration.SourceFormat;
import io.mirrorlake.profiler.relation.discovery.DeclaredKeys;
import io.mirrorlake.profiler.schema.ErrorKind;
import io.mirrorlake.profiler.schema.UserException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Lists the tables of a directory or of a database. */
public final class TableListing {
  private static final Pattern DATA =
      Pattern.compile(
          ".*\\.(csv|tsv|txt|parquet|orc|json|jsonl|ndjson)(\\.(gz|bz2|zst|snappy|lz4|deflate))?");

  private final DiscoverConfiguration configuration;

  private TableListing(DiscoverConfiguration configuration) {
    this.configuration = configuration;
  }

  /** The tables that the configuration asks for, in the order of their names. */
  public static List<ListedTable> of(DiscoverConfiguration configuration, Configuration hadoop) {
    return new TableListing(configuration).tables(hadoop);
  }

  private List<ListedTable> tables(Configuration hadoop) {
    List<ListedTable> all =
        configuration.source().isDatabase()
            ? DatabaseListing.of(configuration.source(), this::isWanted)
            : directory(hadoop);
    List<ListedTable> wanted =
        all.stream()
            .filter(table -> isWanted(table.name()))
            .sorted(Comparator.comparing(ListedTable::name))
            .toList();
    if (wanted.isEmpty()) {
      throw UserException.of(
          ErrorKind.SOURCE,
          Locations.shown(configuration.source().path())
              + " holds no table that is asked for; it has "
              + (all.isEmpty()
                  ? "none"
                  : all.stream().map(ListedTable::name).collect(Collectors.joining(", "))),
          "check the path, the schema, and 'tables' and 'exclude'");
    }
    requireDifferent(wanted);
    return wanted;
  }

  private boolean isWanted(String name) {
    boolean named =
        configuration.tables().isEmpty() || NamePattern.anyMatches(configuration.tables(), name);
    return named && !NamePattern.anyMatches(configuration.exclude(), name);
  }

  private static void requireDifferent(List<ListedTable> tables) {
    Set<String> names = new HashSet<>();
    for (ListedTable table : tables) {
      if (!names.add(table.name())) {
        throw UserException.of(
            ErrorKind.SOURCE,
            "two tables have the name '" + table.name() + "'",
            "leave one of them out, or name the schema");
      }
    }
  }

  private List<ListedTable> directory(Configuration hadoop) {
    String path = configuration.source().path();
    try {
      Path directory = new Path(path);
      FileSystem fileSystem = directory.getFileSystem(hadoop);
      if (!fileSystem.exists(directory) || !fileSystem.getFileStatus(directory).isDirectory()) {
        throw UserException.of(
            ErrorKind.SOURCE,
            "there is no directory " + Locations.shown(path),
            "give a directory that holds a file or a directory for each table, or a database's URL");
      }
      List<ListedTable> tables = new ArrayList<>();
      for (FileStatus entry : fileSystem.listStatus(directory)) {
        if (isTable(fileSystem, entry)) {
          String location = path.replaceFirst("/+$", "") + "/" + entry.getPath().getName();
          String name = entry.getPath().getName().replaceFirst("\\..*$", "");
          tables.add(new ListedTable(name, file(location), DeclaredKeys.NONE));
        }
      }
      return tables;
    } catch (IOException e) {
      throw UserException.of(
              ErrorKind.ENVIRONMENT,
              "the directory "
                  + Locations.shown(path)
                  + " cannot be read: "
                  + SourceFailures.firstLine(e),
              "check that it can be reached, and that you may read it")
          .withCause(e);
    }
  }

  private static boolean isTable(FileSystem fileSystem, FileStatus entry) throws IOException {
    String name = entry.getPath().getName();
    if (name.startsWith(".") || name.startsWith("_")) {
      return false;
    }
    return entry.isDirectory()
        ? Arrays.stream(fileSystem.listStatus(entry.getPath()))
            .map(each -> each.getPath().getName())
            .anyMatch(each -> each.equals("_delta_log") || DATA.matcher(each).matches())
        : DATA.matcher(name).matches();
  }

  private SourceConfiguration file(String location) {
    DatasetSourceConfiguration source = configuration.source();
    return new SourceConfiguration(
        location,
        SourceFormat.AUTO,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        source.csv(),
        source.jdbc(),
        source.options());
  }
}
