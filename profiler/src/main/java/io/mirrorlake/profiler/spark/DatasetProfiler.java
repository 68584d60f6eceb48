package io.mirrorlake.profiler.spark;

import io.mirrorlake.profiler.concurrent.SideBySide;
import io.mirrorlake.profiler.profile.ColumnProfile;
import io.mirrorlake.profiler.profile.TableProfile;
import io.mirrorlake.profiler.relation.DeclaredReference;
import io.mirrorlake.profiler.schema.UserException;
import io.mirrorlake.profiler.spark.ParentCells.Use;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Learns the tables of a database: each with what its relations call for beside its own columns,
 * parents before the children that they lead. Joins and windows of the sources run on the cluster;
 * the driver holds what one table's fit needs.
 */
public final class DatasetProfiler {
  /**
   * One table's rows are joined and read while another one's trees are grown; each holds its sample
   * on the driver.
   */
  private static final int FITS_AT_A_TIME = 2;

  private final Map<String, TableNode> tables = new LinkedHashMap<>();
  private final FanOutMeans means = new FanOutMeans();

  private DatasetProfiler() {}

  /** A profiler. */
  public static DatasetProfiler of() {
    return new DatasetProfiler();
  }

  /**
   * The profiles of tables that refer to each other, in their order.
   *
   * @param sources the tables
   * @param progress told what happens, one line a step
   * @throws UserException where a key is none, a reference finds no parent, or a table cannot be
   *     told
   */
  public List<TableProfile> profile(List<DatasetTable> sources, Consumer<String> progress) {
    Map<String, WrittenTexts> written = written(sources);
    addTables(sources, written);
    SourceRepair repair = new SourceRepair(tables);
    repair.repairAll(progress);
    LawDecisions laws = new LawDecisions(tables);
    laws.compareSiblings();
    tables.values().forEach(laws::decide);
    tables.values().forEach(repair::repairUnfit);
    repair.settle();
    new ClosureTables(tables).decide();
    tables.values().forEach(table -> table.rising(RisingKey.of(table, referred(table))));
    cells();
    List<TableProfile> profiles = new ArrayList<>();
    FitOrder order = FitOrder.of(tables);
    for (List<TableNode> generation : order.generations()) {
      SideBySide.of(FITS_AT_A_TIME)
          .results(
              generation,
              table -> {
                progress.accept("table '" + table.name() + "'");
                table.profile(
                    table.table().isKept()
                        ? StaticTables.profile(table)
                        : fit(table, order, line -> progress.accept(table.name() + ": " + line)));
                return table;
              });
    }
    for (TableNode table : tables.values()) {
      List<TableProfile> children =
          uses(table, TableNode.Kind.FAMILY).stream()
              .map(use -> use.child().profile().orElseThrow())
              .toList();
      TableProfile profile = means.inLine(table, table.profile().orElseThrow(), children);
      WrittenTexts texts = written.get(table.name());
      profiles.add(texts == null ? profile : profile.withWritten(texts.writings(), texts.notes()));
    }
    return profiles;
  }

  private void addTables(List<DatasetTable> sources, Map<String, WrittenTexts> written) {
    tables.clear();
    for (DatasetTable source : sources) {
      WrittenTexts texts = written.get(source.name());
      tables.put(
          source.name(), new TableNode(texts == null ? source : source.withRows(texts.rows())));
    }
  }

  /** The texts of tables that are made up; their keys stay as they are. */
  private static Map<String, WrittenTexts> written(List<DatasetTable> sources) {
    Map<String, Set<String>> keys = new HashMap<>();
    for (DatasetTable source : sources) {
      keys.computeIfAbsent(source.name(), name -> new HashSet<>()).addAll(source.primaryKey());
      for (DeclaredReference reference : source.references()) {
        keys.computeIfAbsent(source.name(), name -> new HashSet<>()).addAll(reference.columns());
        keys.computeIfAbsent(reference.parent(), name -> new HashSet<>())
            .addAll(reference.parentColumns());
      }
    }
    List<DatasetTable> made = sources.stream().filter(source -> !source.isKept()).toList();
    List<WrittenTexts> texts =
        SideBySide.map(
            made,
            source ->
                WrittenTexts.of(
                    source.rows(),
                    source.name(),
                    source.options(),
                    Objects.requireNonNull(keys.get(source.name()))));
    Map<String, WrittenTexts> written = new HashMap<>();
    for (int i = 0; i < made.size(); i++) {
      written.put(made.get(i).name(), texts.get(i));
    }
    return written;
  }

  private TableNode parent(DeclaredReference reference) {
    return Objects.requireNonNull(tables.get(reference.parent()));
  }

