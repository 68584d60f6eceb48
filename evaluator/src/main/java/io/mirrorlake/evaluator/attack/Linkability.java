package io.mirrorlake.evaluator.attack;

import io.mirrorlake.evaluator.nearest.GowerSpace;
import io.mirrorlake.evaluator.nearest.Neighbours;
import io.mirrorlake.evaluator.nearest.Points;
import io.mirrorlake.evaluator.nearest.Records;
import io.mirrorlake.evaluator.sample.Draw;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Linking two parts of a person's record that are in different hands. One party knows half of the
 * columns, another the other half; each looks for the synthetic row nearest to what it knows. They
 * are linked if one and the same synthetic row is the nearest for both, which is so where the
 * nearest distance along all columns is the sum of the nearest distances along the halves.
 *
 * <p>The naive guess joins the halves of the synthetic rows at random before. Several divisions of
 * the columns into halves are tried, and a target's success is the share of them that link it.
 */
public final class Linkability {
  /** Random divisions into halves. */
  private static final int DIVISIONS = 4;

  /** With fewer columns a half is a single one, on which nearly all rows tie. */
  public static final int MIN_WIDTH = 4;

  private Linkability() {}

  /** The attack on at most so many targets of either side. */
  public static AttackResult of(AttackTables tables, GowerSpace space, int targets, Draw draw) {
    AttackTables chosen = tables.withTargets(targets);
    Points synthetic = space.place(tables.synthetic());
    Points train = space.place(chosen.train());
    Points control = space.place(chosen.control());
    int[] successes = new int[3];
    for (int division = 0; division < DIVISIONS; division++) {
      int[] order = draw.permutation(synthetic.width());
      Division halves = Division.of(synthetic, order);
      successes[0] += halves.linked(train);
      successes[1] += halves.linked(control);
      successes[2] += halves.shuffled(draw).linked(train);
    }
    int rows = train.size();
    return new AttackResult(
        new Rate((double) successes[0] / DIVISIONS, rows),
        new Rate((double) successes[1] / DIVISIONS, rows),
        new Rate((double) successes[2] / DIVISIONS, rows));
  }

  /** Synthetic rows as two halves of their columns. */
  private static final class Division {
    /** The axes of the first half, then those of the second. */
    private final int[] order;

    private final Points first;
    private final Points second;

    private Division(int[] order, Points first, Points second) {
      this.order = order;
      this.first = first;
      this.second = second;
    }

    static Division of(Points rows, int[] order) {
      int half = order.length / 2;
      return new Division(
          order,
          rows.along(Arrays.copyOf(order, half)),
          rows.along(Arrays.copyOfRange(order, half, order.length)));
    }

    Division shuffled(Draw draw) {
      return new Division(order, first, second.take(draw.permutation(second.size())));
    }

    int linked(Points targets) {
      Division sought = of(targets, order);
      Neighbours byFirst = Records.nearest(first, sought.first);
      Neighbours bySecond = Records.nearest(second, sought.second);
      Neighbours byBoth = Records.nearest(first.beside(second), sought.first.beside(sought.second));
      return (int)
          IntStream.range(0, targets.size())
              .filter(t -> byBoth.nearest(t) == byFirst.nearest(t) + bySecond.nearest(t))
              .count();
    }
  }
}
