package io.mirrorlake.profiler.relation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class FanOutFitTest {
  @Test
  void tellsFrequentNumbersOfChildrenAsTheyAre() {
    FanOutLaw law = FanOutFit.fit(new TreeMap<>(Map.of(0L, 50L, 1L, 30L, 4L, 20L)), 10, n -> n);

    assertThat(law.runs()).containsExactly(new Run(0.5, 0), new Run(0.3, 1), new Run(0.2, 4));
    assertThat(law.mean()).isCloseTo(1.1, within(1e-12));
  }

  @Test
  void joinsNeighboursUntilThereAreEnoughParents() {
    TreeMap<Long, Long> parents = new TreeMap<>(Map.of(0L, 20L, 3L, 4L, 5L, 6L, 900L, 2L));

    FanOutLaw law = FanOutFit.fit(parents, 10, n -> n);

    // 900 belongs to two parents only, and shows in a mean of twelve.
    assertThat(law.runs()).hasSize(2);
    assertThat(law.runs().get(0)).isEqualTo(new Run(0.625, 0));
    assertThat(law.runs().get(1).children()).isEqualTo(154);
  }

  /** Of 1,864 promotions 18 have all sales of a month: less than a sixty-fourth, but a run. */
  @Test
  void theFewWithTheMostChildrenStandAlone() {
    TreeMap<Long, Long> parents = new TreeMap<>(Map.of(0L, 1846L, 900L, 8L, 1100L, 10L));

    FanOutLaw law = FanOutFit.fit(parents, 10, n -> n);

    assertThat(law.runs()).hasSize(2);
    assertThat(law.runs().get(0)).isEqualTo(new Run(1846 / 1864.0, 0));
    assertThat(law.runs().get(1).children()).isEqualTo(1010);
  }

  /** Four parents are too few to be told: six of those without children are told with them. */
  @Test
  void tooFewAtTheEndLeaveTheOthersWhatTheyAre() {
    FanOutLaw law = FanOutFit.fit(new TreeMap<>(Map.of(0L, 96L, 50L, 4L)), 10, n -> n);

    assertThat(law.runs()).containsExactly(new Run(0.9, 0), new Run(0.1, 20));
  }

  @Test
  void aCellOfFewParentsIsOneRun() {
    FanOutLaw law = FanOutFit.fit(new TreeMap<>(Map.of(1L, 2L, 7L, 1L)), 10, n -> n);

    assertThat(law.runs()).containsExactly(new Run(1, 3));
  }

  @Test
  void roundedNumbersStillMakeAWhole() {
    TreeMap<Long, Long> parents = new TreeMap<>(Map.of(0L, 14L, 1L, 13L, 2L, 19L));

    FanOutLaw law = FanOutFit.fit(parents, 10, n -> 10 * (n / 10));

    assertThat(law.runs()).extracting(Run::share).isEqualTo(List.of(1.0 / 3, 1.0 / 3, 1.0 / 3));
  }

  @Test
  void withoutParentsTheLawIsEven() {
    assertThat(FanOutFit.fit(new TreeMap<>(), 10, n -> n)).isEqualTo(FanOutLaw.even());
  }
}
