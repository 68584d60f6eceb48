package io.mirrorlake.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The rows of a directory of CSV files with headers, in which no field has a comma. */
public final class CsvRows {
  private CsvRows() {}

  public static List<String[]> of(Path output) throws IOException {
    List<String[]> rows = new ArrayList<>();
    try (Stream<Path> files = Files.list(output)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".csv")).toList()) {
        Files.readAllLines(file).stream()
            .skip(1)
            .map(line -> line.split(",", -1))
            .forEach(rows::add);
      }
    }
    return rows;
  }
}
