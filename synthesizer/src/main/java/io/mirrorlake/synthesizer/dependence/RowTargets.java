package io.mirrorlake.synthesizer.dependence;

import io.mirrorlake.synthesizer.condition.ColumnCondition;
import io.mirrorlake.synthesizer.condition.ColumnCondition.Target;
import io.mirrorlake.synthesizer.dependence.Draw.Purpose;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Which target of each condition a row has, and the draws that conditions add to a copula's. */
final class RowTargets {
  private final List<ColumnCondition> conditions;
  private final List<Draw> draws;
  private final int[] slots;

  private RowTargets(List<ColumnCondition> conditions, List<Draw> draws, int[] slots) {
    this.conditions = conditions;
    this.draws = List.copyOf(draws);
    this.slots = slots;
  }

  /** The targets of conditions, drawn beside a copula's own draws, of which there is one. */
  static RowTargets of(List<ColumnCondition> conditions, List<Draw> own) {
    List<Draw> draws = new ArrayList<>(own);
    int[] slots = new int[conditions.size()];
    for (int c = 0; c < slots.length; c++) {
      slots[c] = -1;
      if (conditions.get(c).isDistribution()) {
        slots[c] = draws.size();
        draws.add(new Draw(conditions.get(c).column().name(), Purpose.TARGET));
      }
    }
    String column = conditions.isEmpty() ? "" : conditions.get(0).column().name();
    draws.add(new Draw(column, Purpose.CHOICE));
    return new RowTargets(conditions, draws, slots);
  }

  /** The copula's own draws, those that pick targets, and the one that picks a proposal. */
  List<Draw> draws() {
    return draws;
  }

  /** The slot of the draw that picks one of several proposals. */
  int choice() {
    return draws.size() - 1;
  }

  /** The target of each row, for each condition. */
  int[][] choose(double[][] arrays, int rows) {
    return IntStream.range(0, slots.length)
        .mapToObj(c -> choose(c, arrays, rows))
        .toArray(int[][]::new);
  }

  /** The targets of each row, one for each condition. */
  List<List<Target>> list(double[][] arrays, int rows) {
    int[][] numbers = choose(arrays, rows);
    return IntStream.range(0, rows)
        .mapToObj(
            row ->
                IntStream.range(0, numbers.length)
                    .mapToObj(c -> conditions.get(c).targets().get(numbers[c][row]))
                    .toList())
        .toList();
  }

  private int[] choose(int condition, double[][] arrays, int rows) {
    int[] targets = new int[rows];
    if (slots[condition] >= 0) {
      for (int row = 0; row < rows; row++) {
        targets[row] = conditions.get(condition).target(arrays[slots[condition]][row]);
      }
    }
    return targets;
  }
}
