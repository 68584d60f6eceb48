package io.mirrorlake.profiler.profile;

import java.util.stream.Collectors;

/**
 * An alphabet written as the inside of a regular expression's character class, without escapes:
 * {@code A-Za-z0-9}. Three or more neighbouring characters become a range. A hyphen that stands for
 * itself, or that a range starts with, comes first, so that every other hyphen after a character
 * marks a range.
 */
final class AlphabetText {
  /** A range of fewer characters would be no shorter than the characters. */
  private static final int LEAST_RANGE = 3;

  private AlphabetText() {}

  /** The text of an alphabet whose characters rise. */
  static String write(String alphabet) {
    StringBuilder text = new StringBuilder();
    int start = 0;
    while (start < alphabet.length()) {
      int end = start;
      while (end + 1 < alphabet.length() && alphabet.charAt(end + 1) == alphabet.charAt(end) + 1) {
        end++;
      }
      if (end - start + 1 >= LEAST_RANGE) {
        String range = alphabet.charAt(start) + "-" + alphabet.charAt(end);
        text.insert(range.startsWith("-") ? 0 : text.length(), range);
      } else {
        alphabet
            .substring(start, end + 1)
            .chars()
            .forEach(c -> text.insert(c == '-' ? 0 : text.length(), (char) c));
      }
      start = end + 1;
    }
    return text.toString();
  }

  /**
   * The alphabet of a text, its characters in rising order.
   *
   * @throws IllegalArgumentException where a range falls, or a character is named twice
   */
  static String read(String text) {
    StringBuilder characters = new StringBuilder();
    int i = 0;
    while (i < text.length()) {
      char first = text.charAt(i);
      boolean range = i + 2 < text.length() && text.charAt(i + 1) == '-';
      char last = range ? text.charAt(i + 2) : first;
      if (last < first) {
        throw new IllegalArgumentException(
            "the range '" + first + "-" + last + "' of an alphabet falls");
      }
      for (int c = first; c <= last; c++) {
        characters.append((char) c);
      }
      i += range ? 3 : 1;
    }
    if (characters.chars().distinct().count() != characters.length()) {
      throw new IllegalArgumentException("the alphabet '" + text + "' names a character twice");
    }
    return characters.chars().sorted().mapToObj(Character::toString).collect(Collectors.joining());
  }
}
