package io.mirrorlake.profiler.profile;

import io.mirrorlake.profiler.schema.ErrorKind;
import io.mirrorlake.profiler.schema.UserException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What was learned from one or more source tables.
 *
 * @param provenance when, by what and from which configuration it was made
 * @param disclosure the rules under which it was made
 * @param tables the tables, at least one, with different names
 */
public record Profile(Provenance provenance, Disclosure disclosure, List<TableProfile> tables) {
  /** The version of the document's format; a reader refuses any other. */
  public static final int FORMAT_VERSION = 1;

  public Profile {
    tables = List.copyOf(tables);
    if (tables.isEmpty()) {
      throw new IllegalArgumentException("a profile needs a table");
    }
    if (tables.stream().map(TableProfile::name).distinct().count() != tables.size()) {
      throw new IllegalArgumentException("two tables have the same name");
    }
    DatasetFit.require(tables);
  }

  /**
   * The table of this name.
   *
   * @throws UserException where the profile has no such table
   */
  public TableProfile table(String name) {
    return tables.stream()
        .filter(table -> table.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                UserException.of(
                    ErrorKind.PROFILE,
                    "the profile has no table '" + name + "'",
                    "name one of its tables: " + names()));
  }

  /**
   * The only table.
   *
   * @throws UserException where there are several
   */
  public TableProfile onlyTable() {
    if (tables.size() > 1) {
      throw UserException.of(
          ErrorKind.PROFILE,
          "the profile has " + tables.size() + " tables, and none was named",
          "name one of " + names());
    }
    return tables.get(0);
  }

  private String names() {
    return tables.stream().map(TableProfile::name).collect(Collectors.joining(", "));
  }
}
