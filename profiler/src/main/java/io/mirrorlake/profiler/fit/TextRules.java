package io.mirrorlake.profiler.fit;

import io.mirrorlake.profiler.lexicon.Lexicon;
import io.mirrorlake.profiler.marginal.PersonalKind;
import java.util.Map;
import java.util.Optional;

/**
 * What is laid down of string columns, rather than recognized.
 *
 * @param kinds the kind of personal data a column holds; empty for a column that holds none
 * @param locale the language of all columns, as a BCP 47 tag
 * @param locales the languages of single columns
 */
public record TextRules(
    Map<String, Optional<PersonalKind>> kinds,
    Optional<String> locale,
    Map<String, String> locales) {
  /** Nothing laid down: everything is recognized. */
  public static final TextRules NONE = new TextRules(Map.of(), Optional.empty(), Map.of());

  public TextRules {
    kinds = Map.copyOf(kinds);
    locales = Map.copyOf(locales);
  }

  /** The language laid down for a column. */
  public Optional<String> localeOf(String column) {
    return Optional.ofNullable(locales.get(column)).or(() -> locale);
  }

  /** What a column is: what is laid down, else what it was recognized as. */
  public Optional<Recognition> apply(String column, Optional<Recognition> recognized) {
    Optional<PersonalKind> kind = kinds.getOrDefault(column, recognized.map(Recognition::kind));
    return kind.map(
        wanted -> {
          Recognition found =
              recognized
                  .filter(r -> r.kind() == wanted && !kinds.containsKey(column))
                  .orElse(new Recognition(wanted, 1, Lexicon.DEFAULT_LOCALE, 0));
          return localeOf(column).map(found::in).orElse(found);
        });
  }
}
