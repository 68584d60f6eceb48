package io.mirrorlake.profiler.spark;

import static io.mirrorlake.profiler.spark.ColumnNames.named;
import static org.apache.spark.sql.functions.avg;

import io.mirrorlake.profiler.relation.DeclaredReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Hidden columns of a leading parent that say what its children's further parents have in common:
 * the mean date of a driver's races. A child knows the sibling before and its parent; without such
 * a column each sibling's further parent would be a step further from where the first one's was.
 *
 * @param rows the child's rows with a column of each further parent that has one in common
 * @param measures what is aggregated by family, named as the parent's columns will be
 */
record CommonColumns(Dataset<Row> rows, List<Column> measures) {
  /** Siblings whose further parents are less alike have little in common. */
  private static final double LEAST_SIMILARITY = 0.3;

  CommonColumns {
    measures = List.copyOf(measures);
  }

  /**
   * The columns of a child's leading parent: of each further parent the one that is most alike.
   *
   * @param parents the table that a reference leads to
   */
  static CommonColumns of(TableNode child, Function<DeclaredReference, TableNode> parents) {
    Dataset<Row> rows = child.rows();
    List<Column> measures = new ArrayList<>();
    if (child.familySize() > SummaryColumns.LEAST_FAMILY) {
      for (DeclaredReference reference : child.references(TableNode.Kind.POPULAR)) {
        TableNode parent = parents.apply(reference);
        Optional<String> most = mostAlike(child.alike(reference, parent));
        if (most.isPresent()) {
          String name = "#" + reference.name(child.name()) + "." + most.get();
          Column value = Objects.requireNonNull(CellFeatures.own(parent).get(most.get()));
          rows = ParentCells.withParent(rows, reference, parent, value.as(name));
          measures.add(avg(named(name)).as(name + ".mean"));
        }
      }
    }
    return new CommonColumns(rows, measures);
  }

  private static Optional<String> mostAlike(Map<String, Double> alike) {
    return alike.entrySet().stream()
        .filter(entry -> entry.getValue() > LEAST_SIMILARITY)
        .max(Map.Entry.<String, Double>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey);
  }
}
