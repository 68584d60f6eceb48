package io.mirrorlake.profiler.spark;

import static io.mirrorlake.profiler.spark.ColumnNames.named;
import static io.mirrorlake.profiler.spark.ColumnNames.present;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.mirrorlake.profiler.concurrent.SideBySide;
import io.mirrorlake.profiler.relation.DeclaredReference;
import io.mirrorlake.profiler.schema.ErrorKind;
import io.mirrorlake.profiler.schema.UserException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Checks the keys of the sources, and repairs what is dirty: a few repeated keys, and references to
 * rows that are not there.
 */
final class SourceRepair {
  /** More repeated keys than this are no dirt, but a key that is none. */
  private static final double MAX_REPEATED = 0.01;

  private final Map<String, TableNode> tables;

  /** Tables that lost rows which others that are checked already may refer to. */
  private final Set<TableNode> shrunk = new LinkedHashSet<>();

  SourceRepair(Map<String, TableNode> tables) {
    this.tables = tables;
  }

  /** Repairs all tables. What is looked at without being changed is looked at side by side. */
  void repairAll(Consumer<String> progress) {
    SideBySide.each(
        tables.values(),
        table -> {
          progress.accept("table '" + table.name() + "': checking keys");
          read(table);
        });
    tables.values().forEach(this::repairKey);
    // No child has been looked at yet.
    shrunk.clear();
    List<TableNode> referring =
        tables.values().stream().filter(table -> !table.table().references().isEmpty()).toList();
    List<List<Long>> orphans = SideBySide.map(referring, this::orphans);
    for (int i = 0; i < orphans.size(); i++) {
      repairReferences(referring.get(i), orphans.get(i));
    }
    tables.values().stream().filter(table -> !table.notes().isEmpty()).forEach(this::countAgain);
    settle();
  }

  /**
   * Checks again what refers to tables that lost rows, until none loses any: children of rows that
   * were left out have no parent either.
   */
  void settle() {
    while (!shrunk.isEmpty()) {
      List<TableNode> parents = List.copyOf(shrunk);
      shrunk.clear();
      for (TableNode table : tables.values()) {
        if (table.table().references().stream()
            .anyMatch(of -> parents.contains(parent(table, of)))) {
          repairAgain(table);
        }
      }
    }
  }

  private void repairAgain(TableNode table) {
    if (!table.table().references().isEmpty()) {
      repairReferences(table, orphans(table));
    }
    countAgain(table);
  }

  private void countAgain(TableNode table) {
    table.replaceRows(table.rows().localCheckpoint(true));
    table.facts(KeyFacts.of(table));
  }

  /**
   * Repairs orphans that cannot be reproduced after all, as it shows when it is known how rows find
   * their parents: only those of a leading parent that no other reference follows, and of a further
   * one that may be shared, can be.
   */
  void repairUnfit(TableNode table) {
    boolean inherits = !table.references(TableNode.Kind.INHERITED).isEmpty();
    boolean unfit = false;
    for (DeclaredReference reference : table.table().references()) {
      boolean leads = table.is(reference, TableNode.Kind.FAMILY) && !inherits;
      boolean shared =
          table.is(reference, TableNode.Kind.POPULAR)
              && !table.table().primaryKey().containsAll(reference.columns());
      if (table.reproduces(reference) && !leads && !shared) {
        table.repairs(reference);
        unfit = true;
      }
    }
    if (unfit) {
      repairAgain(table);
    }
  }

  /** Reads a table once and for all, and counts its keys. */
  private void read(TableNode table) {
    List<String> key = table.table().primaryKey();
    requireColumns(table, key);
    for (DeclaredReference reference : table.table().references()) {
      requireColumns(table, reference.columns());
      requireColumns(parent(table, reference), reference.parentColumns());
    }
    countAgain(table);
    if (table.count() == 0) {
      throw UserException.of(
          ErrorKind.SOURCE,
          "table '" + table.name() + "' has no rows: there is nothing to learn",
          "check the path or the query of the source, or leave the table out");
    }
    // Now that they are counted, few rows go into one partition.
    table.replaceRows(table.rows());
  }

  private static void requireColumns(TableNode table, List<String> wanted) {
    List<String> present = List.of(table.rows().columns());
    for (String name : wanted) {
      if (!present.contains(name)) {
        throw UserException.of(
            ErrorKind.CONFIGURATION,
            "table '" + table.name() + "' has no column '" + name + "', which a key of it names",
            "name one of its columns: " + String.join(", ", present));
      }
    }
  }

  /** Leaves rows with unique keys. */
  private void repairKey(TableNode table) {
    List<String> key = table.table().primaryKey();
    if (key.isEmpty()) {
      return;
    }
    long nulls = table.facts().nullKeys();
    long surplus = table.count() - table.facts().distinctKeys();
    if (nulls > 0 || surplus > MAX_REPEATED * table.count()) {
      throw UserException.of(
          ErrorKind.SOURCE,
          "the primary key "
              + table.name()
              + "("
              + String.join(", ", key)
              + ") is "
              + (nulls > 0
                  ? "null in " + nulls + " rows"
                  : "not unique: " + surplus + " rows repeat one")
              + " of "
              + table.count(),
          "name another primaryKey, or filter those rows");
    }
    if (surplus > 0) {
      table.replaceRows(table.rows().dropDuplicates(key.toArray(String[]::new)));
      shrunk.add(table);
      note(table, "rows that repeat a primary key were left out");
    }
  }