  private TableNode root(TableNode table) {
    TableNode at = table;
    while (at.leading().isPresent()) {
      at = parent(at.leading().get());
    }
    return at;
  }

  private List<Use> uses(TableNode parent, TableNode.Kind kind) {
    List<Use> uses = new ArrayList<>();
    for (TableNode table : tables.values()) {
      for (DeclaredReference reference : table.references(kind)) {
        if (parent(reference) == parent) {
          uses.add(new Use(table, reference));
        }
      }
    }
    return uses;
  }

  /** Cuts tables into levels and cells, and tells their descendants which cell they are in. */
  private void cells() {
    Set<TableNode> cut = new HashSet<>();
    for (TableNode table : tables.values()) {
      if (!table.references(TableNode.Kind.LEVEL).isEmpty()) {
        TableLevels.cut(table, table.references(TableNode.Kind.LEVEL).get(0));
        cut.add(table);
      }
    }
    SideBySide.each(
        tables.values().stream().filter(table -> table.table().isKept()).toList(),
        table -> StaticTables.order(table, uses(table, TableNode.Kind.POPULAR)));
    List<TableNode> targets =
        tables.values().stream()
            .filter(table -> !uses(table, TableNode.Kind.POPULAR).isEmpty())
            .filter(table -> !table.table().isKept())
            .toList();
    for (TableNode target : targets) {
      TableNode root = root(target);
      if (cut.add(root)) {
        ParentCells.cut(root, uses(root, TableNode.Kind.POPULAR));
      }
      passOn(target);
    }
  }

  private void passOn(TableNode table) {
    if (table.leading().isPresent() && !hasCell(table)) {
      DeclaredReference leading = table.leading().get();
      passOn(parent(leading));
      table.replaceRows(
          ParentCells.withCell(table.rows(), leading, parent(leading), TableNode.CELL)
              .localCheckpoint(true));
    }
  }

  private static boolean hasCell(TableNode table) {
    return List.of(table.rows().columns()).contains(TableNode.CELL);
  }

  private Set<String> referred(TableNode table) {
    Set<String> columns = new HashSet<>();
    for (TableNode other : tables.values()) {
      for (DeclaredReference reference : other.table().references()) {
        if (parent(reference) == table) {
          columns.addAll(reference.parentColumns());
        }
      }
    }
    return columns;
  }

  private TableProfile fit(TableNode table, FitOrder order, Consumer<String> progress) {
    KeyColumns keys = KeyColumns.of(table, referred(table));
    FamilyRows family = family(table, keys, order);
    TableFrame frame = TableFrame.of(table, keys, family);
    learnKnown(table, frame, keys, order);
    TableFit fit =
        frame.hasOwnColumns()
            ? TableProfiler.of(frame.options())
                .fit(frame.own(), table.name(), frame.surroundings(), progress)
            : frame.withoutColumns();
    List<ColumnProfile> columns = frame.columns(fit);
    return fit.profile(
        table.name(),
        table.table().description(),
        columns,
        new RelationsFit(tables, table).relations(),
        table.notes());
  }

  /** The table's rows with the hidden columns that its relations call for. */
  private FamilyRows family(TableNode table, KeyColumns keys, FitOrder order) {
    FamilyRows family = new FamilyRows(table);
    uses(table, TableNode.Kind.FAMILY)
        .forEach(use -> family.withChild(use.child(), use.reference(), this::parent));
    uses(table, TableNode.Kind.POPULAR).stream()
        .filter(use -> order.isKnown(use.child(), table))
        .forEach(use -> family.withFurtherChild(use.child(), use.reference()));
    means.count(family.rows(), family.structure());
    table
        .references(TableNode.Kind.POPULAR)
        .forEach(
            reference ->
                family.withCell(
                    reference, parent(reference), root(parent(reference)).cells().size()));
    return family.withOrder().withBorrowed(keys, this::parent);
  }

  /** Adds what is known of the table's rows before they are drawn. */
  private void learnKnown(TableNode table, TableFrame frame, KeyColumns keys, FitOrder order) {
    KnownColumns known = frame.known();
    table.leading().ifPresent(leading -> known.withParent(parent(leading), leading));
    if (table.familySize() > 1) {
      known.withPrevious(frame.notDrawn());
    }
    if (table.leading().isEmpty() && table.cells().size() > 1) {
      known.withCell();
    }
    table.references(TableNode.Kind.POPULAR).stream()
        .filter(reference -> order.isKnown(table, parent(reference)))
        .forEach(reference -> known.withFurther(reference, parent(reference)));
    // In families the parts of the key begin anew with each: siblings know their positions.
    if (!table.leadsInKey()) {
      known.withDigits(keys.placed().values());
    }
    table.wide(known.wide().localCheckpoint(true));
    table.given(known.given());
  }
}
