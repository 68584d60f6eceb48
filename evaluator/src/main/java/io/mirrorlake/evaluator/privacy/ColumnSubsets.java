package io.mirrorlake.evaluator.privacy;

import io.mirrorlake.evaluator.nearest.Neighbours;
import io.mirrorlake.evaluator.nearest.Points;
import io.mirrorlake.evaluator.nearest.Records;
import io.mirrorlake.evaluator.sample.Draw;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The share nearer to train along random halves of the columns: rows may copy some columns of a
 * record and hide it behind noise in the others.
 *
 * @param shares one for each half, at least one
 */
public record ColumnSubsets(List<Share> shares) {
  /** Enough that any two of 15 columns are together in several. */
  private static final int SUBSETS = 16;

  /** With fewer columns a half is a single one, on which nearly all rows tie. */
  public static final int MIN_WIDTH = 4;

  public ColumnSubsets {
    shares = List.copyOf(shares);
  }

  /**
   * The share along some axes.
   *
   * @param axes the places of the columns
   * @param counts on which side the nearest records are
   * @param standardError its standard error where nothing leaks
   */
  public record Share(List<Integer> axes, NearestCounts counts, double standardError) {
    public Share {
      axes = List.copyOf(axes);
    }

    /** By how many standard errors the share exceeds one half; 0 where all are ties. */
    public double deviations() {
      return standardError == 0 ? 0 : (counts.share() - 0.5) / standardError;
    }
  }

  /** The shares of these probes between two equally large tables. */
  public static ColumnSubsets of(Points probes, Points train, Points holdout, Draw draw) {
    List<Share> shares = new ArrayList<>();
    for (List<Integer> axes : halves(probes.width(), draw)) {
      int[] chosen = axes.stream().mapToInt(Integer::intValue).toArray();
      Points seen = probes.along(chosen);
      Neighbours inTrain = Records.nearest(train.along(chosen), seen);
      Neighbours inHoldout = Records.nearest(holdout.along(chosen), seen);
      shares.add(
          new Share(
              axes,
              NearestCounts.of(inTrain, inHoldout),
              NearestCounts.standardError(inTrain, inHoldout)));
    }
    return new ColumnSubsets(shares);
  }

  /** Different random halves of the axes; fewer than wanted where there are not so many. */
  private static Set<List<Integer>> halves(int width, Draw draw) {
    Set<List<Integer>> halves = new LinkedHashSet<>();
    for (int attempt = 0; attempt < SUBSETS; attempt++) {
      int[] half = draw.subset(width, (width + 1) / 2);
      Arrays.sort(half);
      halves.add(Arrays.stream(half).boxed().toList());
    }
    return halves;
  }

  /** The half that exceeds one half by the most standard errors. */
  public Share worst() {
    return shares.stream().max(Comparator.comparingDouble(Share::deviations)).orElseThrow();
  }
}
