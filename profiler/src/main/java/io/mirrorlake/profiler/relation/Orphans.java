package io.mirrorlake.profiler.relation;

/**
 * Rows that refer to a parent that is not there.
 *
 * @param share the share of the table's rows that do, in (0, 1)
 * @param keys how many different missing parents they name, a row, in (0, 1]
 */
public record Orphans(double share, double keys) {
  public Orphans {
    if (!(share > 0 && share < 1 && keys > 0 && keys <= 1)) {
      throw new IllegalArgumentException(
          "orphans of the share " + share + " with " + keys + " missing parents each");
    }
  }

  /**
   * Which of the missing parents an orphan names.
   *
   * @param orphan the orphan's number
   */
  public long key(long orphan) {
    return (long) Math.floor(orphan * keys);
  }
}
