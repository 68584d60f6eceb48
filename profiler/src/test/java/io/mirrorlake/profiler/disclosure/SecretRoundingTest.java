package io.mirrorlake.profiler.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretRoundingTest {
  private static final int SECRETS = 20_000;
  private static final int BASE = 10;

  private static LongStream told(long count) {
    return LongStream.range(0, SECRETS)
        .map(secret -> new SecretRounding(BASE, secret).count(count, "item"));
  }

  private static Map<Long, Double> shares(long count) {
    Map<Long, Double> shares = new HashMap<>();
    told(count).forEach(told -> shares.merge(told, 1.0 / SECRETS, Double::sum));
    return shares;
  }

  /**
   * The mean of 20,000 counts has a standard error of 5.4 / sqrt(20,000) = 0.038; five of them
   * leave a chance of 6e-7 a count. A rounding to the nearest multiple misses 104 by 4.
   */
  @ParameterizedTest
  @ValueSource(longs = {100, 101, 104, 105, 109, 12_345})
  void countsAreMultiplesOfTheBaseAndRightOnAverage(long count) {
    assertThat(told(count)).allMatch(told -> told % BASE == 0);
    assertThat(told(count).average().orElseThrow()).isCloseTo((double) count, within(0.19));
    double variance =
        told(count).mapToDouble(t -> (double) ((t - count) * (t - count))).sum() / SECRETS;
    assertThat(variance).isCloseTo(new SecretRounding(BASE, 0).variance(), within(6.0));
  }

  /** The mean of 20,000 has a standard error of 3.5 / sqrt(20,000) = 0.025. */
  @Test
  void noiseAloneKeepsSmallCountsSmall() {
    LongStream hundreds =
        LongStream.range(0, SECRETS)
            .map(secret -> new SecretRounding(BASE, secret).noisy(100, "i"));
    assertThat(hundreds.average().orElseThrow()).isCloseTo(100, within(0.125));
    long[] ones =
        LongStream.range(0, SECRETS)
            .map(secret -> new SecretRounding(BASE, secret).noisy(1, "i"))
            .toArray();
    assertThat(LongStream.of(ones).average().orElseThrow()).isBetween(1.5, 3.0);
    assertThat(ones).contains(1, 2, 3).doesNotContain(0);
    assertThat(SecretRounding.NONE.noisy(7, "i")).isEqualTo(7);
  }

  @Test
  void whatIsToldIsNeverLessThanTheBase() {
    assertThat(told(10)).allMatch(told -> told >= BASE);
    assertThat(told(10).average().orElseThrow()).isBetween(10.0, 11.5);
  }

  /**
   * No outcome is more than e^0.4 = 1.49 times as likely from a count as from its neighbour, a
   * multiple of the base or not. Outcomes are compared that are seen 200 times or more, whose ratio
   * has a standard error of a tenth at most; three of them are allowed for.
   */
  @ParameterizedTest
  @ValueSource(longs = {50, 51, 54, 59})
  void noOutcomeTellsACountFromTheNext(long count) {
    Map<Long, Double> here = shares(count);
    Map<Long, Double> next = shares(count + 1);
    here.forEach(
        (told, share) -> {
          if (share > 0.01) {
            assertThat(share / next.getOrDefault(told, 0.0)).isBetween(0.49, 2.0);
          }
        });
    assertThat(here.getOrDefault(count, 0.0)).isLessThan(0.8);
  }

  /** The comparison sees a rounding without noise: it tells 54 from 55 for certain. */
  @Test
  void aPlainRoundingWouldTell() {
    assertThat(Math.round(54 / 10.0)).isNotEqualTo(Math.round(55 / 10.0));
    assertThat(shares(54).keySet()).hasSizeGreaterThan(3);
  }

  @Test
  void figuresFollowFromSecretAndItem() {
    SecretRounding one = new SecretRounding(BASE, 1);
    assertThat(one.count(77, "a")).isEqualTo(new SecretRounding(BASE, 1).count(77, "a"));
    assertThat(LongStream.range(0, 50).map(i -> one.count(77, "item " + i)).distinct().count())
        .isGreaterThan(2);
  }

  @Test
  void numbersMoveByHalfAStepAtMostAndHaveFewDigits() {
    for (int secret = 0; secret < 1000; secret++) {
      double told = new SecretRounding(BASE, secret).number(123.456789, 4, "x");
      assertThat(told).isCloseTo(123.456789, within(2.6));
      assertThat(told).isEqualTo(Math.rint(told));
    }
    double mean =
        LongStream.range(0, SECRETS)
            .mapToDouble(secret -> new SecretRounding(BASE, secret).number(123.456789, 4, "x"))
            .average()
            .orElseThrow();
    // Standard error 4 / sqrt(12 * 20,000) = 0.008.
    assertThat(mean).isCloseTo(123.456789, within(0.05));
    assertThat(new SecretRounding(BASE, 1).number(5, 0, "x")).isEqualTo(5);
    assertThat(new SecretRounding(BASE, 1).number(Double.NaN, 1, "x")).isNaN();
    assertThat(new SecretRounding(BASE, 1).number(1e-7, 1e-9, "x")).isCloseTo(1e-7, within(6e-10));
  }

  @Test
  void limitsLieBetween() {
    for (int secret = 0; secret < 100; secret++) {
      assertThat(new SecretRounding(BASE, secret).limit(0.95, 0.9, "x")).isBetween(0.9, 0.95);
    }
  }

  @Test
  void aBaseOfOneChangesNothing() {
    SecretRounding off = new SecretRounding(1, 99);
    assertThat(off.count(77, "a")).isEqualTo(77);
    assertThat(off.number(1.23456789, 1, "a")).isEqualTo(1.23456789);
    assertThat(off.limit(0.95, 0.9, "a")).isEqualTo(0.95);
    assertThat(new DisclosurePolicy(1, false, 5).column("t", "c").rounding().isOn()).isFalse();
    assertThat(new DisclosurePolicy(10, false, 5).column("t", "c").rounding().base()).isEqualTo(10);
  }

  @Test
  void unitsOfManyRowsHaveAGreaterBase() {
    DisclosurePolicy policy = new DisclosurePolicy(10, true, 5).withRows(1001, 500);
    assertThat(policy.rowsPerUnit()).isEqualTo(3);
    assertThat(policy.column("t", "c").rounding().base()).isEqualTo(30);
  }

  @Test
  void theSecretIsNotInTheText() {
    assertThat(new SecretRounding(10, 123456789L).toString()).doesNotContain("123456789");
  }
}
