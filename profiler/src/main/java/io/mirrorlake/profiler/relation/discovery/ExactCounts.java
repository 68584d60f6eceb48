package io.mirrorlake.profiler.relation.discovery;

import java.util.List;

/** Counts over all rows, for what samples make likely. */
public interface ExactCounts {
  /** Whether no two rows of a table have the same values in these columns, none of them null. */
  boolean isUnique(String table, List<String> columns);

  /** The share of a table's rows without null in a foreign key whose parent is there. */
  double coverage(String table, DeclaredKeys.ForeignKey key);
}
