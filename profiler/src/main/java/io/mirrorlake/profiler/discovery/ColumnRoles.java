package io.mirrorlake.profiler.discovery;

import java.util.Map;
import java.util.Set;

/**
 * Columns that take part in constraints less than others do.
 *
 * @param none those that take no part by themselves: keys, and what is hidden
 * @param cells those of them that may decide others: cells of parents
 * @param borrowed those of them that may be copied, or multiplied by a column of the table's own:
 *     columns of parents; points in time bound others, too
 * @param evolved those that others may follow from by copies, sums and orders, and that follow from
 *     none: what rises from sibling to sibling. Each with the hidden column of its first values
 * @param repeated those that siblings keep: no distance from a value that they do not keep tells of
 *     that
 */
public record ColumnRoles(
    Set<String> none,
    Set<String> cells,
    Set<String> borrowed,
    Map<String, String> evolved,
    Set<String> repeated) {
  /** Every column takes part. */
  public static final ColumnRoles NONE =
      new ColumnRoles(Set.of(), Set.of(), Set.of(), Map.of(), Set.of());

  public ColumnRoles {
    none = Set.copyOf(none);
    cells = Set.copyOf(cells);
    borrowed = Set.copyOf(borrowed);
    evolved = Map.copyOf(evolved);
    repeated = Set.copyOf(repeated);
  }
}
