package io.mirrorlake.synthesizer.normal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Against reference values; the file says how they were made. */
class StandardNormalTest {

  record Reference(double argument, double value) {}

  static Stream<Reference> cumulativeProbabilities() {
    return references("phi");
  }

  static Stream<Reference> quantiles() {
    return references("quantile");
  }

  private static Stream<Reference> references(String function) {
    try (InputStream stream =
        StandardNormalTest.class.getResourceAsStream("/standard-normal.csv")) {
      String text =
          new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .filter(line -> line.startsWith(function + ","))
          .map(line -> line.split(",", -1))
          .map(
              fields ->
                  new Reference(Double.parseDouble(fields[1]), Double.parseDouble(fields[2])));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("cumulativeProbabilities")
  void cumulativeProbabilityIsAsAccurateAsStated(Reference reference) {
    double z = reference.argument();
    double relative = z >= -3 ? 2e-14 : z >= -9 ? 4e-10 : 2e-13;
    double actual = StandardNormal.cumulativeProbability(z);
    assertThat(actual).isCloseTo(reference.value(), within(1e-15));
    assertThat(actual).isCloseTo(reference.value(), within(relative * reference.value()));
  }

  @ParameterizedTest
  @MethodSource("quantiles")
  void quantileIsAsAccurateAsStated(Reference reference) {
    double p = reference.argument();
    double error = p < 0x1p-53 ? 1e-15 * Math.abs(reference.value()) : 4e-15;
    assertThat(StandardNormal.quantile(p)).isCloseTo(reference.value(), within(error));
  }

  @Test
  void knowsTheEnds() {
    assertThat(StandardNormal.cumulativeProbability(Double.NEGATIVE_INFINITY)).isZero();
    assertThat(StandardNormal.cumulativeProbability(Double.POSITIVE_INFINITY)).isOne();
    assertThat(StandardNormal.cumulativeProbability(Double.NaN)).isNaN();
    assertThat(StandardNormal.quantile(0)).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(StandardNormal.quantile(1)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(StandardNormal.quantile(-1e-9)).isNaN();
    assertThat(StandardNormal.quantile(1.5)).isNaN();
    assertThat(StandardNormal.quantile(Double.NaN)).isNaN();
  }

  @Test
  void quantileIsOdd() {
    for (int i = 1; i < 4096; i++) {
      double p = i / 4096.0;
      assertThat(StandardNormal.quantile(1 - p)).isEqualTo(0 - StandardNormal.quantile(p));
    }
  }

  @Test
  void theyInvertEachOther() {
    for (int i = 1; i < 100_000; i++) {
      double p = i / 100_000.0;
      assertThat(StandardNormal.cumulativeProbability(StandardNormal.quantile(p)))
          .isCloseTo(p, within(3e-15));
    }
  }

  /** The same bits on every machine: the sum of the bits of many values never changes. */
  @Test
  void bitsNeverChange() {
    long sum = 0;
    for (int i = 1; i < 100_000; i++) {
      sum = 31 * sum + Double.doubleToLongBits(StandardNormal.quantile(i / 100_000.0));
      sum =
          31 * sum
              + Double.doubleToLongBits(StandardNormal.cumulativeProbability(i / 5_000.0 - 10));
    }
    assertThat(sum).isEqualTo(-4797672666882592037L);
  }

  @Test
  void arraysTakeTheFirstNumbersOnly() {
    double[] values = {0.25, 0.75, 0.125};
    StandardNormal.quantiles(values, 2);
    assertThat(values)
        .containsExactly(StandardNormal.quantile(0.25), StandardNormal.quantile(0.75), 0.125);
    StandardNormal.cumulativeProbabilities(values, 2);
    assertThat(values[0]).isCloseTo(0.25, within(1e-15));
    assertThat(values[2]).isEqualTo(0.125);
  }
}
