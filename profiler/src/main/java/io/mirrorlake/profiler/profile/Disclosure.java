package io.mirrorlake.profiler.profile;

/**
 * The disclosure rules a profile was made under.
 *
 * @param minimumUnits k: nothing that fewer privacy units carry is in the profile; at least 1
 * @param privacyUnit {@code row}, or the column whose values are the privacy units
 */
public record Disclosure(int minimumUnits, String privacyUnit) {
  /** The privacy unit where every row is one. */
  public static final String ROW = "row";

  public Disclosure {
    if (minimumUnits < 1) {
      throw new IllegalArgumentException("k must be at least 1: " + minimumUnits);
    }
  }
}
