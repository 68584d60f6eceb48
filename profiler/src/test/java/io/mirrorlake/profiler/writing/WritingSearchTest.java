package io.mirrorlake.profiler.writing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WritingSearchTest {
  private static List<String> texts(IntFunction<String> text) {
    return IntStream.range(0, 500).mapToObj(text).toList();
  }

  private static String found(List<String> texts) {
    return WritingSearch.search(texts).stream().map(Writing::text).findFirst().orElse("none");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dd.MM.yyyy",
        "MM/dd/yyyy",
        "dd/MM/yyyy",
        "d-MMM-yy",
        "yyyyMMdd",
        "yyyy-MM-dd HH:mm:ss",
        "HH:mm:ss",
        "h:mm a",
        "1234.56",
        "1,234.56",
        "1.234,56",
        "$1,234",
        "1,234",
        "1234%",
        "1234.5 km",
        "CHF 1'234.56"
      })
  void whatIsWrittenIsFound(String text) {
    Writing writing = Writing.of(text).orElseThrow();
    long first = LocalDate.of(2020, 1, 1).toEpochDay();
    List<String> texts =
        texts(
            i ->
                writing.write(
                    switch (writing.type().kind()) {
                      case DATE -> first + 3L * i;
                      case INT -> 170L * i;
                      case TIMESTAMP_NTZ -> (first + i) * 86_400_000_000L + i * 7_000_000L;
                      default -> 37L * i * i - 100;
                    }));

    assertThat(found(texts)).isEqualTo(text);
  }

  /** Codes, labels, names, and what is written in several ways. */
  @Test
  void whatWritesNothingIsLeftAlone() {
    assertThat(found(texts(i -> String.format(Locale.ROOT, "%05d", 10_000 + 97 * i))))
        .isEqualTo("none");
    assertThat(found(texts(i -> "N" + (100 + i)))).isEqualTo("none");
    assertThat(found(texts(i -> "PC " + (100 + i)))).isEqualTo("none");
    assertThat(found(texts(i -> "10.0." + i % 256 + "." + i % 7))).isEqualTo("none");
    assertThat(found(texts(i -> "555 123 " + (100 + i)))).isEqualTo("none");
    assertThat(found(texts(i -> "order of " + i + " things"))).isEqualTo("none");
    assertThat(found(texts(i -> i % 2 == 0 ? "01.02.20" + (10 + i % 90) : "2001-01-02")))
        .isEqualTo("none");
    assertThat(found(texts(i -> "word"))).isEqualTo("none");
    assertThat(found(List.of("01.02.2024", "02.02.2024"))).isEqualTo("none");
  }

  /** Of days up to the twelfth nobody knows; the others decide. */
  @Test
  void whatMostFollowComesFirst() {
    List<String> texts =
        new ArrayList<>(
            texts(i -> String.format(Locale.ROOT, "%02d/%02d/2024", i % 12 + 1, i % 11 + 1)));
    assertThat(found(texts)).isEqualTo("MM/dd/yyyy");

    texts.add("25/12/2024");
    assertThat(found(texts)).isEqualTo("dd/MM/yyyy");
    assertThat(WritingSearch.search(texts)).hasSize(2);
  }

  @Test
  void aFewOtherTextsAreTolerated() {
    List<String> texts = new ArrayList<>(texts(i -> i + ".50"));
    IntStream.range(0, 10).forEach(i -> texts.add(0, "n/a"));
    assertThat(found(texts)).isEqualTo("1234.56");

    IntStream.range(0, 10).forEach(i -> texts.add("n/a"));
    assertThat(found(texts)).isEqualTo("none");
  }
}
