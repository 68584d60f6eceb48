package io.mirrorlake.profiler.spark;

import io.mirrorlake.profiler.fit.Rounding;
import io.mirrorlake.profiler.relation.DeclaredReference;
import io.mirrorlake.profiler.relation.FanOutLaw;
import io.mirrorlake.profiler.relation.Reference;
import io.mirrorlake.profiler.relation.ReferenceLaw;
import io.mirrorlake.profiler.relation.TableRelations;
import io.mirrorlake.profiler.relation.TableRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The relations of a table as they are told. */
final class RelationsFit {
  /** None of so many would occur by chance with a probability of 0.0001. */
  private static final double CHANCE_PAIRS = 9;

  private final Map<String, TableNode> tables;
  private final TableNode table;

  RelationsFit(Map<String, TableNode> tables, TableNode table) {
    this.tables = tables;
    this.table = table;
  }

  TableRelations relations() {
    List<Reference> references = new ArrayList<>();
    for (DeclaredReference reference : table.table().references()) {
      references.add(
          new Reference(
              reference.name(table.name()),
              reference.columns(),
              reference.parent(),
              reference.parentColumns(),
              law(reference),
              OrphanRows.of(
                  table, reference, Objects.requireNonNull(tables.get(reference.parent())))));
    }
    List<Double> cells =
        table.leading().isEmpty() && table.cells().size() > 1 ? told(table.cells()) : List.of();
    return new TableRelations(
        TableRole.SYNTHESIZED, table.table().primaryKey(), references, cells, Optional.empty());
  }

  /** With six digits, the last what is left. */
  private static List<Double> told(List<Double> shares) {
    List<Double> told = new ArrayList<>();
    double sum = 0;
    for (int i = 0; i < shares.size() - 1; i++) {
      told.add(Rounding.share(shares.get(i)));
      sum += told.get(i);
    }
    told.add(1 - sum);
    return told;
  }

  private ReferenceLaw law(DeclaredReference reference) {
    String name = reference.name(table.name());
    TableNode parent = Objects.requireNonNull(tables.get(reference.parent()));
    ParentCells.Use use = new ParentCells.Use(table, reference);
    return switch (table.kind(reference).orElseThrow()) {
      case FAMILY -> new ReferenceLaw.Family("#" + name, parentless(reference));
      case POPULAR -> {
        List<FanOutLaw> laws =
            ParentCells.lawsInLine(parent, use, Math.max(1, root(parent).cells().size()));
        yield new ReferenceLaw.Popular(
            ParentCells.cellColumn(name),
            laws,
            isDistinct(reference),
            isOnce(reference, parent),
            SiblingDealing.of(use, parent));
      }
      case LEVEL -> {
        List<FanOutLaw> laws = ParentCells.laws(parent, use, table.cells().size());
        yield new ReferenceLaw.Level(laws.subList(0, laws.size() - 1));
      }
      case INHERITED -> new ReferenceLaw.Inherited(table.inheritedFrom(reference));
      case IMPLIED -> new ReferenceLaw.Implied(table.impliedBy(reference));
      case LISTED -> new ReferenceLaw.Listed();
      case DESCENDANT -> new ReferenceLaw.Descendant(table.closure().orElseThrow().reflexive());
      case ANCESTOR ->
          new ReferenceLaw.Ancestor(table.closure().orElseThrow().descendant().name(table.name()));
    };
  }

  private TableNode root(TableNode of) {
    TableNode at = of;
    while (at.leading().isPresent()) {
      at = Objects.requireNonNull(tables.get(at.leading().get().parent()));
    }
    return at;
  }

  private double parentless(DeclaredReference reference) {
    long without = table.count() - table.facts().of(reference.name(table.name())).rows();
    return ToldShares.of(table, without, "parentless " + reference.name(table.name()));
  }

  /**
   * Whether no two rows refer to the same parent, and not by chance: were parents drawn at random,
   * as many pairs of rows as {@link #CHANCE_PAIRS} and more would share one. What the primary key
   * says needs no proof.
   */
  private boolean isOnce(DeclaredReference reference, TableNode parent) {
    KeyFacts.Families families = table.facts().of(reference.name(table.name()));
    double rows = families.rows();
    boolean isKey = Set.copyOf(table.table().primaryKey()).equals(Set.copyOf(reference.columns()));
    double pairs = rows * (rows - 1) / (2.0 * parent.count());
    boolean shown =
        pairs >= CHANCE_PAIRS && !parent.table().isKept() && !table.reproduces(reference);
    return (isKey || shown) && families.parents() == families.rows();
  }

  /** Whether the reference is what makes rows of a family differ. */
  private boolean isDistinct(DeclaredReference reference) {
    List<String> key = table.table().primaryKey();
    return key.containsAll(reference.columns()) && table.leadsInKey();
  }
}
