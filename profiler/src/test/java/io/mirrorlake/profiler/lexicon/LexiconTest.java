package io.mirrorlake.profiler.lexicon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mirrorlake.profiler.schema.UserException;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LexiconTest {
  @ParameterizedTest
  @EnumSource(WordKind.class)
  void hasDifferentWordsOfEveryKind(WordKind kind) {
    assertThat(Lexicon.of("fr").words(kind)).hasSizeGreaterThan(50).doesNotHaveDuplicates();
  }

  @Test
  void hasNamesOfEveryLanguage() {
    for (String tag : Lexicon.locales()) {
      assertThat(Lexicon.of(tag).words(WordKind.GIVEN_NAME)).as(tag).hasSizeGreaterThan(20);
    }
  }

  @Test
  void knowsItsWordsInAnyCase() {
    Lexicon german = Lexicon.of("de");
    assertThat(german.words(WordKind.GIVEN_NAME))
        .anyMatch(name -> name.indexOf('\u00f6') >= 0)
        .allMatch(name -> german.knows(WordKind.GIVEN_NAME, name.toUpperCase(Locale.ROOT)));
    assertThat(german.knows(WordKind.GIVEN_NAME, "Qwrtz")).isFalse();
    assertThat(Lexicon.of("hu").familyNameFirst()).isTrue();
    assertThat(german.familyNameFirst()).isFalse();
  }

  @Test
  void namesTheNearestLocale() {
    assertThat(Lexicon.requireLocale("locale", "PT_br")).isEqualTo("pt-BR");
    assertThatThrownBy(() -> Lexicon.requireLocale("locale", "de-DE"))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("'locale' names the locale 'de-DE', which has no words");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Lexicon.of("xx"))
        .withMessageContaining("there are no words for the locale 'xx'");
  }
}
