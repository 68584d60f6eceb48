package io.mirrorlake.synthesizer.dataset;

import io.mirrorlake.profiler.relation.FanOutLaw;
import io.mirrorlake.profiler.relation.Run;
import java.util.Arrays;

/**
 * The parent of each of a cell's children. With n parents and S children, the parents before x have
 * S F(x / n) of them, where F is the Lorenz curve of the law; child s belongs to the parent x that
 * has S F(x / n) &lt;= s + 1/2 &lt; S F((x + 1) / n). So every parent gets its share of the
 * children up to one, without the noise of independent draws. Immutable.
 */
final class SlotLaw {
  private final double[] parents;
  private final double[] children;

  private SlotLaw(double[] parents, double[] children) {
    this.parents = parents;
    this.children = children;
  }

  /** The law; one without any children spreads those that come all the same evenly. */
  static SlotLaw of(FanOutLaw given) {
    FanOutLaw law = given.mean() > 0 ? given : FanOutLaw.even();
    int runs = law.runs().size();
    double[] parents = new double[runs + 1];
    double[] children = new double[runs + 1];
    for (int i = 0; i < runs; i++) {
      Run run = law.runs().get(i);
      parents[i + 1] = parents[i] + run.share();
      children[i + 1] = children[i] + run.share() * run.children();
    }
    double share = parents[runs];
    double mean = children[runs];
    for (int i = 0; i <= runs; i++) {
      parents[i] /= share;
      children[i] /= mean;
    }
    return new SlotLaw(parents, children);
  }

  /**
   * The parent of a child.
   *
   * @param slot the child, in [0, slots)
   * @param slots how many children there are
   * @param count how many parents there are, at least 1
   * @return a number in [0, count)
   */
  long parent(long slot, long slots, long count) {
    return parent((slot + 0.5) / slots, count);
  }

  /**
   * The parent of the child before which a share t of all children comes.
   *
   * @param t a share in [0, 1]
   * @param count how many parents there are, at least 1
   * @return a number in [0, count)
   */
  long parent(double t, long count) {
    int found = Arrays.binarySearch(children, t);
    int run = Math.min(found >= 0 ? found : -found - 2, children.length - 2);
    // Runs without children have no width, and are no place to stop at.
    while (run < children.length - 2 && children[run + 1] <= t) {
      run++;
    }
    double width = children[run + 1] - children[run];
    double within = width > 0 ? (t - children[run]) / width : 0;
    double x = parents[run] + within * (parents[run + 1] - parents[run]);
    return Math.max(0, Math.min((long) (x * count), count - 1));
  }
}
