package io.mirrorlake.synthesizer.dependence;

import io.mirrorlake.profiler.copula.GivenColumn;
import io.mirrorlake.profiler.copula.TreeColumn;
import io.mirrorlake.profiler.copula.TreeCopula;
import io.mirrorlake.profiler.marginal.Marginal;
import io.mirrorlake.profiler.profile.ColumnProfile.Drawn;
import io.mirrorlake.synthesizer.column.SegmentGroups;
import io.mirrorlake.synthesizer.column.Tile;
import io.mirrorlake.synthesizer.dependence.Draw.Purpose;
import io.mirrorlake.synthesizer.dependence.ForestBuilder.Ancestors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The tree copula: column by column, one draw picks a tree, a code from the leaf that the row's
 * earlier codes lead to, and the place inside the code's stretch of the u-scale.
 *
 * <p>Only the columns that the wanted ones ask, directly or through others, are drawn; as every
 * column has a draw of its own, that changes no value. A column that the copula does not know has
 * its draw as its u.
 */
final class TreeDependence implements Dependence {
  private final List<Draw> draws;
  private final List<CodeForest> forests;
  private final List<GivenColumn> given;
  private final List<Repetition> repetitions;
  private final Map<Integer, Decision> decisions;
  private final int[] slots;
  private final int[] slotOfPosition;

  /**
   * What overrules the trees.
   *
   * @param repetitions where rows keep the position of the sibling before
   * @param decisions by slot, where another column decides the code
   */
  private record Rules(List<Repetition> repetitions, Map<Integer, Decision> decisions) {}

  private TreeDependence(
      List<Draw> draws,
      List<CodeForest> forests,
      List<GivenColumn> given,
      Rules rules,
      int[] slots,
      int[] slotOfPosition) {
    this.draws = List.copyOf(draws);
    this.forests = List.copyOf(forests);
    this.given = List.copyOf(given);
    this.repetitions = List.copyOf(rules.repetitions());
    this.decisions = Map.copyOf(rules.decisions());
    this.slots = slots;
    this.slotOfPosition = slotOfPosition;
  }

  /**
   * The copula for these columns.
   *
   * @param scales the marginal of every column that the copula knows
   */
  static TreeDependence of(TreeCopula copula, Scales scales, List<Drawn> wanted) {
    boolean[] needed = copula.needed(names(wanted));
    List<Draw> draws = new ArrayList<>();
    List<CodeForest> forests = new ArrayList<>();
    Map<String, Integer> slotOf = new LinkedHashMap<>();
    int[] slotOfPosition = new int[needed.length];
    List<GivenColumn> given = given(copula, needed, slotOfPosition);
    int before = copula.given().size();
    int[] codes =
        IntStream.concat(
                copula.given().stream().mapToInt(GivenColumn::codes),
                copula.columns().stream().mapToInt(TreeColumn::codes))
            .toArray();
    Ancestors ancestors = new Ancestors(slotOfPosition, codes);
    for (int j = 0; j < copula.columns().size(); j++) {
      if (needed[before + j]) {
        TreeColumn column = copula.columns().get(j);
        slotOfPosition[before + j] = draws.size();
        slotOf.put(column.name(), draws.size());
        forests.add(
            CodeForest.of(
                column,
                scales.marginal(column.name()),
                ancestors.withScore(before + j, column.scored())));
        draws.add(new Draw(column.name(), Purpose.VALUE));
      }
    }
    int[] slots = new int[wanted.size()];
    for (int k = 0; k < slots.length; k++) {
      String name = wanted.get(k).name();
      if (!slotOf.containsKey(name)) {
        slotOf.put(name, draws.size());
        draws.add(new Draw(name, Purpose.VALUE));
      }
      slots[k] = slotOf.get(name);
    }
    Rules rules = new Rules(repetitions(copula, scales, slotOf), decisions(copula, scales, slotOf));
    return new TreeDependence(draws, forests, given, rules, slots, slotOfPosition);
  }

  static Set<String> names(List<Drawn> columns) {
    return columns.stream().map(Drawn::name).collect(Collectors.toSet());
  }

