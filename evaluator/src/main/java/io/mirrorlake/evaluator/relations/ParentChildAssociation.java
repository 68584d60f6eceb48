package io.mirrorlake.evaluator.relations;

import io.mirrorlake.evaluator.fidelity.AssociationMatrix;
import io.mirrorlake.evaluator.sample.Draw;
import io.mirrorlake.evaluator.sample.SampleColumn;
import io.mirrorlake.evaluator.sample.SampleTable;
import java.util.ArrayList;
import java.util.List;

/**
 * How strongly each column of the parents goes together with each column of the children, over the
 * children's rows.
 */
public final class ParentChildAssociation {
  /** The standard error of a correlation is 0.004 then. */
  private static final int MOST_ROWS = 50_000;

  private final int parentColumns;
  private final AssociationMatrix matrix;

  private ParentChildAssociation(int parentColumns, AssociationMatrix matrix) {
    this.parentColumns = parentColumns;
    this.matrix = matrix;
  }

  /** The associations in these families, at least one column on either side. */
  public static ParentChildAssociation of(Families families, long seed) {
    int[] rows = Draw.of(seed, "parent and child").subset(families.children().rows(), MOST_ROWS);
    int[] parents = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      parents[i] = families.parentOf(rows[i]);
    }
    List<SampleColumn> columns = new ArrayList<>(families.parents().take(parents).columns());
    columns.addAll(families.children().take(rows).columns());
    return new ParentChildAssociation(
        families.parents().width(), AssociationMatrix.of(SampleTable.of(columns)));
  }

  /** The association of a column of the parents with one of the children, 0 to 1. */
  public double value(int parentColumn, int childColumn) {
    return matrix.value(parentColumn, parentColumns + childColumn);
  }

  /** The mean absolute difference to the associations in other families of the same columns. */
  public double meanError(ParentChildAssociation other) {
    double sum = 0;
    int pairs = 0;
    for (int parent = 0; parent < parentColumns; parent++) {
      for (int child = parentColumns; child < matrix.width(); child++) {
        sum += Math.abs(matrix.value(parent, child) - other.matrix.value(parent, child));
        pairs++;
      }
    }
    return pairs == 0 ? 0 : sum / pairs;
  }
}
