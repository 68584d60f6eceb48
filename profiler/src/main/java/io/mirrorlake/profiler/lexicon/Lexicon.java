package io.mirrorlake.profiler.lexicon;

import io.mirrorlake.profiler.schema.ErrorKind;
import io.mirrorlake.profiler.schema.NearestName;
import io.mirrorlake.profiler.schema.UserException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import net.datafaker.Faker;

/**
 * The words of one language, always the same for the same version of Datafaker: they are drawn from
 * it with a fixed seed. A kind is drawn when it is first asked for and kept for the life of the
 * process, a few megabytes in all. Safe for use by several threads.
 */
public final class Lexicon {
  /** The language where nothing speaks for another. */
  public static final String DEFAULT_LOCALE = "en";

  /** The languages Datafaker has names of its own for, the default first. */
  private static final List<String> LOCALES =
      List.of(
          "en", "de", "fr", "es", "it", "nl", "pl", "pt-BR", "pt", "sv", "da-DK", "nb-NO", "fi-FI",
          "tr", "cs", "sk", "hu", "hr", "de-AT", "de-CH", "fr-CA", "fr-CH", "es-MX", "en-GB",
          "en-CA", "en-AU", "en-IN", "ru", "uk", "bg", "el-GR", "ja", "zh-CN", "ko");

  private static final Map<String, Lexicon> LEXICONS = new ConcurrentHashMap<>();

  /** Any fixed number: it decides which of Datafaker's words are in the lexicon. */
  private static final long DRAW_SEED = 1;

  private final Locale locale;
  private final Map<WordKind, List<String>> words = new HashMap<>();
  private final Map<WordKind, Set<String>> folded = new HashMap<>();

  private Lexicon(String tag) {
    this.locale = Locale.forLanguageTag(tag);
  }

  /** The languages there are lexicons of, as BCP 47 tags, {@link #DEFAULT_LOCALE} first. */
  public static List<String> locales() {
    return LOCALES;
  }

  /**
   * The lexicon of a language.
   *
   * @throws IllegalArgumentException where there is none
   */
  public static Lexicon of(String tag) {
    if (!LOCALES.contains(tag)) {
      throw new IllegalArgumentException(
          "there are no words for the locale '" + tag + "'; there are for " + LOCALES);
    }
    return LEXICONS.computeIfAbsent(tag, Lexicon::new);
  }

  /**
   * The tag of a locale that a user named in any case, with a hyphen or an underscore.
   *
   * @throws UserException where there is no lexicon of it
   */
  public static String requireLocale(String key, String name) {
    String wanted = name.replace('_', '-');
    return LOCALES.stream()
        .filter(wanted::equalsIgnoreCase)
        .findFirst()
        .orElseThrow(
            () ->
                UserException.of(
                    ErrorKind.CONFIGURATION,
                    "the key '" + key + "' names the locale '" + name + "', which has no words",
                    "did you mean '"
                        + NearestName.of(wanted, LOCALES)
                        + "'? There are words for "
                        + String.join(", ", LOCALES)));
  }

  /** Whether people of this language write the family name first. */
  public boolean familyNameFirst() {
    return List.of("hu", "ja", "zh", "ko").contains(locale.getLanguage());
  }

  /** The words of a kind, all different, in an order that never changes. */
  public synchronized List<String> words(WordKind kind) {
    return words.computeIfAbsent(kind, k -> k.draw(new Faker(locale, new Random(DRAW_SEED))));
  }

  /** Whether a text is one of the words of a kind, in any case. */
  public synchronized boolean knows(WordKind kind, String text) {
    return folded.computeIfAbsent(kind, this::fold).contains(fold(text));
  }

  private Set<String> fold(WordKind kind) {
    Set<String> known = new HashSet<>();
    for (String word : words(kind)) {
      known.add(fold(word));
      // Parts of double names are names too.
      known.addAll(Arrays.asList(fold(word).split("[ -]", -1)));
    }
    return known;
  }

  private static String fold(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
