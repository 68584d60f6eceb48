package io.mirrorlake.jobs.discover;

import io.mirrorlake.jobs.source.NamePattern;
import io.mirrorlake.profiler.relation.discovery.ProposedTable;
import io.mirrorlake.profiler.relation.discovery.ProposedTable.ProposedReference;
import io.mirrorlake.profiler.schema.ErrorKind;
import io.mirrorlake.profiler.schema.UserException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The tables that are declared to be kept as they are. */
final class KeptTables {
  private KeptTables() {}

  /**
   * The tables that are meant.
   *
   * @param patterns their names, with * for any letters
   * @param tables the tables that there are
   * @throws UserException where a pattern matches none of them
   */
  static Set<String> named(List<String> patterns, Collection<String> tables) {
    Set<String> kept = new TreeSet<>();
    for (String text : patterns) {
      NamePattern pattern = NamePattern.of(text);
      List<String> found = tables.stream().filter(pattern::matches).toList();
      if (found.isEmpty()) {
        throw UserException.of(
            ErrorKind.CONFIGURATION,
            "'reference' names the table '"
                + text
                + "', but the tables are "
                + String.join(", ", tables),
            "correct the name, or remove it");
      }
      kept.addAll(found);
    }
    return kept;
  }

  /**
   * Requires that tables which are kept refer to such tables only.
   *
   * @throws UserException where one refers to a table that is made up
   */
  static void requireClosed(List<ProposedTable> tables) {
    Set<String> kept =
        tables.stream()
            .filter(ProposedTable::reference)
            .map(ProposedTable::name)
            .collect(Collectors.toSet());
    for (ProposedTable table : tables) {
      for (ProposedReference reference : table.references()) {
        String parent = reference.key().parent();
        if (table.reference() && !kept.contains(parent)) {
          throw UserException.of(
              ErrorKind.CONFIGURATION,
              "the table '"
                  + table.name()
                  + "' is to be kept as it is, but refers to '"
                  + parent
                  + "' ("
                  + String.join(", ", reference.key().columns())
                  + "), which is made up",
              "name '"
                  + parent
                  + "' in 'reference' too, or leave '"
                  + table.name()
                  + "' out of it");
        }
      }
    }
  }
}
