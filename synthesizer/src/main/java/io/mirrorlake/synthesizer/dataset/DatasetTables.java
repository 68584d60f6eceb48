package io.mirrorlake.synthesizer.dataset;

import io.mirrorlake.profiler.profile.Profile;
import io.mirrorlake.profiler.profile.TableProfile;
import io.mirrorlake.profiler.relation.Reference;
import io.mirrorlake.profiler.relation.ReferenceLaw;
import io.mirrorlake.profiler.relation.TableRole;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The tables of a profile and their lines of leading parents. Immutable. */
final class DatasetTables {
  private final Profile profile;

  DatasetTables(Profile profile) {
    this.profile = profile;
  }

  TableProfile table(String name) {
    return profile.table(name);
  }

  /** The table's leading parents, from the first on, and the table. */
  List<TableProfile> line(String name) {
    List<TableProfile> line = new ArrayList<>();
    Optional<TableProfile> at = Optional.of(table(name));
    while (at.isPresent()) {
      line.add(0, at.get());
      at = at.get().relations().leading().map(reference -> table(reference.parent()));
    }
    return line;
  }

  /** The first of the table's line. */
  TableProfile root(String name) {
    return line(name).get(0);
  }

  /** The tables whose leading parent it is. */
  List<TableProfile> children(String name) {
    return profile.tables().stream()
        .filter(
            table -> table.relations().leading().filter(of -> of.parent().equals(name)).isPresent())
        .toList();
  }

  /** All tables that descend from it, and itself. */
  List<TableProfile> descendants(String name) {
    return profile.tables().stream()
        .filter(table -> line(table.name()).stream().anyMatch(of -> of.name().equals(name)))
        .toList();
  }

  /** How many rows of a table descend from a row of this one on average, at most; at least 1. */
  double descent(TableProfile table) {
    return descendants(table.name()).stream()
        .mapToDouble(of -> (double) of.rows() / Math.max(1, table.rows()))
        .reduce(1, Math::max);
  }

  static boolean isReference(TableProfile table) {
    return table.relations().role() == TableRole.REFERENCE;
  }

  static Optional<ReferenceLaw.Family> family(TableProfile table) {
    return table.relations().leading().map(reference -> (ReferenceLaw.Family) reference.law());
  }

  /**
   * The tables, each after its leading parent, and after other parents where there is no circle.
   */
  List<String> order() {
    Set<String> done = new LinkedHashSet<>();
    for (TableProfile table : profile.tables()) {
      visit(table, new LinkedHashSet<>(), done);
    }
    return List.copyOf(done);
  }

  private void visit(TableProfile table, Set<String> open, Set<String> done) {
    if (done.contains(table.name()) || !open.add(table.name())) {
      return;
    }
    // The leading parents go first: no circle can keep them back, as theirs is a line.
    table
        .relations()
        .leading()
        .ifPresent(leading -> visitLeading(table(leading.parent()), open, done));
    for (Reference reference : table.relations().references()) {
      visit(table(reference.parent()), open, done);
    }
    done.add(table.name());
  }

  private void visitLeading(TableProfile parent, Set<String> open, Set<String> done) {
    visit(parent, open, done);
    if (!done.contains(parent.name())) {
      parent
          .relations()
          .leading()
          .ifPresent(leading -> visitLeading(table(leading.parent()), open, done));
      done.add(parent.name());
    }
  }
}
