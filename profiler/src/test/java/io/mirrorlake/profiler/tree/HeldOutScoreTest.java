package io.mirrorlake.profiler.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class HeldOutScoreTest {
  private static final int ROWS = 1000;
  private static final List<CodeColumn> FITTED = Samples.noise(6, 20, ROWS, 1);
  private static final List<CodeColumn> HELD_OUT = Samples.noise(6, 20, ROWS, 2);

  /** Rows of which the first few are copies of fitted ones. */
  private static List<CodeColumn> drawn(int copies) {
    List<CodeColumn> fresh = Samples.noise(6, 20, ROWS, 3);
    return IntStream.range(0, fresh.size())
        .mapToObj(
            j -> {
              byte[] codes = new byte[ROWS];
              for (int row = 0; row < ROWS; row++) {
                codes[row] = (byte) (row < copies ? FITTED : fresh).get(j).code(row);
              }
              return fresh.get(j).withCodes(codes);
            })
        .toList();
  }

  private static double share(int copies) {
    return HeldOutScore.of(drawn(copies), FITTED, HELD_OUT).nearestShare();
  }

  /**
   * Fresh rows are as near to either; the share of 1,000 has a standard error of at most 0.016, a
   * band of four of them is missed with probability 6e-5.
   */
  @Test
  void freshRowsAreAsNearToEither() {
    assertThat(share(0)).isCloseTo(0.5, within(0.064));
  }

  /** The companion: a fifth of copies leaves the band by half, and more copies show more. */
  @Test
  void copiesAreNoticed() {
    assertThat(share(200)).isCloseTo(0.6, within(0.064)).isGreaterThan(share(0) + 0.05);
    assertThat(share(600)).isGreaterThan(share(200));
    assertThat(share(ROWS)).isGreaterThan(0.99);
  }

  @Test
  void accuracyIsOneForTheSameRowsAndLowForOthers() {
    assertThat(HeldOutScore.accuracy(FITTED, FITTED)).isEqualTo(1);
    List<CodeColumn> one = FITTED.stream().map(column -> column.withCodes(new byte[ROWS])).toList();
    assertThat(HeldOutScore.accuracy(one, HELD_OUT)).isLessThan(0.1);
    assertThat(HeldOutScore.accuracy(FITTED, HELD_OUT)).isBetween(0.6, 0.95);
  }
}
