package io.mirrorlake.profiler.copula;

import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What many columns together tell of one, as a code that its trees can ask: the sum of what each of
 * the others' codes counts for, cut into ranges. A single question of a tree sees one column; where
 * dozens tell a little each, their sum tells more than any path of questions (a generalized
 * additive model; Hastie and Tibshirani 1990).
 *
 * @param terms what each column counts for, one a column
 * @param cuts where ranges begin, rising: the code is the number of cuts that the sum reaches
 */
public record AdditiveScore(List<Term> terms, List<Integer> cuts) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** No score. */
  public static final AdditiveScore NONE = new AdditiveScore(List.of(), List.of());

  /** The greatest points of a term, and the most terms: their sums fit 32 bits. */
  public static final int MOST_POINTS = 1_000_000;

  private static final int MOST_TERMS = 1000;

  private static final int MOST_SUM = MOST_POINTS * MOST_TERMS;

  public AdditiveScore {
    terms = List.copyOf(terms);
    cuts = List.copyOf(cuts);
    if (terms.isEmpty() != cuts.isEmpty()
        || terms.size() > MOST_TERMS
        || cuts.size() >= CodeSet.MAX_CODES) {
      throw new IllegalArgumentException(
          "a score of " + terms.size() + " terms with " + cuts.size() + " cuts");
    }
    for (int i = 1; i < cuts.size(); i++) {
      if (cuts.get(i) <= cuts.get(i - 1)) {
        throw new IllegalArgumentException("the cuts of a score do not rise: " + cuts);
      }
    }
    for (int cut : cuts) {
      requireWithin("a cut of a score", cut, MOST_SUM);
    }
    Set<Integer> ancestors = new HashSet<>();
    for (Term term : terms) {
      if (!ancestors.add(term.ancestor())) {
        throw new IllegalArgumentException("a score asks column " + term.ancestor() + " twice");
      }
    }
  }

  /**
   * What a column counts for.
   *
   * @param ancestor the column, as its position among the copula's given columns and those that are
   *     drawn, one after the other
   * @param starts the first code of each run of codes that count alike, rising from 0
   * @param points what each run counts for, in hundredths of a standard deviation of the normal
   *     score that is told
   */
  public record Term(int ancestor, List<Integer> starts, List<Integer> points)
      implements Serializable {
    private static final long serialVersionUID = 1L;

    public Term {
      starts = List.copyOf(starts);
      points = List.copyOf(points);
      if (ancestor < 0 || starts.size() != points.size() || starts.isEmpty()) {
        throw new IllegalArgumentException(
            "a term on column "
                + ancestor
                + " with "
                + starts.size()
                + " runs and "
                + points.size()
                + " points");
      }
      for (int i = 0; i < starts.size(); i++) {
        if ((i == 0 ? starts.get(0) != 0 : starts.get(i) <= starts.get(i - 1))
            || starts.get(i) >= CodeSet.MAX_CODES) {
          throw new IllegalArgumentException(
              "the runs of a term on column "
                  + ancestor
                  + " do not rise from code 0 to 255: "
                  + starts);
        }
        requireWithin("a point of a term on column " + ancestor, points.get(i), MOST_POINTS);
      }
    }

    /** The points of each of so many codes. */
    public int[] table(int codes) {
      int[] table = new int[codes];
      int run = 0;
      for (int code = 0; code < codes; code++) {
        run += run + 1 < starts.size() && starts.get(run + 1) <= code ? 1 : 0;
        table[code] = points.get(run);
      }
      return table;
    }
  }

  private static void requireWithin(String what, int value, int most) {
    if (value < -most || value > most) {
      throw new IllegalArgumentException(
          what + " is " + value + ", not within -" + most + " and " + most);
    }
  }

  /** Whether there is none. */
  public boolean isNone() {
    return terms.isEmpty();
  }

  /** How many codes it has. */
  public int codes() {
    return cuts.size() + 1;
  }

  /** The cuts as an array of its own. */
  public int[] cutPoints() {
    return cuts.stream().mapToInt(Integer::intValue).toArray();
  }

  /** The code of a sum, by the {@link #cutPoints}. */
  public static int code(int[] cuts, int sum) {
    int low = 0;
    int high = cuts.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (cuts[middle] <= sum) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
