package io.mirrorlake.profiler.relation.discovery;

import java.util.List;
import java.util.Optional;

/**
 * What is proposed for a table.
 *
 * @param name its name
 * @param rows how many rows it has
 * @param primaryKey the columns of its primary key; none where none was found
 * @param references its foreign keys
 * @param reference whether it looks like a lookup whose rows could be kept as they are
 * @param orderBy the column that orders the rows of a parent
 * @param notes what a reviewer should know
 */
public record ProposedTable(
    String name,
    long rows,
    List<String> primaryKey,
    List<ProposedReference> references,
    boolean reference,
    Optional<String> orderBy,
    List<String> notes) {
  public ProposedTable {
    primaryKey = List.copyOf(primaryKey);
    references = List.copyOf(references);
    notes = List.copyOf(notes);
  }

  /**
   * A foreign key.
   *
   * @param key its columns and those of the parent
   * @param coverage the share of its rows without null that have a parent
   * @param parentsUsed the share of the parents that have a child
   * @param declared whether the source declares it
   */
  public record ProposedReference(
      DeclaredKeys.ForeignKey key, double coverage, double parentsUsed, boolean declared) {}
}
