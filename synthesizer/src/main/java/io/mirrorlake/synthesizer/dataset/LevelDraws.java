package io.mirrorlake.synthesizer.dataset;

import io.mirrorlake.profiler.copula.GivenColumn;
import io.mirrorlake.profiler.copula.GivenColumn.Origin;
import io.mirrorlake.profiler.copula.TreeColumn;
import io.mirrorlake.profiler.copula.TreeCopula;
import io.mirrorlake.profiler.profile.ColumnProfile.Drawn;
import io.mirrorlake.profiler.profile.TableProfile;
import io.mirrorlake.profiler.relation.Reference;
import io.mirrorlake.profiler.relation.ReferenceLaw;
import io.mirrorlake.synthesizer.dependence.Dependence;
import io.mirrorlake.synthesizer.dependence.Scales;
import io.mirrorlake.synthesizer.plan.DrawStreams;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Compiles what is drawn of a table's rows, and tells what has to be given for it. */
final class LevelDraws {
  private final TableProfile table;
  private final long seed;
  private final OptionalLong rootRows;
  private final Map<String, Drawn> drawn = new LinkedHashMap<>();
  private final Scales scales;

  /**
   * @param rootRows how many rows there are, of a root: values are spread evenly over these, not
   *     over those of families
   */
  LevelDraws(TableProfile table, long seed, OptionalLong rootRows) {
    this.table = table;
    this.seed = seed;
    this.rootRows = rootRows;
    this.scales = Scales.of(table);
    for (Drawn column : table.drawn()) {
      drawn.put(column.name(), column);
    }
  }

  /** A drawn column. */
  Drawn column(String name) {
    return Optional.ofNullable(drawn.get(name)).orElseThrow();
  }

  /** Drawn columns of the primary key: with them, the same parent may come twice in a family. */
  List<Drawn> keys() {
    return table.relations().primaryKey().stream()
        .flatMap(name -> Stream.ofNullable(drawn.get(name)))
        .toList();
  }

  /**
   * The dependence for all that is wanted; siblings before add to what is wanted.
   *
   * @param wanted the columns whose positions are wanted
   * @param named the given columns whose codes are wanted
   */
  Dependence dependence(Set<String> wanted, Set<String> named) {
    while (true) {
      List<Drawn> columns = wanted.stream().map(this::column).toList();
      Dependence dependence = Dependence.of(table.copula(), scales, columns);
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

  /** All that has to be given. */
  List<GivenColumn> given(Dependence dependence, Set<String> named) {
    List<GivenColumn> given = new ArrayList<>(dependence.given());
    for (GivenColumn column : table.copula().given()) {
      if (named.contains(column.name()) && !given.contains(column)) {
        given.add(column);
      }
    }
    return given;
  }

  /** Whether the draws of some columns depend on what is given of further parents. */
  boolean askFurther(Set<String> columns) {
    return dependence(new LinkedHashSet<>(columns), Set.of()).given().stream()
        .anyMatch(column -> column.origin() == Origin.FURTHER);
  }

  /**
   * All that is drawn.
   *
   * @param given all that has to be given
   */
  Level.Draws all(Dependence dependence, Set<String> wanted, List<GivenColumn> given) {
    return draws(
        dependence,
        wanted,
        given,
        IntStream.range(0, given.size()).boxed().toList(),
        IntStream.range(0, dependence.draws().size()).boxed().toList());
  }

  /**
   * Some of it: what some columns need.
   *
   * @param all all that is drawn
   * @param given all that has to be given
   */
  Level.Draws part(Set<String> columns, Level.Draws all, List<GivenColumn> given) {
    Set<String> wanted = new LinkedHashSet<>(columns);
    Dependence dependence = dependence(wanted, Set.of());
    return draws(
        dependence,
        wanted,
        given,
        dependence.given().stream().map(given::indexOf).toList(),
        dependence.draws().stream().map(all.dependence().draws()::indexOf).toList());
  }

  private Level.Draws draws(
      Dependence dependence,
      Set<String> wanted,
      List<GivenColumn> given,
      List<Integer> known,
      List<Integer> places) {
    Map<String, Integer> slots = new LinkedHashMap<>();
    int index = 0;
    for (String name : wanted) {
      slots.put(name, dependence.slot(index++));
    }
    return new Level.Draws(
        dependence,
        rootRows.isPresent()
            ? DrawStreams.stratified(
                table.name(), seed, dependence.draws(), spreading(rootRows.getAsLong()))
            : DrawStreams.of(table.name(), seed, dependence.draws()),
        slots,
        dependence.given().stream().map(given::indexOf).toList(),
        known,
        places);
  }

  /**
   * The rows of a root that refer to a further parent are a family of it: what they are like is
   * drawn by chance, and so is which rows of a cell these are. Only how many rows each cell of
   * parents gets, and how many children rows have, are spread evenly.
   */
  private DrawStreams.Spreading spreading(long rows) {
    Set<String> cells = new LinkedHashSet<>();
    for (Reference reference : table.relations().references()) {
      if (reference.law() instanceof ReferenceLaw.Popular popular) {
        cells.add(popular.cell());
      }
    }
    Set<String> columns =
        drawn.values().stream()
            .filter(column -> cells.isEmpty() || column.hidden())
            .map(Drawn::name)
            .collect(Collectors.toSet());
    return new DrawStreams.Spreading(rows, columns, cells, inOrder());
  }

  /** The columns in the order of drawing, those first that decide how many rows there are. */
  private List<String> inOrder() {
    return table.copula() instanceof TreeCopula trees
        ? trees.columns().stream().map(TreeColumn::name).toList()
        : List.of();
  }
}
