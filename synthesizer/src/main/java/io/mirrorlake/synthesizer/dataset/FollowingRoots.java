package io.mirrorlake.synthesizer.dataset;

import io.mirrorlake.profiler.profile.TableProfile;
import io.mirrorlake.profiler.relation.FanOutLaw;
import io.mirrorlake.profiler.relation.Reference;
import io.mirrorlake.profiler.relation.ReferenceLaw;
import io.mirrorlake.profiler.relation.ReferenceLaw.Popular;
import io.mirrorlake.profiler.relation.TableRole;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tables whose size follows from the rows that refer to them: where every row of a table has the
 * same number of children, or at most one, in a table that it does not lead, the two would
 * otherwise be counted apart and fit each other by luck only.
 */
final class FollowingRoots {
  private final List<TableProfile> profiles;
  private final DatasetTables tables;

  /** By the first tables of lines: those whose sizes have to be known before. */
  private final Map<String, Set<String>> needs = new HashMap<>();

  private FollowingRoots(List<TableProfile> profiles, DatasetTables tables) {
    this.profiles = profiles;
    this.tables = tables;
  }

  /**
   * What a table follows.
   *
   * @param child the table that refers to it
   * @param reference its reference
   */
  record Followed(String child, Reference reference) {

    private List<FanOutLaw> laws() {
      return ((Popular) reference.law()).byCell();
    }

    /** The cells of the table, from how many rows refer to each of them. */
    Cells cells(long[] children, Cells otherwise) {
      long[] starts = new long[children.length + 1];
      for (int cell = 0; cell < children.length; cell++) {
        double mean = laws().get(cell).mean();
        long size =
            mean > 0
                ? Math.max(
                    (long) Math.ceil(children[cell] / Math.max(1, mean)),
                    Math.round(children[cell] / mean))
                : otherwise.size(cell);
        starts[cell + 1] = starts[cell] + size;
      }
      return starts[children.length] > 0 ? Cells.at(starts) : otherwise;
    }
  }

  /**
   * The tables by name.
   *
   * @param set the first tables of lines for which rows are asked for: these follow nothing
   */
  static Map<String, Followed> of(
      List<TableProfile> profiles, DatasetTables tables, Set<String> set) {
    FollowingRoots roots = new FollowingRoots(profiles, tables);
    profiles.forEach(roots::need);
    Map<String, Followed> followed = new HashMap<>();
    for (TableProfile table : profiles) {
      if (mayFollow(table) && !set.contains(table.name())) {
        roots.followed(table).ifPresent(of -> followed.put(table.name(), of));
      }
    }
    return followed;
  }

  private static boolean mayFollow(TableProfile table) {
    return table.relations().role() == TableRole.SYNTHESIZED
        && table.relations().references().stream()
            .noneMatch(of -> of.leads() || of.law() instanceof ReferenceLaw.Level);
  }

  /** How many children a row can have at most depends on the parents that may not come twice. */
  private void need(TableProfile table) {
    Set<String> of = needs.computeIfAbsent(tables.root(table.name()).name(), n -> new HashSet<>());
    for (Reference reference : table.relations().references()) {
      if (reference.law() instanceof Popular popular && popular.distinct()) {
        of.add(tables.root(reference.parent()).name());
      }
    }
  }

  private Optional<Followed> followed(TableProfile table) {
    for (TableProfile child : profiles) {
      String root = tables.root(child.name()).name();
      for (Reference reference : child.relations().references()) {
        boolean exact =
            reference.parent().equals(table.name())
                && reference.orphans().isEmpty()
                && reference.law() instanceof Popular popular
                && (popular.once() || isEven(popular.byCell()));
        if (exact && !reaches(root, table.name(), new HashSet<>())) {
          needs.computeIfAbsent(table.name(), n -> new HashSet<>()).add(root);
          return Optional.of(new Followed(child.name(), reference));
        }
      }
    }
    return Optional.empty();
  }

  /** Whether all parents have the same whole number of children. */
  private static boolean isEven(List<FanOutLaw> laws) {
    double children = laws.get(0).runs().get(0).children();
    return children >= 1
        && children == Math.rint(children)
        && laws.stream()
            .allMatch(law -> law.runs().stream().allMatch(run -> run.children() == children));
  }

  private boolean reaches(String from, String to, Set<String> seen) {
    if (from.equals(to)) {
      return true;
    }
    return seen.add(from)
        && needs.getOrDefault(from, Set.of()).stream().anyMatch(next -> reaches(next, to, seen));
  }
}
