package io.mirrorlake.synthesizer.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorlake.profiler.relation.FanOutLaw;
import io.mirrorlake.profiler.relation.Run;
import java.util.List;
import org.junit.jupiter.api.Test;

class TiltedLawsTest {
  private static final FanOutLaw SOME =
      new FanOutLaw(List.of(new Run(0.5, 0), new Run(0.25, 20), new Run(0.25, 22)));
  private static final FanOutLaw ALL = new FanOutLaw(List.of(new Run(1, 24)));

  private static double children(List<FanOutLaw> laws, double... sizes) {
    double sum = 0;
    for (int cell = 0; cell < sizes.length; cell++) {
      sum += sizes[cell] * laws.get(cell).mean();
    }
    return sum;
  }

  /** Where a tenth of the children is missing, more races have no qualifying, none has fewer. */
  @Test
  void numbersOfChildrenStayThoseThatOccur() {
    List<FanOutLaw> tilted =
        TiltedLaws.of(List.of(SOME, ALL), new double[] {100, 10}, 1_165).orElseThrow();

    assertThat(children(tilted, 100, 10)).isCloseTo(1_165, within(1e-6));
    assertThat(tilted.get(0).runs()).extracting(Run::children).containsExactly(0.0, 20.0, 22.0);
    assertThat(tilted.get(0).runs().get(0).share()).isBetween(0.54, 0.6);
    assertThat(tilted.get(1)).isEqualTo(ALL);
  }

  @Test
  void whatFitsStays() {
    List<FanOutLaw> tilted = TiltedLaws.of(List.of(SOME), new double[] {8}, 84).orElseThrow();

    assertThat(tilted.get(0).runs()).hasSize(3);
    assertThat(tilted.get(0).runs().get(1).share()).isCloseTo(0.25, within(1e-9));
  }

  @Test
  void moreThanTheLargestNumberForEveryParentCannotBe() {
    assertThat(TiltedLaws.of(List.of(SOME), new double[] {8}, 8 * 22.5)).isEmpty();
    assertThat(TiltedLaws.of(List.of(ALL), new double[] {8}, 8 * 23.0)).isEmpty();
  }

  @Test
  void emptyCellsAreOfNoMatter() {
    List<FanOutLaw> tilted =
        TiltedLaws.of(List.of(ALL, SOME), new double[] {0, 100}, 1_000).orElseThrow();

    assertThat(children(tilted, 0, 100)).isCloseTo(1_000, within(1e-6));
  }
}
