package io.mirrorlake.synthesizer.dataset;

import io.mirrorlake.profiler.relation.FanOutLaw;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Parents that get the numbers of children that their laws say, up to one, although the cells of
 * their children are drawn. The children of all cells stand in a line, those of the first cell
 * first; so do the parents, each with as much room as it should have children. Child s of S belongs
 * to the parent in whose room (s + 1/2) / S of the line lies.
 *
 * <p>Where by chance more rows than expected draw a cell, the surplus goes to parents of the cells
 * beside it, which are like those of the cell: cells are the leaves of a tree, in its order.
 * Otherwise all parents of the cell would have too many, and the numbers of children would vary as
 * much from cell to cell as chance makes them. Immutable.
 */
final class EvenParents {
  /**
   * So far the number of children that come may be from the number that should: chance, no plan.
   */
  private static final double NEARLY = 0.25;

  private final Cells parents;
  private final List<SlotLaw> laws;

  /** The share of all children that come before each cell's, as drawn. */
  private final double[] drawn;

  /** The share of all children that the parents before each cell should have. */
  private final double[] expected;

  private EvenParents(Cells parents, List<SlotLaw> laws, double[] drawn, double[] expected) {
    this.parents = parents;
    this.laws = laws;
    this.drawn = drawn;
    this.expected = expected;
  }

  /**
   * The parents, or none where no cell should have children.
   *
   * @param laws of each cell of parents
   * @param children how many children have drawn each cell
   */
  static Optional<EvenParents> of(Cells parents, List<FanOutLaw> laws, long[] children) {
    double[] drawn = new double[laws.size() + 1];
    for (int cell = 0; cell < laws.size(); cell++) {
      drawn[cell + 1] = drawn[cell] + children[cell];
    }
    double all = drawn[laws.size()];
    double room = room(parents, laws)[laws.size()];
    if (!(room > 0) || !(all > 0)) {
      return Optional.empty();
    }
    List<FanOutLaw> fitted =
        Math.abs(all / room - 1) <= NEARLY
            ? TiltedLaws.of(laws, sizes(parents), all).orElse(laws)
            : laws;
    double[] expected = room(parents, fitted);
    double last = expected[laws.size()];
    return Optional.of(
        new EvenParents(
            parents,
            fitted.stream().map(SlotLaw::of).toList(),
            Arrays.stream(drawn).map(sum -> sum / all).toArray(),
            Arrays.stream(expected).map(sum -> sum / last).toArray()));
  }

  private static double[] sizes(Cells parents) {
    return IntStream.range(0, parents.count()).mapToDouble(parents::size).toArray();
  }

  /** How many children the parents before each cell should have. */
  private static double[] room(Cells parents, List<FanOutLaw> laws) {
    double[] room = new double[laws.size() + 1];
    for (int cell = 0; cell < laws.size(); cell++) {
      room[cell + 1] = room[cell] + laws.get(cell).mean() * parents.size(cell);
    }
    return room;
  }

  /**
   * The parent of a child.
   *
   * @param cell the cell that it has drawn
   * @param share of the cell's children that come before, in (0, 1)
   */
  long parent(int cell, double share) {
    double place = drawn[cell] + share * (drawn[cell + 1] - drawn[cell]);
    int found = Arrays.binarySearch(expected, place);
    int at = Math.min(found >= 0 ? found : -found - 2, expected.length - 2);
    // Cells without room are no place to stop at.
    while (at < expected.length - 2 && expected[at + 1] <= place) {
      at++;
    }
    while (at > 0 && expected[at + 1] <= expected[at]) {
      at--;
    }
    double width = expected[at + 1] - expected[at];
    return parents.start(at)
        + laws.get(at).parent((place - expected[at]) / width, parents.size(at));
  }
}
