package io.mirrorlake.synthesizer.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Sums over blocks, and the cells that they end at. */
class BlockSumsTest {
  private static final List<Block> BLOCKS =
      List.of(
          new Block(0, 0, 4, 0),
          new Block(0, 4, 6, 0),
          new Block(0, 6, 9, 2),
          new Block(1, 7, 9, 2));
  private static final BlockSums SUMS = BlockSums.of(BLOCKS, new long[] {5, 0, 2, 2});

  @Test
  void everyRowHasItsBlock() {
    assertThat(SUMS.rows()).isEqualTo(9);
    int[] expected = {0, 0, 0, 0, 0, 2, 2, 3, 3};
    for (int row = 0; row < expected.length; row++) {
      assertThat(SUMS.blockOf(row)).isEqualTo(expected[row]);
    }
    assertThatThrownBy(() -> SUMS.blockOf(9)).hasMessage("row 9 of 9");
  }

  @Test
  void cellsAreWhatDescendsFromThem() {
    assertThat(SUMS.cells(3)).hasToString("[0, 5, 5, 9]");
    assertThat(SUMS.cells(4)).hasToString("[0, 5, 5, 9, 9]");
  }

  @Test
  void sharesAreCutWithoutRoundingErrors() {
    Cells cells = Cells.of(List.of(1.0 / 3, 1.0 / 3, 1.0 / 3), 3);
    assertThat(cells).hasToString("[0, 1, 2, 3]");
    assertThat(cells.of(1)).isEqualTo(1);
    assertThat(Cells.of(List.of(), 5)).hasToString("[0, 5]");
    assertThat(Cells.of(List.of(0.1, 0.9), 5).of(0)).isEqualTo(1);
    assertThat(Cells.ofLevels(List.of(0.1, 0.9), 5)).hasToString("[0, 1, 5]");
    assertThat(Cells.ofLevels(List.of(0.01, 0.01, 0.98), 90)).hasToString("[0, 1, 2, 90]");
    assertThat(Cells.ofLevels(List.of(0.98, 0.01, 0.005, 0.005), 10))
        .hasToString("[0, 7, 8, 9, 10]");
    assertThat(Cells.ofLevels(List.of(0.5, 0.3, 0.2), 2)).hasToString("[0, 1, 2, 2]");
  }
}
