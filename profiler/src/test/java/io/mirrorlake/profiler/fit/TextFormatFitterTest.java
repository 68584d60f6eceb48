package io.mirrorlake.profiler.fit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorlake.profiler.disclosure.DisclosurePolicy.ColumnRule;
import io.mirrorlake.profiler.marginal.CheckDigit;
import io.mirrorlake.profiler.marginal.PatternFormat;
import io.mirrorlake.profiler.marginal.TextPattern;
import io.mirrorlake.profiler.marginal.TextPattern.Run;
import io.mirrorlake.profiler.sketch.Tally;
import io.mirrorlake.profiler.sketch.Units;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextFormatFitterTest {
  private static final ColumnRule K = new ColumnRule(10);
  private static final String DIGITS = "0123456789";

  private static Map<String, Tally> values(int count, IntFunction<String> value) {
    return IntStream.range(0, count)
        .boxed()
        .collect(
            Collectors.toMap(
                value::apply, i -> new Tally(1, Units.NONE), (a, b) -> a, TreeMap::new));
  }

  /** Any number below the bound, the same for the same i. */
  private static int any(int i, int bound) {
    return (int) Math.floorMod((i * 2_654_435_761L) >>> 7, (long) bound);
  }

  @Test
  void prefixesAreFixedPartsAndGoWithWhatFollowsThem() {
    PatternFormat format =
        TextFormatFitter.fit(
            values(2000, i -> i % 4 == 0 ? "INV-%04d".formatted(i) : "ORD-%04d-X".formatted(i)), K);

    assertThat(format.patterns().stream().map(TextFormatFitterTest::shape))
        .containsExactly("O R D - 01 0123456789{3} - X", "I N V - 01 0123456789{2} 02468");
    assertThat(format.patterns().get(0).weight()).isEqualTo(0.75);
  }

  @Test
  void alphabetsAreLearnedPlaceByPlace() {
    PatternFormat format =
        TextFormatFitter.fit(
            values(5000, i -> "N%d%02d".formatted(1 + any(i, 4), any(i * 7 + 3, 100)) + i % 10), K);

    assertThat(shape(format.patterns().get(0))).isEqualTo("N 1234 0123456789{3}");
  }

  @Test
  void hexadecimalTokensHaveOnePattern() {
    PatternFormat format =
        TextFormatFitter.fit(values(3000, i -> "%016x".formatted(i * 0x9E3779B97F4A7C15L)), K);

    assertThat(format.patterns()).hasSize(1);
    assertThat(format.patterns().get(0).runs()).containsExactly(new Run(DIGITS + "abcdef", 16, 16));
  }

  @Test
  void checkDigitsAreFoundAndOnlyWhereTheyAre() {
    Map<String, Tally> plain = values(200, i -> "7%09d".formatted(any(i, 1_000_000_000)));
    Map<String, Tally> checked = new TreeMap<>();
    plain.forEach(
        (value, tally) -> {
          char[] text = value.toCharArray();
          CheckDigit.LUHN.complete(text, text.length);
          checked.put(new String(text), tally);
        });
    assertThat(TextFormatFitter.fit(plain, K).check()).isEqualTo(CheckDigit.NONE);
    assertThat(TextFormatFitter.fit(checked, K).check()).isEqualTo(CheckDigit.LUHN);
  }

  /** Each place has a character that enough carry, and no value is carried by enough. */
  @Test
  void fixedPartsAreCarriedTogether() {
    Map<String, Tally> values = new TreeMap<>();
    values.put("ab", new Tally(8, Units.NONE));
    values.put("ac", new Tally(4, Units.NONE));
    values.put("xb", new Tally(4, Units.NONE));

    assertThat(shape(TextFormatFitter.fit(values, K).patterns().get(0)))
        .isEqualTo("abcdefghijklmnopqrstuvwxyz{2}");
  }

  @Test
  void whatNobodySharesIsSmallLetters() {
    Map<String, Tally> values = values(9, i -> "?".repeat(i + 1) + "x".repeat(i));
    values.put("7", new Tally(3, Units.NONE));

    assertThat(TextFormatFitter.fit(values, K).patterns())
        .allSatisfy(pattern -> assertThat(pattern.runs()).hasSize(1))
        .allSatisfy(pattern -> assertThat(pattern.runs().get(0).alphabet()).hasSize(26));
  }

  private static String shape(TextPattern pattern) {
    return pattern.runs().stream()
        .map(run -> run.alphabet() + (run.maxLength() > 1 ? "{" + run.maxLength() + "}" : ""))
        .collect(Collectors.joining(" "));
  }
}
