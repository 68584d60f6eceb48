package io.mirrorlake.profiler.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;

class NearestCorrelationTest {
  /**
   * The example of Higham (2002), section 1: the nearest correlation matrix has 0.7607 and 0.1573
   * off its diagonal.
   */
  @Test
  void repairsHighamsExample() {
    RealMatrix repaired =
        NearestCorrelation.of(
            MatrixUtils.createRealMatrix(new double[][] {{1, 1, 0}, {1, 1, 1}, {0, 1, 1}}));

    // Keeping eigenvalues above the least one moves the entries by about that much.
    assertThat(repaired.getEntry(0, 1)).isCloseTo(0.7607, within(0.002));
    assertThat(repaired.getEntry(1, 2)).isCloseTo(0.7607, within(0.002));
    assertThat(repaired.getEntry(0, 2)).isCloseTo(0.1573, within(0.002));
    assertThat(new CholeskyDecomposition(repaired).getDeterminant()).isPositive();
  }

  @Test
  void leavesAPositiveDefiniteMatrixAlone() {
    RealMatrix definite = MatrixUtils.createRealMatrix(new double[][] {{1, 0.3}, {0.3, 1}});
    assertThat(NearestCorrelation.of(definite)).isEqualTo(definite);
  }
}
