package io.mirrorlake.synthesizer.column;

import io.mirrorlake.profiler.lexicon.Lexicon;
import io.mirrorlake.profiler.lexicon.WordKind;
import io.mirrorlake.profiler.marginal.LetterCase;
import io.mirrorlake.synthesizer.random.CounterHash;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Words of a lexicon as a column writes them. Immutable. */
final class WordList {
  private final String[] words;

  private WordList(String[] words) {
    this.words = words;
  }

  /** The words of a kind in a case. */
  static WordList of(Lexicon lexicon, WordKind kind, LetterCase letters) {
    return new WordList(
        lexicon.words(kind).stream().map(letters::of).distinct().toArray(String[]::new));
  }

  /**
   * Names in a case.
   *
   * @param folded whether only letters of the Latin alphabet without accents may stand in them;
   *     names of another alphabet are replaced by English ones
   */
  static WordList names(Lexicon lexicon, WordKind kind, LetterCase letters, boolean folded) {
    if (!folded) {
      return of(lexicon, kind, letters);
    }
    List<String> latin = fold(lexicon.words(kind));
    List<String> usable =
        latin.isEmpty() ? fold(Lexicon.of(Lexicon.DEFAULT_LOCALE).words(kind)) : latin;
    return new WordList(usable.stream().map(letters::of).distinct().toArray(String[]::new));
  }

  private static List<String> fold(List<String> names) {
    return names.stream().map(WordList::fold).filter(name -> !name.isEmpty()).toList();
  }

  private static String fold(String name) {
    String spelled =
        name.toLowerCase(Locale.ROOT)
            .replace("\u00e4", "ae")
            .replace("\u00f6", "oe")
            .replace("\u00fc", "ue")
            .replace("\u00df", "ss")
            .replace("\u00e6", "ae")
            .replace("\u00f8", "o")
            .replace("\u0142", "l")
            .replace("\u0131", "i");
    return Normalizer.normalize(spelled, Normalizer.Form.NFD).replaceAll("[^a-z-]", "");
  }

  /** The word that a random word stands for. */
  String pick(long random) {
    return words[CounterHash.below(random, words.length)];
  }

  int maxLength() {
    return Arrays.stream(words).mapToInt(String::length).max().orElse(0);
  }
}
