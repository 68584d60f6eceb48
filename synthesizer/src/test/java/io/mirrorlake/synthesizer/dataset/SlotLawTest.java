package io.mirrorlake.synthesizer.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorlake.profiler.relation.FanOutLaw;
import io.mirrorlake.profiler.relation.Run;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Children are dealt out to parents as the law says, to the last one. */
class SlotLawTest {
  private static long[] children(FanOutLaw law, int slots, int parents) {
    SlotLaw slot = SlotLaw.of(law);
    long[] children = new long[parents];
    for (int s = 0; s < slots; s++) {
      children[(int) slot.parent(s, slots, parents)]++;
    }
    return children;
  }

  @Test
  void wholeNumbersAreExact() {
    FanOutLaw law = new FanOutLaw(List.of(new Run(0.5, 0), new Run(0.25, 1), new Run(0.25, 3)));
    assertThat(children(law, 8, 8)).containsExactly(0, 0, 0, 0, 1, 1, 3, 3);
    assertThat(children(law, 16, 8)).containsExactly(0, 0, 0, 0, 2, 2, 6, 6);
  }

  @Test
  void otherNumbersAreSpreadWithinOne() {
    assertThat(children(FanOutLaw.even(), 10, 4)).containsExactly(2, 3, 2, 3);
    assertThat(children(FanOutLaw.even(), 3, 7)).containsOnly(0, 1);
  }

  @Test
  void aLawWithoutChildrenTakesThoseThatComeAllTheSame() {
    assertThat(children(new FanOutLaw(List.of(new Run(1, 0))), 4, 2)).containsExactly(2, 2);
  }

  @Test
  void noSlotFallsOutside() {
    FanOutLaw law = new FanOutLaw(List.of(new Run(1.0 / 3, 0.1), new Run(2.0 / 3, 7)));
    for (int parents : new int[] {1, 2, 3, 1000}) {
      long sum = 0;
      for (long count : children(law, 10_007, parents)) {
        sum += count;
      }
      assertThat(sum).isEqualTo(10_007);
    }
  }
}
