package io.mirrorlake.profiler.spark;

import static io.mirrorlake.profiler.spark.ColumnNames.matches;
import static io.mirrorlake.profiler.spark.ColumnNames.named;
import static io.mirrorlake.profiler.spark.ColumnNames.numbered;
import static io.mirrorlake.profiler.spark.ColumnNames.select;

import io.mirrorlake.profiler.concurrent.SideBySide;
import io.mirrorlake.profiler.relation.DeclaredReference;
import io.mirrorlake.profiler.relation.LeadingChoice;
import io.mirrorlake.profiler.relation.LeadingChoice.Candidate;
import io.mirrorlake.profiler.schema.ErrorKind;
import io.mirrorlake.profiler.schema.UserException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Decides how each reference is kept: which parent leads, what follows from other references. */
final class LawDecisions {
  private static final String PART = "?part";

  private final Map<String, TableNode> tables;

  LawDecisions(Map<String, TableNode> tables) {
    this.tables = tables;
  }

  private TableNode parent(DeclaredReference reference) {
    return Objects.requireNonNull(tables.get(reference.parent()));
  }

  /** Looks at siblings, side by side, where more than one parent may lead. */
  void compareSiblings() {
    List<TableNode> undecided =
        tables.values().stream()
            .filter(table -> !table.table().isKept())
            .filter(
                table ->
                    table.table().references().stream()
                            .filter(reference -> !parent(reference).table().isKept())
                            .filter(reference -> !reference.parent().equals(table.name()))
                            .count()
                        > 1)
            .toList();
    SideBySide.each(
        undecided, table -> SiblingSimilarity.of(table, table.table().references().get(0)));
  }

  /** Decides the references of a table. */
  void decide(TableNode table) {
    if (table.table().isKept()) {
      requireKept(table);
      return;
    }
    List<DeclaredReference> open = new ArrayList<>();
    for (DeclaredReference reference : table.table().references()) {
      Optional<DeclaredReference> wider = wider(table, reference);
      if (wider.isPresent()) {
        table.decideImplied(reference, wider.get());
      } else if (reference.parent().equals(table.name())) {
        table.decide(reference, TableNode.Kind.LEVEL);
      } else {
        open.add(reference);
      }
    }
    requireApart(table, open);
    boolean levelled = !table.references(TableNode.Kind.LEVEL).isEmpty();
    Optional<DeclaredReference> leading = levelled ? Optional.empty() : leading(table, open);
    leading.ifPresent(
        reference -> {
          table.decide(reference, TableNode.Kind.FAMILY);
          table.familySize(familySize(table, reference));
        });
    for (DeclaredReference reference : open) {
      if (table.kind(reference).isEmpty()) {
        Optional<List<String>> source = leading.flatMap(of -> inherited(table, of, reference));
        source.ifPresentOrElse(
            of -> table.decideInherited(reference, of),
            () -> table.decide(reference, free(table, reference)));
      }
    }
  }

  /** What is kept as it is can only refer to what is kept too. */
  private void requireKept(TableNode table) {
    for (DeclaredReference reference : table.table().references()) {
      if (!parent(reference).table().isKept()) {
        throw UserException.of(
            ErrorKind.CONFIGURATION,
            "reference table '"
                + table.name()
                + "' refers to the table '"
                + reference.parent()
                + "', which is synthesized",
            "let both be reference tables, or both be synthesized, or exclude the columns "
                + String.join(", ", reference.columns()));
      }
    }
  }

  /** A part of a composite key that has no family is listed, or drawn by popularity. */
  private TableNode.Kind free(TableNode table, DeclaredReference reference) {
    List<String> key = table.table().primaryKey();
    boolean partOfKey = key.containsAll(reference.columns()) && key.size() > 1;
    boolean listed =
        partOfKey
            && !table.leadsInKey()
            && parent(reference).table().isKept()
            && reference.columns().size() == 1;
    return listed ? TableNode.Kind.LISTED : TableNode.Kind.POPULAR;
  }

  /** A reference that has these columns and more, whose parent has this reference itself. */
  private Optional<DeclaredReference> wider(TableNode table, DeclaredReference reference) {
    for (DeclaredReference other : table.table().references()) {
      boolean more =
          other.columns().size() > reference.columns().size()
              && other.columns().containsAll(reference.columns());
      if (more) {
        List<String> of =
            reference.columns().stream()
                .map(column -> other.parentColumns().get(other.columns().indexOf(column)))
                .toList();
        boolean passedOn =
            other.parent().equals(reference.parent()) && of.equals(reference.parentColumns());
        if (passedOn || refers(parent(other), of, reference)) {
          return Optional.of(other);
        }
      }
    }
    return Optional.empty();
  }

