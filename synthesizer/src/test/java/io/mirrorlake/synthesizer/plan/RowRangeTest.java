package io.mirrorlake.synthesizer.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class RowRangeTest {
  @Test
  void splitsAtBlocksWithoutGapOrOverlap() {
    long[][] ranges = {
      {0, 1}, {0, 4096}, {5, 4097}, {4095, 100_000}, {1L << 40, (1L << 40) + 999_999}
    };
    for (long[] bounds : ranges) {
      RowRange range = new RowRange(bounds[0], bounds[1]);
      for (long parts : new long[] {1, 2, 3, 7, 64, 1_000_000}) {
        requireCover(range, range.split(parts), parts);
      }
    }
  }

  private static void requireCover(RowRange range, List<RowRange> split, long parts) {
    assertThat((long) split.size()).isEqualTo(Math.min(parts, range.blocks()));
    assertThat(split.get(0).first()).isEqualTo(range.first());
    assertThat(split.get(split.size() - 1).end()).isEqualTo(range.end());
    for (int i = 1; i < split.size(); i++) {
      assertThat(split.get(i).first())
          .isEqualTo(split.get(i - 1).end())
          .matches(row -> row % 4096 == 0);
      assertThat(Math.abs(split.get(i).blocks() - split.get(0).blocks())).isLessThanOrEqualTo(1);
    }
  }

  @Test
  void splitsNothingIntoNothing() {
    assertThat(new RowRange(5, 5).split(3)).isEmpty();
    assertThat(new RowRange(5, 5).blocks()).isZero();
  }

  @Test
  void refusesRangesThatRunBackwards() {
    assertThatThrownBy(() -> new RowRange(3, 2)).hasMessage("rows [3, 2)");
    assertThatThrownBy(() -> new RowRange(-1, 2)).hasMessage("rows [-1, 2)");
  }
}