  private TableNode parent(TableNode table, DeclaredReference reference) {
    TableNode parent = tables.get(reference.parent());
    if (parent == null) {
      throw UserException.of(
          ErrorKind.CONFIGURATION,
          "reference "
              + reference.name(table.name())
              + " is to the table '"
              + reference.parent()
              + "', which is not there",
          "name one of " + String.join(", ", tables.keySet()));
    }
    return parent;
  }

  /** Leaves rows whose references all have their parent. */
  private void repairReferences(TableNode table, List<Long> orphans) {
    List<DeclaredReference> references = table.table().references();
    for (int i = 0; i < references.size(); i++) {
      DeclaredReference reference = references.get(i);
      String name = reference.name(table.name());
      if (table.facts().of(name).rows() <= orphans.get(i)) {
        throw UserException.of(
            ErrorKind.SOURCE,
            "reference " + name + " finds no parent in any row of table '" + table.name() + "'",
            "drop the reference, or name the columns that hold keys of " + reference.parent());
      }
      if (orphans.get(i) > 0 && isReproduced(table, reference)) {
        note(table, "reference " + name + ": values that no parent has are reproduced");
      } else if (orphans.get(i) > 0) {
        repairOrphans(table, reference);
      }
      partial(table, reference);
    }
  }

  /** How many rows of each reference name a parent that is not there, in one pass over them. */
  private List<Long> orphans(TableNode table) {
    List<DeclaredReference> references = table.table().references();
    Set<String> columns = new LinkedHashSet<>();
    references.forEach(reference -> columns.addAll(reference.columns()));
    Dataset<Row> rows = table.rows().select(named(List.copyOf(columns)));
    List<Column> orphans = new ArrayList<>();
    for (int i = 0; i < references.size(); i++) {
      DeclaredReference reference = references.get(i);
      String found = OrphanRows.FOUND + i;
      rows = OrphanRows.marked(rows, reference, parent(table, reference), found);
      Column lost = present(reference.columns()).and(named(found).isNull());
      orphans.add(count(when(lost, lit(1))));
    }
    Row counted =
        rows.agg(orphans.get(0), orphans.subList(1, orphans.size()).toArray(Column[]::new)).head();
    return IntStream.range(0, orphans.size()).mapToObj(counted::getLong).toList();
  }

  /** Whether orphans are wanted, and the parent has keys that go on beyond its rows. */
  private boolean isReproduced(TableNode table, DeclaredReference reference) {
    if (!reference.reproduceOrphans() || table.isRepaired(reference)) {
      return false;
    }
    TableNode parent = parent(table, reference);
    boolean own =
        parent.table().references().stream()
            .noneMatch(of -> of.columns().stream().anyMatch(reference.parentColumns()::contains));
    boolean able = own && !parent.table().isKept() && parent != table && isApart(table, reference);
    if (able) {
      table.reproduce(reference);
    } else {
      note(
          table,
          "reference "
              + reference.name(table.name())
              + ": values that no parent has cannot be reproduced, as they follow from other keys");
    }
    return able;
  }

  /** Whether no other reference shares a column with it. */
  private static boolean isApart(TableNode table, DeclaredReference reference) {
    return table.table().references().stream()
        .filter(other -> !other.equals(reference))
        .noneMatch(other -> other.columns().stream().anyMatch(reference.columns()::contains));
  }

  private static void note(TableNode table, String note) {
    if (!table.notes().contains(note)) {
      table.notes().add(note);
    }
  }

  private void repairOrphans(TableNode table, DeclaredReference reference) {
    String name = reference.name(table.name());
    boolean own = isOwn(table, reference);
    Column found = named(OrphanRows.FOUND).isNotNull();
    Dataset<Row> marked =
        OrphanRows.marked(table.rows(), reference, parent(table, reference), OrphanRows.FOUND);
    if (own) {
      for (String column : reference.columns()) {
        marked = marked.withColumn(column, when(found, named(column)));
      }
      note(table, "reference " + name + ": values that no parent has were told as nulls");
    } else {
      marked = marked.where(found.or(present(reference.columns()).unary_$bang()));
      shrunk.add(table);
      note(table, "reference " + name + ": rows without the parent they name were left out");
    }
    table.replaceRows(marked.drop(OrphanRows.FOUND));
  }

  /** A reference of several columns of which some are null is none. */
  private static void partial(TableNode table, DeclaredReference reference) {
    if (reference.columns().size() > 1 && isOwn(table, reference)) {
      Column whole = present(reference.columns());
      Dataset<Row> rows = table.rows().withColumn("?whole", whole);
      for (String column : reference.columns()) {
        rows = rows.withColumn(column, when(named("?whole"), named(column)));
      }
      table.replaceRows(rows.drop("?whole"));
    }
  }

  /** Whether the reference's columns are in no other key. */
  private static boolean isOwn(TableNode table, DeclaredReference reference) {
    Set<String> others = new HashSet<>(table.table().primaryKey());
    for (DeclaredReference other : table.table().references()) {
      if (!other.equals(reference)) {
        others.addAll(other.columns());
      }
    }
    return reference.columns().stream().noneMatch(others::contains);
  }
}
