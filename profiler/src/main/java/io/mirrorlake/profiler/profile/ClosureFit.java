package io.mirrorlake.profiler.profile;

import io.mirrorlake.profiler.profile.ColumnProfile.Distance;
import io.mirrorlake.profiler.profile.ColumnProfile.Referenced;
import io.mirrorlake.profiler.relation.Closure;
import io.mirrorlake.profiler.relation.TableRelations;
import io.mirrorlake.profiler.schema.ColumnType;
import java.util.List;

/** Whether a closure's columns follow from its two references, and these from its parent. */
final class ClosureFit {
  private ClosureFit() {}

  /**
   * Checks the table by itself.
   *
   * @throws IllegalArgumentException where a closure has columns that do not follow from it, or
   *     where a table that is none has a distance
   */
  static void require(String table, List<ColumnProfile> columns, TableRelations relations) {
    List<ColumnProfile> distances = columns.stream().filter(Distance.class::isInstance).toList();
    if (relations.closure().isEmpty()) {
      if (!distances.isEmpty()) {
        String name = distances.get(0).name();
        throw wrong(table, name, "needs a closure, of whose pairs it is the distance");
      }
      return;
    }
    for (ColumnProfile column : columns) {
      boolean follows = column instanceof Distance || column instanceof Referenced;
      if (!follows || column.column().nullable()) {
        throw wrong(table, column.name(), "does not follow from a closure, which the table is");
      }
    }
    if (distances.size() > 1) {
      String name = distances.get(1).name();
      throw wrong(table, name, "is the second distance of a closure, which has one at most");
    }
  }

  /**
   * Checks that the pairs are there.
   *
   * @throws IllegalArgumentException where the parent has no levels, or its distances are too large
   */
  static void require(TableProfile table, Closure closure, TableProfile parent) {
    if (parent.relations().level().isEmpty()) {
      String name = closure.descendant().name();
      throw wrong(table.name(), name, "needs a parent whose rows lie in levels");
    }
    for (ColumnProfile column : table.columns()) {
      if (column instanceof Distance distance) {
        ColumnType type = column.column().type();
        double nearest = distance.start() + (closure.reflexive() ? 0.0 : 1.0);
        double farthest = distance.start() + (parent.relations().cellCount() - 1.0);
        if (!(nearest >= type.least() && farthest <= type.greatest())) {
          String problem = "of type " + type + " does not hold distances from " + distance.start();
          throw wrong(table.name(), column.name(), problem);
        }
      }
    }
  }

  private static IllegalArgumentException wrong(String table, String name, String problem) {
    return new IllegalArgumentException("'" + name + "' of table '" + table + "' " + problem);
  }
}
