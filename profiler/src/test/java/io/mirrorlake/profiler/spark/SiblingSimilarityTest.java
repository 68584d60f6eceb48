package io.mirrorlake.profiler.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorlake.profiler.fit.ProfileOptions;
import io.mirrorlake.profiler.profile.SourceDescription;
import io.mirrorlake.profiler.relation.DeclaredReference;
import io.mirrorlake.profiler.relation.TableRole;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class SiblingSimilarityTest {
  private static final DeclaredReference TO_ONE =
      new DeclaredReference(List.of("a"), "ones", List.of("a"), false, false);
  private static final DeclaredReference TO_OTHER =
      new DeclaredReference(List.of("b"), "others", List.of("b"), false, false);

  private static FamilySums of(long... families) {
    FamilySums sums = new FamilySums(1);
    for (long family : families) {
      // Members differ by 2 within a family, means of families by 10.
      sums.add(hash(family), new double[] {10 * family - 1});
      sums.add(hash(family), new double[] {10 * family + 1});
    }
    return sums;
  }

  private static long hash(long family) {
    return new SplittableRandom(family).nextLong();
  }

  @Test
  void theCorrelationIsThatOfTheAnalysisOfVariance() {
    // Three families of two: MSB = 2 x 100 = 200, MSW = 2, rho = 198 / 202.
    assertThat(of(1, 2, 3).correlation(0)).isCloseTo(198.0 / 202, within(1e-12));
    FamilySums alone = new FamilySums(1);
    alone.add(1, new double[] {3});
    alone.add(2, new double[] {Double.NaN});
    assertThat(alone.correlation(0)).isZero();
  }

  @Test
  void partsGiveWhatTheWholeGives() {
    FamilySums parts = of(1, 2);
    parts.merge(of(3, 2));
    FamilySums whole = of(3, 1, 2, 2);
    assertThat(parts.correlation(0)).isCloseTo(whole.correlation(0), within(1e-12));
  }

  @Test
  void manyFamiliesAreSampledAsAWholeHoweverTheyArrive() {
    FamilySums once = new FamilySums(1);
    FamilySums first = new FamilySums(1);
    FamilySums second = new FamilySums(1);
    SplittableRandom random = new SplittableRandom(5);
    for (int row = 0; row < 60_000; row++) {
      long family = row % 20_000;
      // Between families the variance is 1/12, as within: rho is one half.
      double[] value = {new SplittableRandom(~family).nextDouble() + random.nextDouble()};
      once.add(hash(family), value);
      (row % 3 == 0 ? first : second).add(hash(family), value);
    }
    first.merge(second);
    assertThat(first.correlation(0)).isCloseTo(once.correlation(0), within(1e-9));
    // Of about 5,000 families of three the standard error is 0.008.
    assertThat(once.correlation(0)).isCloseTo(0.5, within(0.04));
  }

  @Test
  void oneScanServesAllReferences() {
    TableNode table =
        new TableNode(
            new DatasetTable(
                "t",
                SharedSession.session()
                    .sql(
                        "SELECT id % 50 AS a, id div 50 AS b, cast(id % 50 AS double) AS ofA,"
                            + " concat('v', id div 50) AS ofB, CASE WHEN id % 4 = 0 THEN id * 7 %"
                            + " 11 END AS noise FROM range(1000)"),
                new SourceDescription("sql", "t", Optional.empty()),
                TableRole.SYNTHESIZED,
                List.of(),
                List.of(TO_ONE, TO_OTHER),
                Optional.empty(),
                ProfileOptions.defaults().withSecret(7)));
    Map<String, Double> one = table.similarity(TO_ONE);
    Map<String, Double> other = table.similarity(TO_OTHER);
    assertThat(one).containsOnlyKeys("ofA", "ofB", "noise");
    assertThat(one.get("ofA")).isEqualTo(1);
    assertThat(other.get("ofA")).isLessThan(0.5);
    assertThat(other.get("ofB")).isEqualTo(1);
    assertThat(one.get("noise")).isLessThan(0.3);
  }
}
