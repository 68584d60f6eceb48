package io.mirrorlake.synthesizer.dataset;

import io.mirrorlake.profiler.constraint.Formula.Lookup;
import io.mirrorlake.profiler.copula.GivenColumn;
import io.mirrorlake.profiler.copula.GivenColumn.Origin;
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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** Compiles one table of a line, and tells what that asks of the table before. */
final class LevelCompiler {
  private final DatasetPlan plan;
  private final TableProfile table;
  private final int depth;
  private final LevelRequest request;
  private final LevelDraws draws;

  /**
   * @param depth the table's place in the line
   * @param request what is asked of its rows
   */
  LevelCompiler(DatasetPlan plan, TableProfile table, int depth, LevelRequest request) {
    this.plan = plan;
    this.table = table;
    this.depth = depth;
    this.request = request;
    OptionalLong rows =
        depth == 0 ? OptionalLong.of(plan.rows(table.name())) : OptionalLong.empty();
    this.draws = new LevelDraws(table, plan.seed(), rows);
  }

  /**
   * The level.
   *
   * @param fanOuts the numbers of children that are wanted
   */
  Level compile(List<FanOut> fanOuts) {
    Asked asked = asked(fanOuts);
    boolean refers = request.counted.isEmpty();
    Level.Draws all = draws.all(asked.dependence(), asked.wanted(), asked.given());
    Map<String, FurtherParent> further = new LinkedHashMap<>();
    asked.references().forEach(name -> further.put(name, further(name, refers)));
    return new Level(
        table,
        plan.seed(),
        depth,
        plan.sums(table.name()),
        all,
        asked.given(),
        request.exports.stream().map(export -> export(export, all, asked.given())).toList(),
        List.copyOf(request.carried),
        fanOuts,
        further,
        refers,
        asked.keys(),
        new Level.SpecialParents(
            ownLevels(), plan.closure(table), missing(), distant(asked), furtherGiven(asked, all)));
  }

  /**
   * All that is asked of a row.
   *
   * @param references the references to further parents
   * @param keys drawn columns of the primary key, where parents must not repeat
   * @param wanted the columns whose positions are wanted
   * @param dependence makes them
   * @param given the columns whose codes have to be known
   */
  private record Asked(
      Set<String> references,
      List<Drawn> keys,
      Set<String> wanted,
      Dependence dependence,
      List<GivenColumn> given) {

    /** The references whose parents' columns are given. */
    Set<String> followed() {
      return given.stream()
          .filter(column -> column.origin() == Origin.FURTHER)
          .map(GivenColumn::reference)
          .collect(Collectors.toCollection(LinkedHashSet::new));
    }
  }

  /** What is given of further parents adds to what is asked: their cells have to be drawn. */
  private Asked asked(List<FanOut> fanOuts) {
    Set<String> references = wantedReferences();
    while (true) {
      Asked asked = asked(fanOuts, references);
      if (!references.addAll(asked.followed())) {
        return asked;
      }
    }
  }

  private Asked asked(List<FanOut> fanOuts, Set<String> followed) {
    boolean distinct =
        request.counted.isEmpty() && followed.stream().anyMatch(name -> popular(name).distinct());
    List<Drawn> keys = distinct ? draws.keys() : List.of();
    Set<String> references = distinct ? withKey(followed) : followed;
    Set<String> wanted = new LinkedHashSet<>(request.drawn);
    fanOuts.forEach(fanOut -> wanted.add(fanOut.column().name()));
    keys.forEach(column -> wanted.add(column.name()));
    references.forEach(name -> wanted.add(popular(name).cell()));
    Set<String> named = new LinkedHashSet<>(request.given);
    for (GivenColumn export : request.exports) {
      Optional<Drawn> decider = table.decider(export.column());
      (decider.isPresent() ? wanted : named).add(decider.map(Drawn::name).orElse(export.column()));
    }
    Dependence dependence = draws.dependence(wanted, named);
    return new Asked(references, keys, wanted, dependence, draws.given(dependence, named));
  }

  /**
   * What is given of further parents, if anything is: the cells are drawn first, and with them the
   * keys, if these depend on nothing that is given so. Cells and numbers of children never do, as
   * the profile says.
   */
  private Optional<Level.FurtherGiven> furtherGiven(Asked asked, Level.Draws all) {
    if (asked.followed().isEmpty()) {
      return Optional.empty();
    }
    Set<String> before = new LinkedHashSet<>();
    asked.references().forEach(name -> before.add(popular(name).cell()));
    Set<String> withKeys = new LinkedHashSet<>(before);
    asked.keys().forEach(column -> withKeys.add(column.name()));
    boolean keyed = asked.keys().isEmpty() || !draws.askFurther(withKeys);
    return Optional.of(
        new Level.FurtherGiven(
            draws.part(keyed ? withKeys : before, all, asked.given()),
            keyed,
            furtherColumns(asked.given())));
  }

  private Map<String, List<FurtherColumn>> furtherColumns(List<GivenColumn> given) {
    Map<String, List<FurtherColumn>> columns = new LinkedHashMap<>();
    for (int index = 0; index < given.size(); index++) {
      GivenColumn of = given.get(index);
      if (of.origin() == Origin.FURTHER) {
        String name = of.reference();
        List<FurtherColumn> known = columns.computeIfAbsent(name, first -> new ArrayList<>());
        known.add(FurtherColumn.of(of, index, known.size(), parent(name)));
      }
    }
    return columns;
  }

  private TableProfile parent(String reference) {
    return plan.profile().table(table.relations().reference(reference).orElseThrow().parent());
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
    request.above.ifPresent(parent::add);
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

  private Export export(GivenColumn export, Level.Draws all, List<GivenColumn> given) {
    Optional<Drawn> decider = table.decider(export.column());
    if (decider.isPresent()) {
      return new Export(
          all.slot(decider.get().name()), Optional.of(groups(export)), Optional.empty());
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
    Drawn column = draws.column(popular(name).cell());
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
            refers ? plan.window(table, reference) : 1,
            FurtherColumn.isRead(table, reference, parent(name)),
            !DatasetTables.isReference(parent(name))),
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

  /** The tables that have to be read for numbers or columns of rows that are referred to. */
  private Map<String, List<Level>> distant(Asked asked) {
    Map<String, LevelRequest> requests = new LinkedHashMap<>();
    for (Carried carried : request.carried) {
      if (carried.up() == 0 && carried.through().isPresent()) {
        requests
            .computeIfAbsent(carried.reference(), name -> new LevelRequest())
            .carried
            .add(carried.through().get());
      }
    }
    for (GivenColumn given : asked.given()) {
      if (given.origin() == Origin.FURTHER
          && parent(given.reference()).relations().rows().isEmpty()) {
        requests.computeIfAbsent(given.reference(), name -> new LevelRequest()).exports.add(given);
      }
    }
    Map<String, List<Level>> lines = new LinkedHashMap<>();
    requests.forEach((name, of) -> lines.put(name, plan.levels(parent(name).name(), of)));
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
