package io.mirrorlake.synthesizer.column;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorlake.profiler.lexicon.Lexicon;
import io.mirrorlake.profiler.lexicon.WordKind;
import io.mirrorlake.profiler.marginal.CheckDigit;
import io.mirrorlake.profiler.marginal.LetterCase;
import io.mirrorlake.profiler.marginal.PatternFormat;
import io.mirrorlake.profiler.marginal.PersonalFormat;
import io.mirrorlake.profiler.marginal.PersonalFormat.Part;
import io.mirrorlake.profiler.marginal.PersonalKind;
import io.mirrorlake.profiler.marginal.ProseFormat;
import io.mirrorlake.profiler.marginal.ProseFormat.Length;
import io.mirrorlake.profiler.marginal.ProseFormat.Successor;
import io.mirrorlake.profiler.marginal.ProseFormat.Word;
import io.mirrorlake.profiler.marginal.TextFormat;
import io.mirrorlake.profiler.marginal.TextPattern;
import io.mirrorlake.profiler.marginal.TextPattern.Run;
import io.mirrorlake.synthesizer.random.CounterHash;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TextMakerTest {
  private static final PatternFormat SIXTEEN_DIGITS =
      TextFormat.of(new TextPattern(1, List.of(new Run("0123456789", 16, 16))));
  private static final PatternFormat ACCOUNTS =
      new PatternFormat(
          List.of(
              new TextPattern(
                  1,
                  List.of(new Run("D", 1, 1), new Run("E", 1, 1), new Run("0123456789", 20, 20)))),
          CheckDigit.IBAN);

  private static PersonalFormat personal(PersonalKind kind, String locale, LetterCase letters) {
    List<Part> parts = kind == PersonalKind.EMAIL ? List.of(new Part("mail.test", 0.5)) : List.of();
    Optional<PatternFormat> look =
        kind == PersonalKind.IBAN
            ? Optional.of(ACCOUNTS)
            : kind.hasLook() ? Optional.of(SIXTEEN_DIGITS) : Optional.empty();
    return new PersonalFormat(kind, 1, locale, letters, parts, look);
  }

  private static List<String> texts(TextFormat format, int rows) {
    TextMaker maker = TextMaker.of(format);
    char[] text = new char[maker.maxLength()];
    return LongStream.range(0, rows)
        .mapToObj(row -> new String(text, 0, maker.make(CounterHash.hash(row), text)))
        .toList();
  }

  @ParameterizedTest
  @EnumSource(PersonalKind.class)
  void everyKindIsMadeInTheRoomItAsksFor(PersonalKind kind) {
    for (String locale : List.of("en", "de", "hu", "ja")) {
      assertThat(texts(personal(kind, locale, LetterCase.UPPER), 500))
          .allSatisfy(text -> assertThat(text).isNotBlank());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "EMAIL, '[a-z-]+\\.[a-z-]+[0-9]*@(mail\\.test|example\\.(com|org|net))'",
    "IPV4, '([0-9]{1,3}\\.){3}[0-9]{1,3}'",
    "IPV6, '2001:db8(:[0-9a-f]{1,4}){6}'",
    "URL, 'https://www\\.example\\.com/\\S+'",
    "STREET, '.*[A-Za-z].*'",
    "FULL_NAME, '\\S.* .*\\S'"
  })
  void everyKindHasItsShape(PersonalKind kind, String shape) {
    assertThat(texts(personal(kind, "es", LetterCase.NATURAL), 500))
        .allSatisfy(text -> assertThat(text).matches(shape));
  }

  @Test
  void accountsAreValidAndDifferent() {
    assertThat(texts(personal(PersonalKind.IBAN, "de", LetterCase.NATURAL), 2000))
        .doesNotHaveDuplicates()
        .allSatisfy(text -> assertThat(CheckDigit.IBAN.holds(text)).isTrue());
  }

  @Test
  void columnsOfOnePersonAgree() {
    List<String> given = texts(personal(PersonalKind.GIVEN_NAME, "en", LetterCase.LOWER), 50);
    List<String> family = texts(personal(PersonalKind.FAMILY_NAME, "en", LetterCase.NATURAL), 50);
    List<String> full = texts(personal(PersonalKind.FULL_NAME, "en", LetterCase.NATURAL), 50);
    for (int i = 0; i < full.size(); i++) {
      assertThat(full.get(i)).endsWith(" " + family.get(i)).startsWithIgnoringCase(given.get(i));
    }
  }

  @Test
  void wordsAreOfTheLanguage() {
    assertThat(Lexicon.of("fr").words(WordKind.GIVEN_NAME))
        .containsAll(texts(personal(PersonalKind.GIVEN_NAME, "fr", LetterCase.NATURAL), 200));
  }

  @Test
  void proseKeepsToItsLengthsAndPairs() {
    ProseFormat format =
        new ProseFormat(
            List.of(new Length(3, 3, 1)),
            List.of(new Successor("the", 1)),
            List.of(
                new Word("the", 0.5, List.of(new Successor("bill", 1))),
                new Word("bill", 0.25, List.of(new Successor(",", 1))),
                new Word(",", 0.125, List.of(new Successor("the", 1))),
                new Word(".", 0.125, List.of())));

    assertThat(texts(format, 100)).containsOnly("the bill,");
  }

  @Test
  void proseWithoutPairsDrawsWordsByTheirShare() {
    ProseFormat format =
        new ProseFormat(
            List.of(new Length(1, 1, 1)),
            List.of(),
            List.of(new Word("rare", 0.1, List.of()), new Word("usual", 0.9, List.of())));

    // Binomial(4000, 0.1) leaves 400 +- 6 standard deviations with probability 2e-9.
    assertThat(texts(format, 4000).stream().filter("rare"::equals).count()).isBetween(286L, 514L);
  }
}
