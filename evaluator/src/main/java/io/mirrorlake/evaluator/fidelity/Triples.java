package io.mirrorlake.evaluator.fidelity;

import io.mirrorlake.evaluator.sample.Draw;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The triples of columns that 3-way marginals are taken over. */
public final class Triples {
  private Triples() {}

  /**
   * A triple of different columns.
   *
   * @param first the smallest place
   * @param second the middle place
   * @param third the largest place
   */
  public record Triple(int first, int second, int third) {
    public Triple {
      if (first < 0 || first >= second || second >= third) {
        throw new IllegalArgumentException(
            first + ", " + second + ", " + third + " are not ascending places");
      }
    }
  }

  /** All triples of {@code width} columns, or {@code limit} random ones where there are more. */
  public static List<Triple> of(int width, int limit, long seed) {
    long all = (long) width * (width - 1) * (width - 2) / 6;
    return all <= limit ? all(width) : sampled(width, limit, seed);
  }

  private static List<Triple> all(int width) {
    List<Triple> triples = new ArrayList<>();
    for (int i = 0; i < width; i++) {
      for (int j = i + 1; j < width; j++) {
        for (int k = j + 1; k < width; k++) {
          triples.add(new Triple(i, j, k));
        }
      }
    }
    return triples;
  }

  private static List<Triple> sampled(int width, int limit, long seed) {
    Draw draw = Draw.of(seed, "triples");
    Set<Triple> chosen = new HashSet<>();
    while (chosen.size() < limit) {
      int[] places = draw.resample(width, 3);
      Arrays.sort(places);
      if (places[0] < places[1] && places[1] < places[2]) {
        chosen.add(new Triple(places[0], places[1], places[2]));
      }
    }
    return chosen.stream()
        .sorted(
            Comparator.comparingInt(Triple::first)
                .thenComparingInt(Triple::second)
                .thenComparingInt(Triple::third))
        .toList();
  }
}
