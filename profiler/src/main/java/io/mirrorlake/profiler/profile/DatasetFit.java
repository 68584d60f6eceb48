package io.mirrorlake.profiler.profile;

import io.mirrorlake.profiler.copula.GivenColumn;
import io.mirrorlake.profiler.copula.GivenColumn.Origin;
import io.mirrorlake.profiler.copula.TreeCopula;
import io.mirrorlake.profiler.profile.ColumnProfile.Borrowed;
import io.mirrorlake.profiler.profile.ColumnProfile.Drawn;
import io.mirrorlake.profiler.profile.ColumnProfile.Kept;
import io.mirrorlake.profiler.relation.Reference;
import io.mirrorlake.profiler.relation.ReferenceLaw;
import io.mirrorlake.profiler.schema.Column;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Whether tables that refer to each other agree. */
final class DatasetFit {
  private final Map<String, TableProfile> tables = new HashMap<>();
  private final Set<String> known = new HashSet<>();
  private final Set<String> users = new LinkedHashSet<>();

  private DatasetFit(List<TableProfile> tables) {
    tables.forEach(table -> this.tables.put(table.name(), table));
  }

  /**
   * Checks it.
   *
   * @throws IllegalArgumentException where a table refers to what is not there, columns of a key
   *     have different types, or leading parents go round in a circle
   */
  static void require(List<TableProfile> tables) {
    DatasetFit fit = new DatasetFit(tables);
    for (TableProfile table : tables) {
      fit.root(table);
      for (Reference reference : table.relations().references()) {
        fit.require(table, reference);
      }
      table
          .relations()
          .closure()
          .ifPresent(of -> ClosureFit.require(table, of, fit.parent(table, of.descendant())));
      for (ColumnProfile column : table.columns()) {
        if (column instanceof Borrowed borrowed) {
          fit.require(table, borrowed);
        }
      }
      table.copula().given().forEach(given -> fit.require(table, given));
    }
    tables.forEach(fit::requireKnown);
  }

  /** The table whose cells a table's rows lie in: the first of its line of leading parents. */
  private TableProfile root(TableProfile table) {
    Set<String> line = new HashSet<>();
    TableProfile at = table;
    Optional<Reference> leading = at.relations().leading();
    while (leading.isPresent()) {
      if (!line.add(at.name())) {
        throw new IllegalArgumentException(
            "table '" + table.name() + "' is among its own leading parents: " + line);
      }
      at = parent(at, leading.get());
      leading = at.relations().leading();
    }
    return at;
  }

  private TableProfile parent(TableProfile table, Reference reference) {
    return Optional.ofNullable(tables.get(reference.parent()))
        .orElseThrow(
            () -> wrong(table, reference.name(), "the table '" + reference.parent() + "'"));
  }

  private void require(TableProfile table, Reference reference) {
    TableProfile parent = parent(table, reference);
    if (parent.relations().closure().isPresent()) {
      throw wrong(table, reference.name(), "a parent that is no closure");
    }
    for (int i = 0; i < reference.columns().size(); i++) {
      String of = reference.parentColumns().get(i);
      Optional<ColumnProfile> key = find(parent, of);
      ColumnProfile own = table.column(reference.columns().get(i));
      if (key.filter(column -> column.column().type().equals(own.column().type())).isEmpty()) {
        String wanted = "the column " + name(parent, of) + " of type ";
        throw wrong(table, reference.name(), wanted + own.column().type());
      }
    }
    ReferenceLaw law = reference.law();
    if (law instanceof ReferenceLaw.Family family) {
      if (!isHidden(parent, family.fanOut())) {
        throw wrong(table, reference.name(), "the hidden column " + name(parent, family.fanOut()));
      }
      requireCounted(parent, family.fanOut());
    } else if (law instanceof ReferenceLaw.Popular popular) {
      int cells = root(parent).relations().cellCount();
      if (popular.byCell().size() != cells) {
        String wanted = cells + " laws, one a cell, not " + popular.byCell().size();
        throw wrong(table, reference.name(), wanted);
      }
    } else if (law instanceof ReferenceLaw.Inherited inherited) {
      TableProfile leading = parent(table, table.relations().leading().orElseThrow());
      for (String of : inherited.of()) {
        if (find(leading, of).isEmpty()) {
          throw wrong(table, reference.name(), "the column " + name(leading, of));
        }
      }
    }
  }

