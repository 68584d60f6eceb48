package io.mirrorlake.profiler.relation;

/**
 * Neighbouring parents of a cell that have about as many children each.
 *
 * @param share the share of the cell's parents that they are, in (0, 1]
 * @param children how many children they have on average, at least 0
 */
public record Run(double share, double children) {
  public Run {
    if (!(share > 0 && share <= 1) || !(children >= 0 && children < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "a run of the share " + share + " of parents with " + children + " children each");
    }
  }
}