  private static boolean refers(TableNode table, List<String> columns, DeclaredReference as) {
    return table.table().references().stream()
        .anyMatch(
            of ->
                of.columns().equals(columns)
                    && of.parent().equals(as.parent())
                    && of.parentColumns().equals(as.parentColumns()));
  }

  private static void requireApart(TableNode table, List<DeclaredReference> references) {
    Set<String> taken = new HashSet<>();
    for (DeclaredReference reference : references) {
      for (String column : reference.columns()) {
        if (!taken.add(column)) {
          throw UserException.of(
              ErrorKind.CONFIGURATION,
              "column '" + table.name() + "." + column + "' is part of two references",
              "declare the narrower one on the parent of the wider one too, or drop one of them");
        }
      }
    }
  }

  private Optional<DeclaredReference> leading(TableNode table, List<DeclaredReference> open) {
    List<DeclaredReference> able =
        open.stream()
            .filter(reference -> !parent(reference).table().isKept())
            .filter(reference -> !descends(parent(reference), table))
            .filter(reference -> reference.leading() || hasFamilies(table))
            .toList();
    if (able.isEmpty()) {
      return Optional.empty();
    }
    List<String> key = table.table().primaryKey();
    List<Candidate> candidates = new ArrayList<>();
    for (DeclaredReference reference : able) {
      int inherited =
          (int)
              open.stream()
                  .filter(other -> !other.equals(reference))
                  .filter(other -> inherited(table, reference, other).isPresent())
                  .count();
      candidates.add(
          new Candidate(
              reference.name(table.name()),
              reference.leading(),
              key.containsAll(reference.columns()),
              Set.copyOf(key).equals(Set.copyOf(reference.columns())),
              inherited,
              parent(reference).count(),
              familySize(table, reference),
              able.size() > 1 ? SiblingSimilarity.of(table, reference) : 0));
    }
    return LeadingChoice.of(candidates, table.table().options().minimumUnits())
        .flatMap(
            best ->
                able.stream()
                    .filter(reference -> reference.name(table.name()).equals(best.name()))
                    .findFirst());
  }

  /**
   * Whether there are enough rows for anything to be told of families. Where fewer parents have a
   * child than may be told of, none would have one, and whatever refers to the children would lose
   * them.
   */
  private static boolean hasFamilies(TableNode table) {
    int k = table.table().options().minimumUnits();
    return table.count() >= k + k / 2;
  }

  /** Whether a table is in another one's line of leading parents, or is that one. */
  private boolean descends(TableNode table, TableNode from) {
    TableNode at = table;
    while (at != from && at.leading().isPresent()) {
      at = parent(at.leading().get());
    }
    return at == from;
  }

  private static double familySize(TableNode table, DeclaredReference reference) {
    return table.facts().of(reference.name(table.name())).size();
  }

  /** The columns of the leading parent that a reference always repeats. */
  private Optional<List<String>> inherited(
      TableNode table, DeclaredReference leading, DeclaredReference reference) {
    for (DeclaredReference of : parent(leading).table().references()) {
      boolean alike =
          of.parent().equals(reference.parent())
              && of.parentColumns().equals(reference.parentColumns());
      if (alike && repeats(table, leading, reference, of)) {
        return Optional.of(of.columns());
      }
    }
    return Optional.empty();
  }

  private boolean repeats(
      TableNode table, DeclaredReference leading, DeclaredReference own, DeclaredReference of) {
    Dataset<Row> above =
        select(
            parent(leading).rows(),
            Stream.concat(
                numbered(leading.parentColumns(), PART), numbered(of.columns(), "?above")));
    Dataset<Row> joined = table.rows().join(above, matches(leading.columns(), PART));
    Column differs = null;
    for (int i = 0; i < own.columns().size(); i++) {
      Column unequal = named(own.columns().get(i)).eqNullSafe(named("?above" + i)).unary_$bang();
      differs = differs == null ? unequal : differs.or(unequal);
    }
    return joined.where(Objects.requireNonNull(differs)).isEmpty();
  }
}
