package io.mirrorlake.profiler.fit;

import java.util.ArrayList;
import java.util.List;

/**
 * The ways to read texts as runs of characters. Values whose runs are of the same kinds (and, where
 * lengths count, of the same lengths) share a pattern.
 */
enum TextShape {
  /** Runs of digits, capitals, small letters, other letters, or one sign, each with its length. */
  KINDS_AND_LENGTHS(false, true),
  /** Runs of letters and digits mixed, as in hexadecimal numbers, each with its length. */
  MIXED_WITH_LENGTHS(true, true),
  /** Runs of one kind and any length. */
  KINDS(false, false),
  /** Runs of letters and digits mixed and of any length. */
  MIXED(true, false);

  private final boolean mixed;
  private final boolean withLengths;

  TextShape(boolean mixed, boolean withLengths) {
    this.mixed = mixed;
    this.withLengths = withLengths;
  }

  /** Whether all values of a shape have runs of the same lengths. */
  boolean hasLengths() {
    return withLengths;
  }

  /** The text cut into its runs. */
  List<String> split(String text) {
    if (!mixed) {
      return CharacterRun.split(text);
    }
    List<String> runs = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= text.length(); i++) {
      if (i == text.length() || isSign(text.charAt(i - 1)) || isSign(text.charAt(i))) {
        runs.add(text.substring(start, i));
        start = i;
      }
    }
    return runs;
  }

  /** What values that share a pattern have in common: a letter a run, signs as they are. */
  String signature(String text) {
    StringBuilder signature = new StringBuilder();
    for (String run : split(text)) {
      char first = run.charAt(0);
      if (isSign(first)) {
        signature.append(first);
      } else {
        signature.append(mixed ? 'w' : CharacterRun.of(first).letter());
      }
      if (withLengths) {
        signature.append(run.length()).append(';');
      }
    }
    return signature.toString();
  }

  private static boolean isSign(char c) {
    return CharacterRun.of(c) == CharacterRun.SIGN;
  }
}
