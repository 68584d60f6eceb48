package io.mirrorlake.jobs.show;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorlake.profiler.relation.Dealing;
import io.mirrorlake.profiler.relation.FanOutLaw;
import io.mirrorlake.profiler.relation.Reference;
import io.mirrorlake.profiler.relation.ReferenceLaw;
import io.mirrorlake.profiler.relation.Run;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReferenceSummaryTest {
  private static String text(Dealing dealing) {
    FanOutLaw law = new FanOutLaw(List.of(new Run(1, 20)));
    return ReferenceSummary.of(
        new Reference(
            "start.team",
            List.of("team"),
            "team",
            List.of("id"),
            new ReferenceLaw.Popular("@team", List.of(law, law), false, false, dealing),
            Optional.empty()));
  }

  @Test
  void tellsWhatSiblingsHaveInCommon() {
    assertThat(text(Dealing.TOGETHER))
        .isEqualTo("team (id) by team; siblings share a parent; drawn by popularity in 2 cells");
    assertThat(text(Dealing.APART))
        .isEqualTo(
            "team (id) by team; siblings have different parents; drawn by popularity in 2 cells");
    assertThat(text(Dealing.SHUFFLED))
        .isEqualTo("team (id) by team; drawn by popularity in 2 cells");
  }
}