  private static List<Repetition> repetitions(
      TreeCopula copula, Scales scales, Map<String, Integer> slotOf) {
    List<Repetition> repetitions = new ArrayList<>();
    for (TreeColumn column : copula.columns()) {
      if (column.isRepeating() && slotOf.containsKey(column.name())) {
        Marginal marginal = scales.marginal(column.name());
        repetitions.add(
            new Repetition(
                Objects.requireNonNull(slotOf.get(column.name())),
                Objects.requireNonNull(slotOf.get(column.repeats())),
                SegmentGroups.of(marginal, column.starts())));
      }
    }
    return repetitions;
  }

  private static Map<Integer, Decision> decisions(
      TreeCopula copula, Scales scales, Map<String, Integer> slotOf) {
    Map<Integer, Decision> decisions = new HashMap<>();
    for (TreeColumn column : copula.columns()) {
      Integer slot = slotOf.get(column.name());
      if (column.isDecided() && slot != null) {
        int from = Objects.requireNonNull(slotOf.get(column.decidedBy()));
        decisions.put(slot, scales.decision(from, column));
      }
    }
    return decisions;
  }

  /** The given columns that are asked: their codes come after those of the columns drawn. */
  private static List<GivenColumn> given(
      TreeCopula copula, boolean[] needed, int[] slotOfPosition) {
    int before = copula.given().size();
    List<GivenColumn> given = new ArrayList<>();
    int slot = 0;
    for (int position = before; position < needed.length; position++) {
      slot += needed[position] ? 1 : 0;
    }
    for (int position = 0; position < before; position++) {
      if (needed[position]) {
        slotOfPosition[position] = slot++;
        given.add(copula.given().get(position));
      }
    }
    return given;
  }

  /** The trees of the columns that the copula knows, by slot. */
  List<CodeForest> forests() {
    return forests;
  }

  /** The slots of some of the copula's columns, which are all drawn. */
  int[] slots(boolean[] chosen) {
    return IntStream.range(0, chosen.length)
        .filter(position -> chosen[position])
        .map(position -> slotOfPosition[position])
        .toArray();
  }

  /** The slot of the column at this position of the copula, which is drawn. */
  int slotOfPosition(int position) {
    return slotOfPosition[position];
  }

  @Override
  public List<Draw> draws() {
    return draws;
  }

  @Override
  public int slot(int column) {
    return slots[column];
  }

  /** The trees of a column have megabytes, and a tile reads them once: so the longest tiles. */
  @Override
  public int tileRows() {
    return Tile.MAX_ROWS;
  }

  @Override
  public List<GivenColumn> given() {
    return given;
  }

  @Override
  public void couple(double[][] arrays, int rows) {
    double[][] before = new double[repetitions.size()][rows];
    for (double[] positions : before) {
      Arrays.fill(positions, KnownRows.NONE);
    }
    couple(arrays, new KnownRows(new byte[given.size()][rows], before), rows, tile(rows));
  }

  /**
   * Draws a column, or has it decided.
   *
   * @param arrays the draws of all slots on entry, and positions where columns are drawn
   * @param tile the codes of the columns drawn before
   */
  void draw(int slot, double[][] arrays, CodeTile tile, int rows) {
    Decision decision = decisions.get(slot);
    if (decision == null) {
      forests.get(slot).draw(arrays[slot], tile, slot, rows);
    } else {
      decision.apply(arrays[slot], arrays[decision.from()], tile, slot, rows);
    }
  }

  @Override
  public List<Integer> repeated() {
    return repetitions.stream().map(Repetition::slot).toList();
  }

  private CodeTile tile(int rows) {
    return new CodeTile(forests.size() + given.size(), rows);
  }

  @Override
  public CodeTile tile() {
    return tile(Tile.MAX_ROWS);
  }

  @Override
  public void couple(double[][] arrays, KnownRows known, int rows, CodeTile tile) {
    for (int i = 0; i < given.size(); i++) {
      int offset = CodeTile.offset(forests.size() + i);
      System.arraycopy(known.codes()[i], 0, tile.codes(), offset, rows);
    }
    int next = 0;
    for (int slot = 0; slot < forests.size(); slot++) {
      draw(slot, arrays, tile, rows);
      // In the order of the slots, as of the copula's columns.
      if (next < repetitions.size() && repetitions.get(next).slot() == slot) {
        repetitions.get(next).apply(arrays[slot], known.before()[next++], tile, rows);
      }
    }
  }
}
