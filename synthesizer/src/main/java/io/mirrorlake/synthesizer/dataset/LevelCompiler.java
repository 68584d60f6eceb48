package io.mirrorlake.synthesizer.dataset;

import io.mirrorlake.profiler.constraint.Formula.Lookup;
import io.mirrorlake.profiler.copula.GivenColumn;
import io.mirrorlake.profiler.copula.GivenColumn.Origin;
import io.mirrorlake.profiler.copula.TreeColumn;
import io.mirrorlake.profiler.copula.TreeCopula;
import io.mirrorlake.profiler.marginal.Marginal;
import io.mirrorlake.profiler.profile.ColumnProfile;
import io.mirrorlake.profiler.profile.ColumnProfile.Derived;
import io.mirrorlake.profiler.profile.ColumnProfile.Drawn;
import io.mirrorlake.profiler.profile.TableProfile;
import io.mirrorlake.profiler.relation.Reference;
import io.mirrorlake.profiler.relation.ReferenceLaw.Popular;
import io.mirrorlake.synthesizer.column.LookupPositions;
import io.mirrorlake.synthesizer.column.SegmentGroups;
import io.mirrorlake.synthesizer.dataset.Carried.Kind;
import io.mirrorlake.synthesizer.dependence.Dependence;
import io.mirrorlake.synthesizer.plan.DrawStreams;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Compiles one table of a line, and tells what that asks of the table before. */
final class LevelCompiler {
  private final DatasetPlan plan;
  private final TableProfile table;
  private final int depth;
  private final LevelRequest request;
  private final Map<String, Drawn> drawn = new LinkedHashMap<>();

  /**
   * @param depth the table's place in the line
   * @param request what is asked of its rows
   */
  LevelCompiler(DatasetPlan plan, TableProfile table, int depth, LevelRequest request) {
    this.plan = plan;
    this.table = table;
    this.depth = depth;
    this.request = request;
    for (Drawn column : drawnColumns(table)) {
      drawn.put(column.name(), column);
    }
  }

  static List<Drawn> drawnColumns(TableProfile table) {
    return table.columns().stream().filter(Drawn.class::isInstance).map(Drawn.class::cast).toList();
  }

  private List<GivenColumn> copulaGiven() {
    return table.copula() instanceof TreeCopula trees ? trees.given() : List.of();
  }

  /**
   * The level.
   *
   * @param fanOuts the numbers of children that are wanted
   */
  Level compile(List<FanOut> fanOuts) {
    Set<String> references = wantedReferences();
    boolean refers = request.counted.isEmpty();
    boolean distinct = refers && references.stream().anyMatch(name -> popular(name).distinct());
    List<Drawn> keys = distinct ? keys() : List.of();
    if (distinct) {
      references = withKey(references);
    }
    Set<String> wanted = new LinkedHashSet<>(request.drawn);
    fanOuts.forEach(fanOut -> wanted.add(fanOut.column().name()));
    keys.forEach(column -> wanted.add(column.name()));
    references.forEach(name -> wanted.add(popular(name).cell()));
    Set<String> named = new LinkedHashSet<>(request.given);
    for (GivenColumn export : request.exports) {
      Optional<Drawn> decider = table.decider(export.column());
      (decider.isPresent() ? wanted : named).add(decider.map(Drawn::name).orElse(export.column()));
    }
    Dependence dependence = dependence(wanted, named);
    List<GivenColumn> given = given(dependence, named);
    Level.Draws draws = draws(dependence, wanted, given);
    Map<String, FurtherParent> further = new LinkedHashMap<>();
    references.forEach(name -> further.put(name, further(name, refers)));
    return new Level(
        table,
        plan.seed(),
        depth,
        plan.sums(table.name()),
        draws,
        given,
        request.exports.stream().map(export -> export(export, draws, given)).toList(),
        List.copyOf(request.carried),
        fanOuts,
        further,
        refers,
        keys,
        new Level.SpecialParents(ownLevels(), plan.closure(table), missing(), distant()));
  }

  /** What the level asks of the table before. */
  LevelRequest ofParent(Level level) {
    LevelRequest parent = new LevelRequest();
    for (GivenColumn column : level.given()) {
      if (column.origin() == Origin.PARENT) {
        parent.exports.add(column);
      }
    }
    for (Carried carried : request.carried) {
      if (carried.up() > 0) {
        parent.carried.add(carried.inParent());
      }
    }
    return parent;
  }

  private Popular popular(String reference) {
    return (Popular) table.relations().reference(reference).orElseThrow().law();
  }

  /** The references to further parents that are to be followed or counted. */
  private Set<String> wantedReferences() {
    Set<String> references = new LinkedHashSet<>(request.counted);
    for (Carried carried : request.carried) {
      if (carried.up() == 0 && carried.kind() == Kind.TARGET) {
        Reference of = table.relations().reference(carried.reference()).orElseThrow();
        if (of.law() instanceof Popular) {
          references.add(of.name());
        }
      }
    }
    return references;
  }

  /** Drawn columns of the primary key: with them, the same parent may come twice in a family. */
  private List<Drawn> keys() {
    return table.relations().primaryKey().stream()
        .flatMap(name -> Stream.ofNullable(drawn.get(name)))
        .toList();
  }

  /**
   * All references that must not repeat together in a family, after the other ones: the last of
   * them, the one with the most parents, gives way.
   */
  private Set<String> withKey(Set<String> references) {
    List<Reference> key = plan.distinct(table);
    Set<String> ordered = new LinkedHashSet<>(references);
    key.forEach(reference -> ordered.remove(reference.name()));
    key.forEach(reference -> ordered.add(reference.name()));
    return ordered;
  }

