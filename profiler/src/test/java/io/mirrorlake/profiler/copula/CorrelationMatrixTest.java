package io.mirrorlake.profiler.copula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

final class CorrelationMatrixTest {
  private static final double[][] ROWS = {{}, {0.5}, {-0.25, 0.125}};

  @Test
  void isSymmetricWithOnesOnTheDiagonal() {
    CorrelationMatrix matrix = CorrelationMatrix.ofLowerTriangle(ROWS);
    assertThat(matrix.size()).isEqualTo(3);
    assertThat(matrix.get(1, 1)).isEqualTo(1);
    assertThat(matrix.get(2, 0)).isEqualTo(-0.25);
    assertThat(matrix.get(0, 2)).isEqualTo(-0.25);
  }

  @Test
  void itsFactorMultipliesBackToIt() {
    CorrelationMatrix matrix = CorrelationMatrix.ofLowerTriangle(ROWS);
    double[][] factor = matrix.choleskyFactor();
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        double product = 0;
        for (int k = 0; k < 3; k++) {
          product += factor[i][k] * factor[j][k];
        }
        assertThat(product).isCloseTo(matrix.get(i, j), within(1e-15));
      }
    }
  }

  @Test
  void nobodyCanChangeIt() {
    double[][] rows = {{}, {0.5}};
    CorrelationMatrix matrix = CorrelationMatrix.ofLowerTriangle(rows);
    rows[1][0] = 0.9;
    matrix.choleskyFactor()[1][0] = 7;
    assertThat(matrix.get(1, 0)).isEqualTo(0.5);
    assertThat(matrix.choleskyFactor()[1][0]).isEqualTo(0.5);
  }

  @Test
  void equalEntriesMakeEqualMatrices() {
    CorrelationMatrix matrix = CorrelationMatrix.ofLowerTriangle(ROWS);
    assertThat(matrix)
        .isEqualTo(CorrelationMatrix.ofLowerTriangle(ROWS))
        .hasSameHashCodeAs(CorrelationMatrix.ofLowerTriangle(ROWS))
        .isNotEqualTo(CorrelationMatrix.ofLowerTriangle(new double[][] {{}, {0.5}}));
    assertThat(CorrelationMatrix.ofLowerTriangle(new double[0][]).choleskyFactor()).isEmpty();
  }

  @Test
  void refusesWhatIsNoCorrelationMatrix() {
    refuses(new double[][] {{}, {}}, "row 1 of the lower triangle has 0 entries");
    refuses(new double[][] {{}, {1}}, "row 1 holds the correlation 1.0, not inside (-1, 1)");
    refuses(
        new double[][] {{}, {Double.NaN}}, "row 1 holds the correlation NaN, not inside (-1, 1)");
    refuses(
        new double[][] {{}, {0.9}, {0.9, -0.9}}, "the correlation matrix is not positive definite");
  }

  @Test
  void aCopulaNamesEachLatentOnce() {
    CorrelationMatrix two = CorrelationMatrix.ofLowerTriangle(new double[][] {{}, {0.5}});
    Latent latent = new Latent("a", Latent.Role.VALUE);
    Latent other = new Latent("a", Latent.Role.MISSING);
    assertThat(new GaussianCopula(List.of(latent, other), two, 0).latents()).hasSize(2);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new GaussianCopula(List.of(latent), two, 0))
        .withMessage("1 latents, but a correlation matrix of size 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new GaussianCopula(List.of(latent, latent), two, 0))
        .withMessageStartingWith("a latent is listed twice in ");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new GaussianCopula(List.of(latent, other), two, Double.NaN))
        .withMessage("the Frobenius change must be 0 or more: NaN");
  }

  private static void refuses(double[][] rows, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CorrelationMatrix.ofLowerTriangle(rows))
        .withMessage(message);
  }
}
