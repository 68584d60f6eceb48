package io.mirrorlake.evaluator.judge;

import io.mirrorlake.evaluator.fidelity.AssociationMatrix;
import io.mirrorlake.evaluator.fidelity.ColumnError;
import io.mirrorlake.evaluator.fidelity.TripleMarginals;
import java.util.List;

/**
 * How far one table is from a reference.
 *
 * @param columns each column's error
 * @param associations the table's own associations
 * @param associationError their mean distance from the reference's
 * @param triples the distances of the triples
 */
record FidelityScores(
    List<ColumnError> columns,
    AssociationMatrix associations,
    double associationError,
    TripleMarginals triples) {
  FidelityScores {
    columns = List.copyOf(columns);
  }

  double columnError() {
    return columns.stream().mapToDouble(ColumnError::shape).average().orElse(0);
  }
}
