package io.mirrorlake.profiler.schema;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** The known name that a mistaken name is closest to. */
public final class NearestName {
  private NearestName() {}

  /**
   * The candidate with the least Levenshtein distance to {@code name}, whatever the case of
   * letters, the first of several; there is at least one.
   */
  public static String of(String name, Collection<String> candidates) {
    return candidates.stream()
        .min(Comparator.comparingInt(candidate -> distance(lower(name), lower(candidate))))
        .orElseThrow();
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  /**
   * The least number of insertions, deletions and replacements of a character that turn a into b;
   * O(|a| |b|).
   */
  static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
