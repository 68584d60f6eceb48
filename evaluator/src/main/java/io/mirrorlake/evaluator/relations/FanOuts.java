package io.mirrorlake.evaluator.relations;

import io.mirrorlake.evaluator.sample.Draw;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;

/**
 * How many children the parents of one reference have: a histogram, exact at any scale, as it has
 * one entry for each different number of children.
 *
 * <p>Immutable. Distances take O(entries).
 */
public final class FanOuts {
  /**
   * A bootstrap sample needs no more draws: a distance between samples of n and N parents shrinks
   * with the square root, by which larger tables are scaled.
   */
  private static final int MOST_DRAWS = 100_000;

  private final long[] children;
  private final long[] parents;
  private final long allParents;
  private final double allChildren;

  private FanOuts(long[] children, long[] parents) {
    this.children = children;
    this.parents = parents;
    this.allParents = LongStream.of(parents).sum();
    double sum = 0;
    for (int i = 0; i < children.length; i++) {
      sum += (double) children[i] * parents[i];
    }
    this.allChildren = sum;
  }

  /**
   * The histogram.
   *
   * @param parentsByChildren for each number of children, 0 included, how many parents have it
   * @throws IllegalArgumentException for no parents, or a negative number
   */
  public static FanOuts of(SortedMap<Long, Long> parentsByChildren) {
    long[] children = new long[parentsByChildren.size()];
    long[] parents = new long[children.length];
    int size = 0;
    for (var entry : parentsByChildren.entrySet()) {
      if (entry.getKey() < 0 || entry.getValue() < 0) {
        throw new IllegalArgumentException(
            entry.getValue() + " parents with " + entry.getKey() + " children");
      }
      if (entry.getValue() > 0) {
        children[size] = entry.getKey();
        parents[size++] = entry.getValue();
      }
    }
    if (size == 0) {
      throw new IllegalArgumentException("a fan-out of no parents");
    }
    return new FanOuts(Arrays.copyOf(children, size), Arrays.copyOf(parents, size));
  }

  /** The histogram of each parent's number of children. */
  public static FanOuts ofCounts(long... counts) {
    TreeMap<Long, Long> histogram = new TreeMap<>();
    for (long count : counts) {
      histogram.merge(count, 1L, Long::sum);
    }
    return of(histogram);
  }

  /** How many parents there are. */
  public long parents() {
    return allParents;
  }

  /** The mean number of children of a parent. */
  public double mean() {
    return allChildren / allParents;
  }

  /** The greatest number of children. */
  public long greatest() {
    return children[children.length - 1];
  }

  /** The share of parents without children. */
  public double childlessShare() {
    return children[0] == 0 ? (double) parents[0] / allParents : 0;
  }

  /**
   * The Kolmogorov-Smirnov distance to other fan-outs: {@code max over n of |F1(n) - F2(n)|}, where
   * F is the share of parents with at most n children, 0 to 1.
   */
  public double distance(FanOuts other) {
    double most = 0;
    int i = 0;
    int j = 0;
    long below = 0;
    long otherBelow = 0;
    while (i < children.length || j < other.children.length) {
      long n =
          Math.min(
              i < children.length ? children[i] : Long.MAX_VALUE,
              j < other.children.length ? other.children[j] : Long.MAX_VALUE);
      if (i < children.length && children[i] == n) {
        below += parents[i++];
      }
      if (j < other.children.length && other.children[j] == n) {
        otherBelow += other.parents[j++];
      }
      most =
          Math.max(
              most, Math.abs((double) below / allParents - (double) otherBelow / other.allParents));
    }
    return most;
  }

  /**
   * The Gini coefficient of children among parents, 0 where all have equally many, towards 1 where
   * few have all: twice the area between the diagonal and the Lorenz curve. 0 without children.
   */
  public double gini() {
    if (allChildren == 0) {
      return 0;
    }
    double below = 0;
    double area = 0;
    for (int i = 0; i < children.length; i++) {
      double step = (double) children[i] * parents[i] / allChildren;
      area += (double) parents[i] / allParents * (below + step / 2);
      below += step;
    }
    return 1 - 2 * area;
  }

  /**
   * The Lorenz curve: the share of all children that the given share of parents has, those with the
   * fewest first.
   *
   * @param share of the parents, 0 to 1
   */
  public double lorenz(double share) {
    double left = share * allParents;
    double sum = 0;
    for (int i = 0; i < children.length && left > 0; i++) {
      double taken = Math.min(left, (double) parents[i]);
      sum += taken * children[i];
      left -= taken;
    }
    return allChildren == 0 ? share : sum / allChildren;
  }

  /** The share of all children that the tenth of the parents has with the most. */
  public double topTenthShare() {
    return allChildren == 0 ? 0 : 1 - lorenz(0.9);
  }

  /**
   * A bootstrap sample: as many parents as asked for, each with the children of a random parent.
   * For more than 100,000 parents the sample has that many.
   */
  public FanOuts resampled(long wanted, Draw draw) {
    int draws = (int) Math.max(1, Math.min(MOST_DRAWS, wanted));
    double[] below = new double[parents.length];
    long sum = 0;
    for (int i = 0; i < parents.length; i++) {
      sum += parents[i];
      below[i] = (double) sum / allParents;
    }
    TreeMap<Long, Long> histogram = new TreeMap<>();
    for (int i = 0; i < draws; i++) {
      int at = Arrays.binarySearch(below, draw.uniform());
      int entry = Math.min(parents.length - 1, at < 0 ? ~at : at + 1);
      histogram.merge(children[entry], 1L, Long::sum);
    }
    return of(histogram);
  }

  /** How much nearer real parents are than a bootstrap sample, which has 100,000 at most. */
  static double scaleOfResample(long wanted) {
    return Math.sqrt(Math.min(1, (double) MOST_DRAWS / (double) wanted));
  }

  /**
   * The floor: as many children dealt to as many parents at random, so that a parent's number of
   * children has a Poisson distribution (the limit of the binomial one).
   */
  public FanOuts dealtAtRandom() {
    double mean = mean();
    double spread = Math.sqrt(mean);
    long first = (long) Math.max(0, Math.floor(mean - 10 * spread));
    long last = (long) Math.ceil(mean + 10 * spread + 10);
    // Probabilities relative to the mode, so that nothing underflows; scaled to whole parents.
    double[] weights = new double[(int) Math.min(1_000_000, last - first + 1)];
    double total = 0;
    double log = 0;
    int mode = (int) Math.min(weights.length - 1, (long) mean - first);
    weights[mode] = 1;
    for (int i = mode + 1; i < weights.length; i++) {
      log += Math.log(mean / (double) (first + i));
      weights[i] = Math.exp(log);
    }
    log = 0;
    for (int i = mode - 1; i >= 0; i--) {
      log += Math.log((double) (first + i + 1) / mean);
      weights[i] = Math.exp(log);
    }
    for (double weight : weights) {
      total += weight;
    }
    TreeMap<Long, Long> histogram = new TreeMap<>();
    for (int i = 0; i < weights.length; i++) {
      histogram.put(first + i, Math.round(weights[i] / total * 1e9));
    }
    return of(histogram);
  }
}
