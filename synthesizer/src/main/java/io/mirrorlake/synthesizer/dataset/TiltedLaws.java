package io.mirrorlake.synthesizer.dataset;

import io.mirrorlake.profiler.relation.FanOutLaw;
import io.mirrorlake.profiler.relation.Run;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The laws nearest to those of a profile under which the parents have so many children in all.
 *
 * <p>The share w of the parents of a cell that have n children each becomes w exp(t n / m) / Z,
 * with the mean m of all parents, one t for all cells, and Z so that a cell's shares sum to 1: an
 * exponential tilt (Csiszar 1975, Annals of Probability 3), which of all laws with the sum that is
 * asked for has the least relative entropy to the one given. So numbers of children stay those that
 * occur, parents without children among them, and some become a little more frequent. Were all
 * numbers multiplied by a factor instead, a race of 20 starters would be one of 19.
 */
final class TiltedLaws {
  /** Further than this, nearly all parents of a cell would have the same number. */
  private static final double STEEPEST = 64;

  private static final int ROUNDS = 60;

  private TiltedLaws() {}

  /**
   * The laws, or none where no tilt gives so many children.
   *
   * @param laws of each cell
   * @param sizes how many parents each cell has
   * @param children how many children all parents are to have
   */
  static Optional<List<FanOutLaw>> of(List<FanOutLaw> laws, double[] sizes, double children) {
    double parents = IntStream.range(0, laws.size()).mapToDouble(cell -> sizes[cell]).sum();
    double mean = children(laws, sizes, 0) / parents;
    double low = -STEEPEST / mean;
    double high = STEEPEST / mean;
    if (!(children(laws, sizes, low) <= children && children <= children(laws, sizes, high))) {
      return Optional.empty();
    }
    for (int round = 0; round < ROUNDS; round++) {
      double middle = (low + high) / 2;
      if (children(laws, sizes, middle) < children) {
        low = middle;
      } else {
        high = middle;
      }
    }
    double tilt = (low + high) / 2;
    return Optional.of(laws.stream().map(law -> tilted(law, tilt)).toList());
  }

  private static double children(List<FanOutLaw> laws, double[] sizes, double tilt) {
    return IntStream.range(0, laws.size())
        .mapToDouble(cell -> sizes[cell] * tilted(laws.get(cell), tilt).mean())
        .sum();
  }

  private static FanOutLaw tilted(FanOutLaw law, double tilt) {
    // The greatest power is 0, so that none is infinite.
    double top = law.runs().stream().mapToDouble(run -> tilt * run.children()).max().orElse(0);
    double[] weights =
        law.runs().stream()
            .mapToDouble(run -> run.share() * StrictMath.exp(tilt * run.children() - top))
            .toArray();
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    double all = sum;
    return new FanOutLaw(
        IntStream.range(0, weights.length)
            .filter(run -> weights[run] / all > 0)
            .mapToObj(run -> new Run(weights[run] / all, law.runs().get(run).children()))
            .toList());
  }
}
