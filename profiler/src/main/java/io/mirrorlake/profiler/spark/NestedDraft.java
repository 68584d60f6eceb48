package io.mirrorlake.profiler.spark;

import io.mirrorlake.profiler.disclosure.DisclosurePolicy;
import io.mirrorlake.profiler.fit.ColumnSketch;
import io.mirrorlake.profiler.profile.ColumnProfile;
import io.mirrorlake.profiler.profile.NestedColumn;
import io.mirrorlake.profiler.schema.Column;
import io.mirrorlake.profiler.schema.FieldType;
import io.mirrorlake.profiler.schema.FieldType.Leaf;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The nested columns that follow from the first scan. */
final class NestedDraft {
  private NestedDraft() {}

  static List<NestedColumn> of(
      String table, SourceColumns source, TableScan scan, DisclosurePolicy policy) {
    Map<String, ColumnProfile.Drawn> leaves = new HashMap<>();
    for (int i = 0; i < source.repeated().size(); i++) {
      Column leaf = source.repeated().get(i);
      ColumnSketch sketch = scan.repeated(i);
      DisclosurePolicy within =
          policy.withRows(sketch.rows() + sketch.nulls().rows(), scan.units());
      leaves.put(
          leaf.name(), TableDraft.drawn(leaf, sketch.marginal(within.column(table, leaf.name()))));
    }
    List<NestedColumn> nested = new ArrayList<>();
    for (Map.Entry<String, FieldType> column : source.nested().entrySet()) {
      List<ColumnProfile.Drawn> repeated =
          column.getValue().leaves(column.getKey()).stream()
              .filter(Leaf::repeated)
              .map(leaf -> leaves.get(leaf.path()))
              .toList();
      nested.add(new NestedColumn(column.getKey(), column.getValue(), repeated));
    }
    return nested;
  }
}
