package io.mirrorlake.profiler.spark;

import io.mirrorlake.profiler.constraint.ListedConstraint;
import io.mirrorlake.profiler.copula.Copula;
import io.mirrorlake.profiler.profile.ColumnProfile;
import io.mirrorlake.profiler.profile.NestedColumn;
import io.mirrorlake.profiler.profile.SourceDescription;
import io.mirrorlake.profiler.profile.TableProfile;
import io.mirrorlake.profiler.relation.TableRelations;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What was learned of a table's columns, but for those that follow from other tables.
 *
 * @param rows how many rows there were, rounded
 * @param columns the columns
 * @param constraints what holds in every row
 * @param copula the dependence between drawn columns
 * @param nested the structs, arrays and maps
 * @param notes what a reviewer should know
 */
record TableFit(
    long rows,
    List<ColumnProfile> columns,
    List<ListedConstraint> constraints,
    Copula copula,
    List<NestedColumn> nested,
    List<String> notes) {

  /** The profile with all of its columns. */
  TableProfile profile(
      String table,
      SourceDescription description,
      List<ColumnProfile> all,
      TableRelations relations,
      List<String> more) {
    List<String> every = new ArrayList<>(notes);
    every.addAll(more);
    return new TableProfile(
        table, description, rows, all, constraints, copula, nested, relations, every, Map.of());
  }
}
