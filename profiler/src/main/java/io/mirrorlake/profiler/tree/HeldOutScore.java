package io.mirrorlake.profiler.tree;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Judges drawn rows by rows that were fitted on and rows that were held out.
 *
 * @param nearestShare the share of drawn rows that lie nearer to a fitted row than to any held-out
 *     one, ties counted half, with as many of either; 1/2 where nothing is remembered
 * @param accuracy the mean 3-way accuracy against the held-out rows: one less the total variation
 *     distance of the distributions of three columns, each in at most 8 groups (NIST k-marginal
 *     score)
 */
record HeldOutScore(double nearestShare, double accuracy) {
  /** The standard error of a share from so many probes is 0.0035. */
  static final int PROBES = 20_000;

  /** Differences between copulas are ten times the spread of the mean over so many triples. */
  private static final int TRIPLES = 200;

  private static final int GROUPS = 8;

  /** The score of drawn rows; fitted and held-out rows are equally many. */
  static HeldOutScore of(
      List<CodeColumn> drawn, List<CodeColumn> fitted, List<CodeColumn> heldOut) {
    return new HeldOutScore(share(drawn, fitted, heldOut), accuracy(drawn, heldOut));
  }

  private static double share(
      List<CodeColumn> drawn, List<CodeColumn> fitted, List<CodeColumn> heldOut) {
    RowDistance near = RowDistance.to(fitted);
    RowDistance far = RowDistance.to(heldOut);
    int probes = Math.min(PROBES, drawn.get(0).rows());
    return IntStream.range(0, probes)
            .parallel()
            .map(probe -> whichIsNearer(near, far, drawn, probe))
            .mapToDouble(sign -> (1 + Integer.signum(sign)) / 2.0)
            .sum()
        / probes;
  }

  /** Positive where the near rows have the nearest, 0 where both are as near. */
  private static int whichIsNearer(
      RowDistance near, RowDistance far, List<CodeColumn> drawn, int probe) {
    int nearest = near.nearest(drawn, probe, Integer.MAX_VALUE, 0);
    // Whether any other is nearer or as near: how much nearer does not matter.
    return Integer.compare(far.nearest(drawn, probe, nearest + 1, nearest - 1), nearest);
  }

  /** The mean 3-way accuracy of two sets of rows of the same columns. */
  static double accuracy(List<CodeColumn> drawn, List<CodeColumn> heldOut) {
    int columns = drawn.size();
    // Fixed triples: the same for every copula that is compared.
    SplittableRandom random = new SplittableRandom(columns);
    byte[][] a = new byte[columns][];
    byte[][] b = new byte[columns][];
    for (int j = 0; j < columns; j++) {
      a[j] = groups(drawn.get(j), heldOut.get(j));
      b[j] = groups(heldOut.get(j), heldOut.get(j));
    }
    double sum = 0;
    for (int t = 0; t < TRIPLES; t++) {
      int i = random.nextInt(columns);
      int j = random.nextInt(columns);
      int k = random.nextInt(columns);
      sum += 1 - distance(cells(a, i, j, k), cells(b, i, j, k));
    }
    return sum / TRIPLES;
  }

  /** The codes in at most 8 groups of about the same number of held-out rows. */
  private static byte[] groups(CodeColumn column, CodeColumn heldOut) {
    int[] counts = heldOut.counts();
    byte[] ofCode = new byte[counts.length];
    double below = 0;
    for (int code = 0; code < counts.length; code++) {
      double middle = (below + counts[code] / 2.0) / Math.max(1, heldOut.rows());
      ofCode[code] =
          (byte) (counts.length <= GROUPS ? code : Math.min(GROUPS - 1, (int) (middle * GROUPS)));
      below += counts[code];
    }
    byte[] groups = new byte[column.rows()];
    for (int row = 0; row < groups.length; row++) {
      groups[row] = ofCode[column.code(row)];
    }
    return groups;
  }

  private static double[] cells(byte[][] groups, int i, int j, int k) {
    double[] cells = new double[GROUPS * GROUPS * GROUPS];
    int rows = groups[i].length;
    for (int row = 0; row < rows; row++) {
      cells[(groups[i][row] * GROUPS + groups[j][row]) * GROUPS + groups[k][row]] += 1.0 / rows;
    }
    return cells;
  }

  private static double distance(double[] a, double[] b) {
    double sum = 0;
    for (int cell = 0; cell < a.length; cell++) {
      sum += Math.abs(a[cell] - b[cell]);
    }
    return sum / 2;
  }
}
