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
    assertThat(law.runs().get(0)).isEqualTo(new Run(0.625, 0));
    assertThat(rest(law).mean()).isCloseTo(154, within(1.0));
    assertThat(law.runs()).allMatch(run -> run.children() < 2 * 154);
  }

  /** Of 1,864 promotions 18 have all sales of a month: less than a sixty-fourth, but a run. */
  @Test
  void theFewWithTheMostChildrenStandAlone() {
    TreeMap<Long, Long> parents = new TreeMap<>(Map.of(0L, 1846L, 900L, 8L, 1100L, 10L));

    FanOutLaw law = FanOutFit.fit(parents, 10, n -> n);

    assertThat(law.runs().get(0)).isEqualTo(new Run(1846 / 1864.0, 0));
    assertThat(rest(law).mean()).isCloseTo(1010, within(5.0));
    assertThat(law.runs().subList(1, 9)).allMatch(run -> run.children() > 900);
  }

  /** Four parents are too few to be told: six of those without children are told with them. */
  @Test
  void tooFewAtTheEndLeaveTheOthersWhatTheyAre() {
    FanOutLaw law = FanOutFit.fit(new TreeMap<>(Map.of(0L, 96L, 50L, 4L)), 10, n -> n);

    assertThat(law.runs().get(0)).isEqualTo(new Run(0.9, 0));
    assertThat(rest(law).mean()).isCloseTo(20, within(1e-9));
  }

  @Test
  void aCellOfFewParentsIsOneRun() {
    FanOutLaw law = FanOutFit.fit(new TreeMap<>(Map.of(1L, 2L, 7L, 1L)), 10, n -> n);

    assertThat(law.runs()).containsExactly(new Run(1, 3));
  }

  /** Twelve shops from 100 to 1,200: half of them have less than 650, not all as many. */
  @Test
  void parentsOfARunAreAsFarApartAsTheyAre() {
    TreeMap<Long, Long> parents = new TreeMap<>();
    for (long shop = 1; shop <= 12; shop++) {
      parents.put(100 * shop, 1L);
    }

    FanOutLaw law = FanOutFit.fit(parents, 10, n -> n);

    assertThat(law.mean()).isCloseTo(650, within(1.0));
    assertThat(law.runs()).extracting(Run::share).containsOnly(1 / 8.0);
    assertThat(law.runs().get(0).children()).isBetween(100.0, 200.0);
    assertThat(law.runs().get(7).children()).isBetween(1100.0, 1200.0);
  }

  /** A run of ones and twos has neither zeros nor threes. */
  @Test
  void numbersNextToTheMeanAreNotApart() {
    FanOutLaw law = FanOutFit.fit(new TreeMap<>(Map.of(1L, 6L, 2L, 5L)), 10, n -> n);

    assertThat(law.runs()).containsExactly(new Run(1, 1.45));
  }

  private static FanOutLaw rest(FanOutLaw law) {
    double share = 1 - law.runs().get(0).share();
    return new FanOutLaw(
        law.runs().stream()
            .skip(1)
            .map(run -> new Run(run.share() / share, run.children()))
            .toList());
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
