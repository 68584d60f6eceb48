package io.mirrorlake.profiler.tree;

import io.mirrorlake.profiler.marginal.CategoricalMarginal;
import io.mirrorlake.profiler.marginal.Marginal;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A column's u-scale cut into few codes: runs of neighbouring segments, and one code for the nulls.
 *
 * @param starts the first segment of each code; the segment after the marginal's last is the nulls'
 * @param probabilities the probability of each code
 * @param ordered whether neighbouring codes are alike
 * @param nullable whether the last code is that of the nulls
 */
record CodeScale(
    List<Integer> starts, List<Double> probabilities, boolean ordered, boolean nullable)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * Percentages, ages and days of half a year keep a code each; leaves are shrunk by halves, so
   * that more codes cost little.
   */
  static final int MAX_ORDERED_CODES = 200;

  /** As many as a byte holds, less one for the nulls. */
  static final int MAX_NOMINAL_CODES = 255;

  /**
   * A run between wider segments has about so many rows, or its even share, at least: codes of
   * fewer rows tell which of them they were counted on.
   */
  private static final double LEAST_ROWS = 128;

  /** Halving the share of a run so often settles how many runs there are. */
  private static final int SHARE_HALVINGS = 30;

  CodeScale {
    starts = List.copyOf(starts);
    probabilities = List.copyOf(probabilities);
  }

  /**
   * The codes of a column with this marginal.
   *
   * @param rows how many rows trees are grown on
   */
  static CodeScale of(Marginal marginal, int rows) {
    boolean ordered = !(marginal instanceof CategoricalMarginal);
    int most = ordered ? MAX_ORDERED_CODES : MAX_NOMINAL_CODES;
    double[] edges = marginal.edges();
    int segments = marginal.segmentCount();
    List<Integer> starts = segments <= most ? starts(edges, -1) : starts(edges, most, rows);
    List<Double> probabilities = new ArrayList<>();
    for (int code = 0; code < starts.size(); code++) {
      int end = code + 1 < starts.size() ? starts.get(code + 1) : segments;
      probabilities.add(edges[end] - edges[starts.get(code)]);
    }
    boolean nullable = marginal.nullProbability() > 0;
    if (nullable) {
      starts.add(segments);
      probabilities.add(marginal.nullProbability());
    }
    return new CodeScale(starts, probabilities, ordered, nullable);
  }

  /** So many codes of which nothing is known. */
  static CodeScale even(int codes, boolean ordered) {
    List<Integer> starts = IntStream.range(0, codes).boxed().toList();
    return new CodeScale(starts, Collections.nCopies(codes, 1.0 / codes), ordered, false);
  }

  /**
   * Where runs begin, as many as there may be: wide segments (point masses) have a run each, and
   * leave the more runs to what lies between and beyond them, as far as there are rows for it.
   */
  private static List<Integer> starts(double[] edges, int most, int rows) {
    double all = edges[edges.length - 1];
    double enough = Math.min(all / most, LEAST_ROWS / Math.max(1, rows));
    double tooSmall = enough;
    while (starts(edges, enough).size() > most) {
      tooSmall = enough;
      enough *= 2;
    }
    for (int halving = 0; halving < SHARE_HALVINGS; halving++) {
      double share = (tooSmall + enough) / 2;
      if (starts(edges, share).size() > most) {
        tooSmall = share;
      } else {
        enough = share;
      }
    }
    return starts(edges, enough);
  }

  /** Where runs begin: a segment joins the one before where that comes nearer to the share. */
  private static List<Integer> starts(double[] edges, double share) {
    List<Integer> starts = new ArrayList<>();
    double filled = 0;
    for (int s = 0; s < edges.length - 1; s++) {
      double width = edges[s + 1] - edges[s];
      if (starts.isEmpty() || filled + width / 2 > share) {
        starts.add(s);
        filled = 0;
      }
      filled += width;
    }
    return starts;
  }

  /** The probability of each code, as an array of its own. */
  double[] distribution() {
    return probabilities.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** The probability of a null: the last code's where the column has nulls, else 0. */
  double nullProbability() {
    return nullable ? probabilities.get(probabilities.size() - 1) : 0;
  }

  /** The code at this place of the u-scale. */
  int codeAt(double u) {
    int code = 0;
    double edge = probabilities.get(0);
    while (code < size() - 1 && u >= edge) {
      edge += probabilities.get(++code);
    }
    return code;
  }

  int size() {
    return starts.size();
  }

  /** The code of each segment, the nulls' included. */
  byte[] codeOfSegment(int segments) {
    byte[] codes = new byte[segments + 1];
    int code = 0;
    for (int s = 0; s <= segments; s++) {
      if (code + 1 < starts.size() && starts.get(code + 1) == s) {
        code++;
      }
      codes[s] = (byte) code;
    }
    return codes;
  }
}
