package io.mirrorlake.jobs.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StopwatchTest {
  @Test
  void runsEachStepOnceAndTakesAMedian() {
    Stopwatch watch = new Stopwatch(3);
    int[] runs = new int[1];
    for (int i = 0; i < 3; i++) {
      watch.time(() -> runs[0]++);
    }
    assertThat(runs[0]).isEqualTo(3);
    assertThat(watch.median()).isNotNegative().isFinite();
  }
}
