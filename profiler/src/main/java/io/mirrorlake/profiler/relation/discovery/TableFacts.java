package io.mirrorlake.profiler.relation.discovery;

import java.util.List;
import java.util.Optional;

/**
 * What is known of a table before keys are looked for.
 *
 * @param name its name
 * @param rows how many rows it has
 * @param columns its columns in order
 * @param sample some of its rows: for each column, 64 bits that tell its values apart
 * @param declared the keys that the source declares
 */
public record TableFacts(
    String name, long rows, List<ColumnFacts> columns, List<long[]> sample, DeclaredKeys declared) {
  public TableFacts {
    columns = List.copyOf(columns);
    sample = List.copyOf(sample);
    if (sample.size() != columns.size()) {
      throw new IllegalArgumentException(
          "a sample of " + sample.size() + " columns for " + columns.size());
    }
  }

  Optional<ColumnFacts> column(String column) {
    return columns.stream().filter(each -> each.name().equals(column)).findFirst();
  }

  int position(String column) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equals(column)) {
        return i;
      }
    }
    throw new IllegalArgumentException("table " + name + " has no column " + column);
  }

  /** Whether its name or a column points to persons. */
  boolean isPersonal() {
    return NameWords.of(name).isPerson() || columns.stream().anyMatch(ColumnFacts::personal);
  }
}
