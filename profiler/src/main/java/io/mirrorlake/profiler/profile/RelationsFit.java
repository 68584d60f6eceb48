package io.mirrorlake.profiler.profile;

import io.mirrorlake.profiler.copula.Copula;
import io.mirrorlake.profiler.copula.GivenColumn;
import io.mirrorlake.profiler.copula.GivenColumn.Origin;
import io.mirrorlake.profiler.copula.TreeCopula;
import io.mirrorlake.profiler.profile.ColumnProfile.Drawn;
import io.mirrorlake.profiler.profile.ColumnProfile.Enumerated;
import io.mirrorlake.profiler.profile.ColumnProfile.Evolved.Rhythm;
import io.mirrorlake.profiler.relation.Reference;
import io.mirrorlake.profiler.relation.ReferenceLaw;
import io.mirrorlake.profiler.relation.StaticRows;
import io.mirrorlake.profiler.relation.TableRelations;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whether a table's references and columns agree, as far as it can be seen without the others. */
final class RelationsFit {
  private final String table;
  private final Map<String, ColumnProfile> columns = new HashMap<>();
  private final TableRelations relations;

  private RelationsFit(String table, List<ColumnProfile> columns, TableRelations relations) {
    this.table = table;
    this.relations = relations;
    columns.forEach(column -> this.columns.put(column.name(), column));
  }

  /**
   * Checks it.
   *
   * @throws IllegalArgumentException where a key, a reference or a column speaks of what is not
   *     there
   */
  static void require(
      String table, List<ColumnProfile> columns, TableRelations relations, Copula copula) {
    RelationsFit fit = new RelationsFit(table, columns, relations);
    relations.primaryKey().forEach(name -> fit.column(name, "primary key"));
    relations.references().forEach(fit::require);
    columns.forEach(fit::require);
    fit.requireRows(columns);
    ClosureFit.require(table, columns, relations);
    if (copula instanceof TreeCopula trees) {
      trees.given().forEach(fit::require);
      fit.requireChosen(trees);
    }
  }

  private void require(Reference reference) {
    reference.columns().forEach(name -> column(name, reference.name()));
    ReferenceLaw law = reference.law();
    if (law instanceof ReferenceLaw.Popular popular) {
      require(hiddenNumber(popular.cell()), reference.name(), popular.cell(), "a hidden number");
    } else if (law instanceof ReferenceLaw.Implied implied) {
      boolean other =
          relations
              .reference(implied.by())
              .filter(by -> by.columns().containsAll(reference.columns()))
              .isPresent();
      require(other, reference.name(), implied.by(), "a reference with more columns");
    } else if (law instanceof ReferenceLaw.Level) {
      require(reference.parent().equals(table), reference.name(), reference.parent(), "itself");
    } else if (law instanceof ReferenceLaw.Inherited) {
      require(relations.leading().isPresent(), reference.name(), "the parent", "a leading one");
    }
  }

  private void require(ColumnProfile column) {
    if (column instanceof ColumnProfile.Referenced referenced) {
      Optional<Reference> reference = relations.reference(referenced.reference());
      boolean fits =
          reference
              .filter(of -> referenced.part() < of.columns().size())
              .filter(of -> of.columns().get(referenced.part()).equals(column.name()))
              .isPresent();
      require(fits, column.name(), referenced.reference(), "a reference with this part");
    } else if (column instanceof ColumnProfile.Borrowed borrowed) {
      requireLent(column.name(), borrowed.reference());
    } else if (column instanceof ColumnProfile.Positioned) {
      require(relations.leading().isPresent(), column.name(), "the family", "a leading parent");
    } else if (column instanceof ColumnProfile.Evolved evolved) {
      require(hiddenNumber(evolved.first()), column.name(), evolved.first(), "a hidden number");
      require(hiddenNumber(evolved.gap()), column.name(), evolved.gap(), "a hidden number");
      evolved.above().ifPresent(above -> requireBase(column, above));
      evolved
          .rhythm()
          .map(Rhythm::column)
          .ifPresent(of -> require(hiddenNumber(of), column.name(), of, "a hidden number"));
    }
  }

  private void requireBase(ColumnProfile column, String above) {
    boolean fits =
        Optional.ofNullable(columns.get(above))
            .filter(ColumnProfile.Borrowed.class::isInstance)
            .map(ColumnProfile.Borrowed.class::cast)
            .filter(of -> relations.reference(of.reference()).filter(Reference::leads).isPresent())
            .map(ColumnProfile::column)
            .filter(of -> !of.nullable() && of.type().equals(column.column().type()))
            .isPresent();
    require(fits, column.name(), above, "a column of the leading parent, of this type, never null");
  }

  private void requireRows(List<ColumnProfile> columns) {
    List<String> kept =
        columns.stream()
            .filter(ColumnProfile.Kept.class::isInstance)
            .map(ColumnProfile::name)
            .toList();
    List<String> listed = relations.rows().map(StaticRows::columns).orElse(List.of());
    if (!kept.equals(listed)) {
      throw new IllegalArgumentException(
          "table '" + table + "' keeps the columns " + kept + ", but has rows of " + listed);
    }
  }

  private void require(GivenColumn given) {
    if (given.origin() == Origin.PREVIOUS) {
      boolean drawn = columns.get(given.column()) instanceof Drawn;
      require(drawn, given.name(), given.column(), "a drawn column");
    }
    if (given.origin() == Origin.DIGIT) {
      boolean ofRow = columns.get(given.column()) instanceof Enumerated && !relations.leadsInKey();
      require(ofRow, given.name(), given.column(), "part of a key that follows from the row alone");
    } else if (given.origin() == Origin.FURTHER) {
      requireFurther(given.name(), given.reference());
    } else if (given.origin() != Origin.CELL) {
      boolean family = relations.leading().isPresent();
      require(family, given.name(), "the family", "a leading parent");
    }
  }

  private void requireLent(String user, String reference) {
    boolean fits =
        relations
            .reference(reference)
            .filter(of -> of.leads() || of.law() instanceof ReferenceLaw.Popular)
            .isPresent();
    require(fits, user, reference, "a reference to a further parent, or the leading one");
  }

  private void requireFurther(String user, String reference) {
    boolean popular =
        relations
            .reference(reference)
            .filter(of -> of.law() instanceof ReferenceLaw.Popular)
            .isPresent();
    require(popular, user, reference, "a reference to a further parent");
  }

  /** Further parents are chosen by cells, so that cells cannot depend on what these parents are. */
  private void requireChosen(TreeCopula trees) {
    Set<String> cells = new HashSet<>();
    for (Reference reference : relations.references()) {
      if (reference.law() instanceof ReferenceLaw.Popular popular) {
        cells.add(popular.cell());
      }
    }
    for (GivenColumn given : trees.asked(cells)) {
      boolean later = given.origin() != Origin.FURTHER;
      require(later, given.name(), given.reference(), "a parent that no cell depends on");
    }
  }

  private boolean hiddenNumber(String name) {
    return columns.get(name) instanceof Drawn drawn
        && drawn.hidden()
        && drawn.column().type().kind().isContinuous();
  }

  private void column(String name, String user) {
    require(columns.containsKey(name), user, name, "a column");
  }

  private void require(boolean fits, String user, String name, String wanted) {
    if (!fits) {
      throw new IllegalArgumentException(
          "'"
              + user
              + "' of table '"
              + table
              + "' speaks of '"
              + name
              + "', which would have to be "
              + wanted);
    }
  }
}