  private void require(TableProfile table, Borrowed borrowed) {
    Reference reference = table.relations().reference(borrowed.reference()).orElseThrow();
    TableProfile parent = parent(table, reference);
    Column own = borrowed.column();
    boolean leads = reference.leads();
    Optional<Column> kept =
        find(parent, borrowed.of())
            .filter(of -> leads ? !of.hidden() : of instanceof Kept)
            .map(ColumnProfile::column)
            .filter(of -> of.type().equals(own.type()));
    String name = name(parent, borrowed.of());
    if (kept.isEmpty()) {
      String which = leads ? "the column " : "the kept column ";
      throw wrong(table, own.name(), which + name + " of type " + own.type());
    }
    if (reference.orphans().isPresent()) {
      throw wrong(table, own.name(), "no orphans of '" + reference.name() + "'");
    }
    boolean nulls =
        kept.get().nullable()
            || reference.columns().stream().anyMatch(of -> table.column(of).column().nullable());
    if (nulls != own.nullable()) {
      String which = name + (nulls ? " or '" : " nor '") + reference.name() + "'";
      String wanted = nulls ? "nulls, as " : "to have no nulls, as neither ";
      throw wrong(table, own.name(), wanted + which + " has " + (nulls ? "some" : "any"));
    }
  }

  private void require(TableProfile table, GivenColumn given) {
    if (given.origin() == Origin.PARENT) {
      TableProfile parent = parent(table, table.relations().leading().orElseThrow());
      boolean decided = parent.decider(given.column()).isPresent();
      boolean passedOn =
          parent.copula().given().stream().anyMatch(of -> of.name().equals(given.column()));
      if (!decided && !passedOn) {
        String wanted = "the drawn or looked-up column " + name(parent, given.column());
        throw wrong(table, given.name(), wanted);
      }
    } else if (given.origin() == Origin.FURTHER) {
      requireFurther(table, given);
    }
  }

  /** Rows are counted before further parents are chosen. */
  private static void requireCounted(TableProfile parent, String fanOut) {
    if (parent.copula() instanceof TreeCopula trees) {
      trees.asked(Set.of(fanOut)).stream()
          .filter(given -> given.origin() == Origin.FURTHER)
          .findFirst()
          .ifPresent(
              given -> {
                String wanted = "a parent that no number of children depends on";
                throw wrong(parent, given.name(), wanted);
              });
    }
  }

  private void requireFurther(TableProfile table, GivenColumn given) {
    TableProfile parent =
        parent(table, table.relations().reference(given.reference()).orElseThrow());
    boolean kept = parent.relations().rows().isPresent();
    boolean there =
        kept
            ? find(parent, given.column()).filter(Kept.class::isInstance).isPresent()
            : parent.decider(given.column()).isPresent();
    if (!there) {
      String wanted = kept ? "the kept column " : "the drawn or looked-up column ";
      throw wrong(table, given.name(), wanted + name(parent, given.column()));
    }
  }

  /** Checks that what is given of parents does not go round in a circle. */
  private void requireKnown(TableProfile table) {
    if (known.contains(table.name())) {
      return;
    }
    if (!users.add(table.name())) {
      throw new IllegalArgumentException(
          "what is given of further parents goes round in a circle: " + users);
    }
    Set<String> parents = new HashSet<>();
    table.relations().leading().ifPresent(leading -> parents.add(leading.parent()));
    table.copula().given().stream()
        .filter(given -> given.origin() == Origin.FURTHER)
        .map(given -> table.relations().reference(given.reference()).orElseThrow().parent())
        .forEach(parents::add);
    parents.forEach(parent -> requireKnown(Objects.requireNonNull(tables.get(parent))));
    users.remove(table.name());
    known.add(table.name());
  }

  private static boolean isHidden(TableProfile table, String name) {
    return find(table, name)
        .filter(column -> column instanceof Drawn && column.hidden())
        .filter(column -> column.column().type().kind().isInteger())
        .isPresent();
  }

  private static Optional<ColumnProfile> find(TableProfile table, String name) {
    return table.columns().stream().filter(column -> column.name().equals(name)).findFirst();
  }

  private static String name(TableProfile table, String column) {
    return "'" + table.name() + "." + column + "'";
  }

  private static IllegalArgumentException wrong(TableProfile table, String user, String wanted) {
    return new IllegalArgumentException(
        "'" + user + "' of table '" + table.name() + "' needs " + wanted);
  }
}
