package io.mirrorlake.synthesizer.dataset;

import io.mirrorlake.profiler.profile.TableProfile;
import io.mirrorlake.profiler.relation.Closure;
import io.mirrorlake.profiler.relation.Reference;
import io.mirrorlake.profiler.relation.ReferenceLaw.Popular;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What of a plan is not exactly as in the source or as asked for, for people.
 *
 * @param plan the plan
 * @param tables its tables
 * @param size the size that was asked for
 */
record Approximations(DatasetPlan plan, DatasetTables tables, DatasetSize size) {
  /** A line for each of them. */
  List<String> notes() {
    List<String> notes = new ArrayList<>();
    for (String name : tables.order()) {
      TableProfile table = tables.table(name);
      ofRows(table).ifPresent(notes::add);
      for (Reference reference : table.relations().references()) {
        if (reference.law() instanceof Popular popular) {
          ofParents(table, reference, popular).ifPresent(notes::add);
        }
      }
    }
    return notes;
  }

  private Optional<String> ofRows(TableProfile table) {
    String name = table.name();
    Optional<Long> wanted = Optional.ofNullable(size.rows().get(name));
    if (DatasetTables.isReference(table)) {
      return Optional.of(name + ": kept as it is, " + plan.rows(name) + " rows at any scale");
    }
    Optional<Closure> closure = table.relations().closure();
    if (closure.isPresent()) {
      return Optional.of(
          String.format(
              "%s: %d rows, one for each pair of a row of '%s' and one above it",
              name, plan.rows(name), closure.get().parent()));
    }
    if (wanted.isPresent() && wanted.get() != plan.rows(name)) {
      return Optional.of(
          String.format(
              "%s: %d rows instead of %d, as they come in whole families of '%s'",
              name, plan.rows(name), wanted.get(), tables.root(name).name()));
    }
    return RootRows.isFull(table, size)
        ? Optional.of(
            String.format(
                "%s: %d rows at this scale, as its key has no more combinations",
                name, plan.rows(name)))
        : Optional.empty();
  }

  private Optional<String> ofParents(TableProfile table, Reference reference, Popular law) {
    String parent = "'" + reference.parent() + "'";
    if (!law.once()) {
      return hasEmptyCell(reference.parent())
          ? Optional.of(
              reference.name()
                  + ": "
                  + parent
                  + " is too small for all of its cells; rows of a missing one refer to any")
          : Optional.empty();
    }
    long repeated = plan.repeated(table, reference);
    return repeated > 0
        ? Optional.of(reference.name() + ": " + repeated + " rows share their row of " + parent)
        : Optional.empty();
  }

  private boolean hasEmptyCell(String table) {
    Cells cells = plan.cells(table);
    return IntStream.range(0, cells.count()).anyMatch(cell -> cells.size(cell) == 0);
  }
}
