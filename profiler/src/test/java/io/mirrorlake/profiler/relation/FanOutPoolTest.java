package io.mirrorlake.profiler.relation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FanOutPoolTest {
  private static FanOutLaw law(double... sharesAndChildren) {
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < sharesAndChildren.length; i += 2) {
      runs.add(new Run(sharesAndChildren[i], sharesAndChildren[i + 1]));
    }
    return new FanOutLaw(runs);
  }

  private static void assertLaw(FanOutLaw law, double... sharesAndChildren) {
    assertThat(law.runs()).hasSize(sharesAndChildren.length / 2);
    for (int i = 0; i < law.runs().size(); i++) {
      assertThat(law.runs().get(i).share()).isCloseTo(sharesAndChildren[2 * i], within(1e-9));
      assertThat(law.runs().get(i).children()).isEqualTo(sharesAndChildren[2 * i + 1]);
    }
  }

  /** The first cell has the lower half of all, which is 0 and 1 children. */
  @Test
  void cellsGetTheirStretchOfTheLawOfAll() {
    FanOutLaw overall = law(0.25, 0, 0.25, 1, 0.3, 7, 0.2, 20);
    List<FanOutLaw> laws =
        FanOutPool.inLine(List.of(law(1, 0.5), law(1, 13)), List.of(8, 8), overall);
    assertLaw(laws.get(0), 0.5, 0, 0.5, 1);
    assertLaw(laws.get(1), 0.6, 7, 0.4, 20);
  }

  @Test
  void allCellsTogetherHaveTheLawOfAll() {
    FanOutLaw overall = law(0.5, 0, 0.1, 2, 0.4, 5);
    List<FanOutLaw> laws =
        FanOutPool.inLine(
            List.of(law(0.5, 0, 0.5, 4), law(1, 3), law(0.9, 0, 0.1, 9)),
            List.of(5, 3, 2),
            overall);
    double[] parents = {0.5, 0.3, 0.2};
    double zero = 0;
    double mean = 0;
    for (int cell = 0; cell < 3; cell++) {
      mean += parents[cell] * laws.get(cell).mean();
      for (Run run : laws.get(cell).runs()) {
        zero += run.children() == 0 ? parents[cell] * run.share() : 0;
      }
    }
    assertThat(zero).isCloseTo(0.5, within(1e-9));
    assertThat(mean).isCloseTo(overall.mean(), within(1e-9));
  }

  @Test
  void runsWithEquallyManyChildrenShareOneStretch() {
    List<FanOutLaw> laws =
        FanOutPool.inLine(List.of(law(1, 3), law(1, 3)), List.of(1, 3), law(0.5, 1, 0.5, 5));
    assertLaw(laws.get(0), 0.5, 1, 0.5, 5);
    assertLaw(laws.get(1), 0.5, 1, 0.5, 5);
  }
}
