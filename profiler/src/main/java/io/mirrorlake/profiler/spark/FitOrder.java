package io.mirrorlake.profiler.spark;

import io.mirrorlake.profiler.fit.Dependence;
import io.mirrorlake.profiler.relation.DeclaredReference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * In which order tables are fitted. What is led comes after its parent, and what refers to further
 * parents after these too, so that a row can be given what its parents are like. Where references
 * go round in a circle, one of them finds a parent that is not fitted before: of that one the row
 * is given nothing but the cell.
 */
final class FitOrder {
  private final Map<String, TableNode> tables;
  private final Map<TableNode, Integer> generations = new HashMap<>();
  private final Set<TableNode> open = new HashSet<>();

  private FitOrder(Map<String, TableNode> tables) {
    this.tables = tables;
  }

  /** The order of some tables by their names. */
  static FitOrder of(Map<String, TableNode> tables) {
    FitOrder order = new FitOrder(tables);
    tables.values().forEach(order::generation);
    return order;
  }

  /** The tables that can be fitted together, those first that need no other. */
  Collection<List<TableNode>> generations() {
    SortedMap<Integer, List<TableNode>> all = new TreeMap<>();
    for (TableNode table : tables.values()) {
      all.computeIfAbsent(generation(table), number -> new ArrayList<>()).add(table);
    }
    return all.values();
  }

  /** Whether a further parent is fitted before its child, and the child's columns can follow it. */
  boolean isKnown(TableNode child, TableNode parent) {
    boolean dependent = child.table().options().dependence() != Dependence.INDEPENDENT;
    return dependent && generation(parent) < generation(child);
  }

  private int generation(TableNode table) {
    Integer known = generations.get(table);
    if (known != null) {
      return known;
    }
    open.add(table);
    int number = table.leading().map(leading -> 1 + generation(parent(leading))).orElse(0);
    for (DeclaredReference reference : table.references(TableNode.Kind.POPULAR)) {
      if (line(parent(reference)).noneMatch(open::contains)) {
        number = Math.max(number, 1 + generation(parent(reference)));
      }
    }
    open.remove(table);
    generations.put(table, number);
    return number;
  }

  /** A table and those that lead it. */
  private Stream<TableNode> line(TableNode table) {
    return Stream.iterate(
            Optional.of(table), Optional::isPresent, of -> of.get().leading().map(this::parent))
        .flatMap(Optional::stream);
  }

  private TableNode parent(DeclaredReference reference) {
    return Objects.requireNonNull(tables.get(reference.parent()));
  }
}
