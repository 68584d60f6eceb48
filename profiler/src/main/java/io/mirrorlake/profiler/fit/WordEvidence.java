package io.mirrorlake.profiler.fit;

import io.mirrorlake.profiler.lexicon.Lexicon;
import io.mirrorlake.profiler.lexicon.WordKind;
import io.mirrorlake.profiler.marginal.PersonalKind;
import java.lang.Character.UnicodeScript;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How many of a column's values a language knows.
 *
 * @param locale the language that knows the most, as a BCP 47 tag
 * @param share the share of the values that it knows
 */
record WordEvidence(String locale, double share) {
  /** Nothing known. */
  static final WordEvidence NONE = new WordEvidence(Lexicon.DEFAULT_LOCALE, 0);

  /** Shares of so many values have a standard error of 0.02. */
  private static final int SAMPLE = 600;

  /** How likely a word is that a language does not know: as one of 100,000. */
  private static final double UNKNOWN = 1e-5;

  /** The languages that are told apart by their words; regional ones have the same words. */
  private static final List<String> LATIN =
      List.of(
          "en", "de", "fr", "es", "it", "nl", "pl", "pt-BR", "sv", "da-DK", "nb-NO", "fi-FI", "tr",
          "cs", "hu", "hr");

  /** The evidence that the values are of a kind with words. */
  static WordEvidence of(PersonalKind kind, Collection<String> values) {
    if (!hasWords(kind) || values.isEmpty()) {
      return NONE;
    }
    // Every so many of the values in rising order: of the whole alphabet.
    long step = Math.max(1, values.size() / SAMPLE);
    List<String> all = List.copyOf(values);
    List<String> sample =
        IntStream.range(0, all.size()).filter(i -> i % step == 0).mapToObj(all::get).toList();
    WordEvidence best = NONE;
    double greatest = Double.NEGATIVE_INFINITY;
    for (String tag : candidates(sample)) {
      Lexicon lexicon = Lexicon.of(tag);
      double share = PersonalShapes.share(sample, value -> knows(lexicon, kind, value));
      double likelihood = logLikelihood(share, lexicon.words(words(kind)).size());
      if (share > 0 && likelihood > greatest) {
        best = new WordEvidence(tag, share);
        greatest = likelihood;
      }
    }
    return best;
  }

  /**
   * The mean log-likelihood of values of which a language of so many words knows this share, each
   * word as likely as any other: large vocabularies know much of any language.
   */
  private static double logLikelihood(double share, int words) {
    return -share * StrictMath.log(words) + (1 - share) * StrictMath.log(UNKNOWN);
  }

  private static WordKind words(PersonalKind kind) {
    return switch (kind) {
      case CITY -> WordKind.CITY;
      case FAMILY_NAME -> WordKind.FAMILY_NAME;
      default -> WordKind.GIVEN_NAME;
    };
  }

  static boolean hasWords(PersonalKind kind) {
    return kind == PersonalKind.GIVEN_NAME
        || kind == PersonalKind.FAMILY_NAME
        || kind == PersonalKind.FULL_NAME
        || kind == PersonalKind.CITY;
  }

  private static boolean knows(Lexicon lexicon, PersonalKind kind, String value) {
    return switch (kind) {
      case GIVEN_NAME -> isGivenName(lexicon, value);
      case FAMILY_NAME -> lexicon.knows(WordKind.FAMILY_NAME, value);
      case CITY -> lexicon.knows(WordKind.CITY, value);
      case FULL_NAME -> isFullName(lexicon, value);
      default -> false;
    };
  }

  /** A given name and something else, in either order. */
  private static boolean isFullName(Lexicon lexicon, String value) {
    String[] words = value.split(",? +", -1);
    String last = words[words.length - 1];
    return words.length > 1
        && (lexicon.knows(WordKind.GIVEN_NAME, words[0])
            || (lexicon.knows(WordKind.FAMILY_NAME, words[0])
                && lexicon.knows(WordKind.GIVEN_NAME, last)));
  }

  /** A given name, or several. */
  private static boolean isGivenName(Lexicon lexicon, String value) {
    for (String word : value.split("[ -]", -1)) {
      if (!lexicon.knows(WordKind.GIVEN_NAME, word)) {
        return false;
      }
    }
    return true;
  }

  /** The languages that are written in the script of most values. */
  private static List<String> candidates(List<String> values) {
    if (share(values, UnicodeScript.CYRILLIC) > 0.5) {
      return List.of("ru", "uk", "bg");
    }
    if (share(values, UnicodeScript.GREEK) > 0.5) {
      return List.of("el-GR");
    }
    if (share(values, UnicodeScript.HANGUL) > 0.5) {
      return List.of("ko");
    }
    double han = share(values, UnicodeScript.HAN);
    double kana = share(values, UnicodeScript.HIRAGANA) + share(values, UnicodeScript.KATAKANA);
    return han + kana > 0.5 ? List.of("zh-CN", "ja") : LATIN;
  }

  private static double share(List<String> values, UnicodeScript script) {
    return PersonalShapes.share(
        values, value -> value.codePoints().anyMatch(c -> UnicodeScript.of(c) == script));
  }
}
