package io.mirrorlake.profiler.fit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorlake.profiler.disclosure.DisclosurePolicy.ColumnRule;
import io.mirrorlake.profiler.lexicon.Lexicon;
import io.mirrorlake.profiler.lexicon.WordKind;
import io.mirrorlake.profiler.marginal.CategoricalMarginal;
import io.mirrorlake.profiler.marginal.CategoricalMarginal.Category;
import io.mirrorlake.profiler.marginal.PatternFormat;
import io.mirrorlake.profiler.marginal.PersonalFormat;
import io.mirrorlake.profiler.marginal.ProseFormat;
import io.mirrorlake.profiler.marginal.TextFormat;
import io.mirrorlake.profiler.marginal.TextPattern;
import io.mirrorlake.profiler.marginal.TextPattern.Run;
import io.mirrorlake.profiler.sketch.TextSketch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Attacks: every text in a marginal is looked for in the rows it was learned from. */
class TextDisclosureTest {
  private static final int K = 10;
  private static final List<String> WORDS =
      List.of("paid", "late", "Berlin", "x1", "refund", "the", "customer", "of", "a", ",", ".");

  @ParameterizedTest
  @ValueSource(
      strings = {"code", "email", "phone", "url", "ip", "note", "name", "street", "mixed", "tiny"})
  void noTextInTheProfileIsCarriedByFewerThanK(String column) {
    for (int seed = 0; seed < 8; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      List<String> rows = new ArrayList<>();
      for (int i = 0; i < 400; i++) {
        rows.add(value(column, random));
      }
      for (String told : texts(fit(column, rows))) {
        long carriers = rows.stream().filter(row -> row.contains(told)).count();
        assertThat(carriers).as("%s, seed %d: '%s'", column, seed, told).isGreaterThanOrEqualTo(K);
      }
    }
  }

  /** The attack finds what it looks for: with k = 1 rare texts are in the marginal. */
  @Test
  void theAttackWouldFindARareText() {
    List<String> rows = List.of("rare", "frequent", "frequent");
    CategoricalMarginal marginal =
        CategoricalMarginalFitter.fit(sketch(rows), new ColumnRule(1), Optional.empty());
    assertThat(texts(marginal)).contains("rare");
  }

  @Test
  void whatPointsToAPersonIsNoCategoryHoweverFrequent() {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      rows.add("person" + i % 3 + "@mail.test");
    }
    CategoricalMarginal marginal = fit("email", rows);
    assertThat(marginal.categories()).isEmpty();
    assertThat(texts(marginal)).isEmpty();
  }

  @Test
  void aFrequentTelephoneNumberIsNotItsOwnFormat() {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      rows.add("+49 30 " + (i < 300 ? "555123" : Integer.toString(100_000 + i * 1009)));
    }
    assertThat(texts(fit("phone", rows))).allSatisfy(t -> assertThat(t).doesNotContain("555123"));
  }

  private static CategoricalMarginal fit(String column, List<String> rows) {
    TextSketch sketch = sketch(rows);
    return CategoricalMarginalFitter.fit(
        sketch, new ColumnRule(K), PersonalRecognizer.recognize(column, sketch.sample().keySet()));
  }

  private static TextSketch sketch(List<String> rows) {
    TextSketch sketch = new TextSketch(1000, 0);
    rows.forEach(row -> sketch.add(row, 0));
    return sketch;
  }

  /** Few different values here, many there, so that every kind of text is near k. */
  private static String value(String column, SplittableRandom random) {
    int n = random.nextInt(random.nextInt(1, 200));
    return switch (column) {
      case "code" -> (char) ('A' + n % 3) + "-" + (n % 7) + "-" + n * 37 % 1000;
      case "email" -> "p" + random.nextInt(100_000) + "@d" + n % 60 + ".test";
      case "phone" -> "+" + n % 50 + " " + (1_000_000 + random.nextInt(9_000_000));
      case "url" -> "https://s" + n % 40 + ".test/p" + n % 5 + "/" + random.nextInt(5000);
      case "ip" -> n % 40 + "." + n % 7 + "." + random.nextInt(256) + "." + n;
      case "note" -> sentence(random) + " n" + n;
      case "name" -> "Anna" + (char) ('a' + n % 26) + " Lee" + (char) ('a' + n % 20);
      case "street" -> n + " Road " + (char) ('A' + n % 26);
      case "mixed" -> n % 2 == 0 ? Integer.toHexString(n * 40503) : sentence(random);
      default -> "v" + n % 60;
    };
  }

  private static String sentence(SplittableRandom random) {
    StringBuilder text = new StringBuilder();
    int words = 3 + random.nextInt(9);
    for (int i = 0; i < words; i++) {
      text.append(WORDS.get(random.nextInt(WORDS.size()))).append(' ');
    }
    return text.append("w").append(random.nextInt(300)).toString();
  }

  private static List<String> texts(CategoricalMarginal marginal) {
    List<String> texts = new ArrayList<>();
    marginal.categories().stream().map(Category::value).forEach(texts::add);
    marginal.remainder().ifPresent(rest -> texts.addAll(texts(rest.format())));
    return texts;
  }

  private static List<String> texts(TextFormat format) {
    if (format instanceof PersonalFormat personal) {
      return Stream.concat(
              personal.parts().stream().map(PersonalFormat.Part::text),
              personal.look().stream().flatMap(look -> texts(look).stream()))
          .toList();
    }
    if (format instanceof ProseFormat prose) {
      return prose.words().stream()
          .map(ProseFormat.Word::text)
          // Words that mean nothing stand in where too few may be told; they are not of the data.
          .filter(word -> !Lexicon.of("en").words(WordKind.PLAIN).contains(word))
          .toList();
    }
    return ((PatternFormat) format)
        .patterns().stream().flatMap(pattern -> fixedParts(pattern).stream()).toList();
  }

  /** The longest fixed parts: neighbouring runs of one character and one length. */
  private static List<String> fixedParts(TextPattern pattern) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    for (Run run : pattern.runs()) {
      if (run.alphabet().length() == 1 && run.minLength() == run.maxLength()) {
        part.append(run.alphabet().repeat(run.maxLength()));
      } else if (!part.isEmpty()) {
        parts.add(part.toString());
        part.setLength(0);
      }
    }
    if (!part.isEmpty()) {
      parts.add(part.toString());
    }
    return parts;
  }
}
