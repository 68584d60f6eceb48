package io.mirrorlake.profiler.relation;

import java.util.List;
import java.util.Optional;

/**
 * A foreign key.
 *
 * @param name what columns call it by, such as {@code orders.customer_id}
 * @param columns its columns
 * @param parent the table it refers to
 * @param parentColumns the columns of the parent that it holds values of, which are unique there:
 *     one for each column
 * @param law how a row finds its parent
 * @param orphans the rows that name a parent that is not there, if they are wanted. With a leading
 *     parent they lie after all others; with a further one, their cell is the one after the last.
 */
public record Reference(
    String name,
    List<String> columns,
    String parent,
    List<String> parentColumns,
    ReferenceLaw law,
    Optional<Orphans> orphans) {
  public Reference {
    columns = List.copyOf(columns);
    parentColumns = List.copyOf(parentColumns);
    if (columns.isEmpty() || columns.size() != parentColumns.size()) {
      throw new IllegalArgumentException(
          "reference '" + name + "' has the columns " + columns + " for " + parentColumns);
    }
    boolean free =
        law instanceof ReferenceLaw.Family
            || (law instanceof ReferenceLaw.Popular popular
                && !popular.distinct()
                && !popular.once());
    if (orphans.isPresent() && !free) {
      throw new IllegalArgumentException(
          "reference '" + name + "' cannot name parents that are not there");
    }
    if (law instanceof ReferenceLaw.Inherited inherited
        && inherited.of().size() != columns.size()) {
      throw new IllegalArgumentException(
          "reference '" + name + "' inherits " + inherited.of() + " for " + columns);
    }
  }

  /** A reference without orphans. */
  public Reference(
      String name,
      List<String> columns,
      String parent,
      List<String> parentColumns,
      ReferenceLaw law) {
    this(name, columns, parent, parentColumns, law, Optional.empty());
  }

  /** Whether this is the reference to the leading parent. */
  public boolean leads() {
    return law instanceof ReferenceLaw.Family;
  }
}
