package io.mirrorlake.profiler.fit;

import java.util.ArrayList;
import java.util.List;

/**
 * The kinds of runs of characters a text is read as; a sign is a kind of its own, named by itself.
 */
enum CharacterRun {
  DIGIT('d', "0123456789"),
  CAPITAL('C', "ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
  SMALL('s', "abcdefghijklmnopqrstuvwxyz"),
  OTHER_LETTER('o', "abcdefghijklmnopqrstuvwxyz"),
  SIGN('-', "-");

  private final char letter;
  private final String alphabet;

  CharacterRun(char letter, String alphabet) {
    this.letter = letter;
    this.alphabet = alphabet;
  }

  /** The characters to write where too few units carry any to tell them. */
  String alphabet() {
    return alphabet;
  }

  /** How a signature writes it. */
  char letter() {
    return letter;
  }

  static CharacterRun of(char c) {
    if (c >= '0' && c <= '9') {
      return DIGIT;
    }
    if (c >= 'A' && c <= 'Z') {
      return CAPITAL;
    }
    if (c >= 'a' && c <= 'z') {
      return SMALL;
    }
    return Character.isLetterOrDigit(c) || Character.isSurrogate(c) ? OTHER_LETTER : SIGN;
  }

  /** The text cut into its runs. */
  static List<String> split(String text) {
    List<String> runs = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= text.length(); i++) {
      if (i == text.length() || !continues(text.charAt(i - 1), text.charAt(i))) {
        runs.add(text.substring(start, i));
        start = i;
      }
    }
    return runs;
  }

  private static boolean continues(char left, char right) {
    CharacterRun kind = of(left);
    return kind == of(right) && (kind != SIGN || left == right);
  }
}