  /** The dependence for all that is wanted; siblings before add to what is wanted. */
  private Dependence dependence(Set<String> wanted, Set<String> named) {
    while (true) {
      List<Drawn> columns = wanted.stream().map(this::column).toList();
      Dependence dependence = Dependence.of(table.copula(), List.copyOf(drawn.values()), columns);
      Set<String> more = new LinkedHashSet<>();
      for (GivenColumn column : given(dependence, named)) {
        if (column.origin() == Origin.PREVIOUS && !wanted.contains(column.column())) {
          more.add(column.column());
        }
      }
      if (!wanted.addAll(more)) {
        return dependence;
      }
    }
  }

  private Drawn column(String name) {
    return Optional.ofNullable(drawn.get(name)).orElseThrow();
  }

  private List<GivenColumn> given(Dependence dependence, Set<String> named) {
    List<GivenColumn> given = new ArrayList<>(dependence.given());
    for (GivenColumn column : copulaGiven()) {
      if (named.contains(column.name()) && !given.contains(column)) {
        given.add(column);
      }
    }
    return given;
  }

  private Level.Draws draws(Dependence dependence, Set<String> wanted, List<GivenColumn> given) {
    Map<String, Integer> slots = new LinkedHashMap<>();
    int index = 0;
    for (String name : wanted) {
      slots.put(name, dependence.slot(index++));
    }
    return new Level.Draws(
        dependence,
        depth == 0
            ? DrawStreams.stratified(table.name(), plan.seed(), dependence.draws(), inOrder())
            : DrawStreams.of(table.name(), plan.seed(), dependence.draws()),
        slots,
        dependence.given().stream().map(given::indexOf).toList());
  }

  /** The columns in the order of drawing, those first that decide how many rows there are. */
  private List<String> inOrder() {
    return table.copula() instanceof TreeCopula trees
        ? trees.columns().stream().map(TreeColumn::name).toList()
        : List.of();
  }

  private Export export(GivenColumn export, Level.Draws draws, List<GivenColumn> given) {
    Optional<Drawn> decider = table.decider(export.column());
    if (decider.isPresent()) {
      return new Export(
          draws.slots().getOrDefault(decider.get().name(), -1),
          Optional.of(groups(export)),
          Optional.empty());
    }
    int index = 0;
    while (!given.get(index).name().equals(export.column())) {
      index++;
    }
    return new Export(index, Optional.empty(), Optional.of(CodeStarts.of(export.starts())));
  }

  /** The codes of a drawn column, or of one that lookups decide, by the drawn one's positions. */
  private SegmentGroups groups(GivenColumn export) {
    ColumnProfile column = table.column(export.column());
    SegmentGroups groups = SegmentGroups.of(column.distribution().orElseThrow(), export.starts());
    while (column instanceof Derived derived && derived.formula() instanceof Lookup lookup) {
      ColumnProfile from = table.column(lookup.from());
      Marginal marginal = from.distribution().orElseThrow();
      LookupPositions positions =
          LookupPositions.of(table.name(), column.column(), lookup, marginal);
      groups = SegmentGroups.decided(marginal, positions, groups);
      column = from;
    }
    return groups;
  }

  private FurtherParent further(String name, boolean refers) {
    Reference reference = table.relations().reference(name).orElseThrow();
    Drawn column = column(popular(name).cell());
    if (refers && !table.relations().primaryKey().isEmpty()) {
      plan.requireParents(table, reference);
    }
    Cells parents = refers ? plan.cells(reference.parent()) : Cells.of(List.of(), 0);
    long[][] counts = refers ? plan.cellCounts(table.name(), name) : new long[0][];
    return FurtherParent.of(
        new FurtherParent.Choice(
            table.name(),
            reference,
            column,
            refers ? plan.window(reference) : 1,
            !DatasetTables.isReference(plan.profile().table(reference.parent()))),
        parents,
        counts,
        plan.seed());
  }

  private Optional<Level.MissingParents> missing() {
    return table
        .relations()
        .leading()
        .filter(leading -> request.carried.contains(Carried.ROW.ofParent()))
        .flatMap(
            leading ->
                leading
                    .orphans()
                    .map(of -> new Level.MissingParents(plan.rows(leading.parent()), of)));
  }

  /** The tables that have to be read for numbers of rows that are referred to. */
  private Map<String, List<Level>> distant() {
    Map<String, LevelRequest> requests = new LinkedHashMap<>();
    for (Carried carried : request.carried) {
      if (carried.up() == 0 && carried.through().isPresent()) {
        requests
            .computeIfAbsent(carried.reference(), name -> new LevelRequest())
            .carried
            .add(carried.through().get());
      }
    }
    Map<String, List<Level>> lines = new LinkedHashMap<>();
    requests.forEach(
        (name, of) -> {
          String parent = table.relations().reference(name).orElseThrow().parent();
          lines.put(name, plan.levels(parent, of));
        });
    return lines;
  }

  private Optional<ParentLevel> ownLevels() {
    boolean wanted =
        request.carried.stream()
            .anyMatch(carried -> carried.up() == 0 && carried.kind() == Kind.TARGET);
    return table
        .relations()
        .level()
        .filter(level -> wanted)
        .map(of -> ParentLevel.of(table.name(), of, plan.cells(table.name()), plan.seed()));
  }
}
