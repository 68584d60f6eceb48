package io.mirrorlake.synthesizer.column;

import io.mirrorlake.profiler.marginal.CheckDigit;
import io.mirrorlake.profiler.marginal.PatternFormat;
import io.mirrorlake.profiler.marginal.TextPattern;
import io.mirrorlake.profiler.marginal.TextPattern.Run;
import io.mirrorlake.synthesizer.random.CounterHash;
import io.mirrorlake.synthesizer.random.RandomStream;
import java.util.List;

/**
 * Makes texts of a format from one random word each: number 0 of the word's hash sequence picks the
 * pattern, the next ones the length of every run of variable length and every character of an
 * alphabet of several; check digits are put right at the end. Immutable.
 */
final class PatternMaker implements TextMaker {
  private final List<TextPattern> patterns;
  private final CheckDigit check;
  private final double[] bounds;
  private final int maxLength;

  private PatternMaker(PatternFormat format) {
    this.patterns = format.patterns();
    this.check = format.check();
    this.bounds = new double[patterns.size()];
    double total = patterns.stream().mapToDouble(TextPattern::weight).sum();
    double sum = 0;
    for (int i = 0; i < bounds.length; i++) {
      sum += patterns.get(i).weight();
      bounds[i] = sum / total;
    }
    this.maxLength =
        patterns.stream()
            .mapToInt(
                pattern ->
                    pattern.runs().stream().mapToInt(Run::maxLength).reduce(0, Math::addExact))
            .max()
            .orElseThrow();
  }

  static PatternMaker of(PatternFormat format) {
    return new PatternMaker(format);
  }

  @Override
  public int maxLength() {
    return maxLength;
  }

  @Override
  public int make(long word, char[] text) {
    long counter = 0;
    int length = 0;
    for (Run run : pattern(CounterHash.hash(word, counter++)).runs()) {
      int end = length + run.minLength();
      if (run.maxLength() > run.minLength()) {
        int choices = run.maxLength() - run.minLength() + 1;
        end += CounterHash.below(CounterHash.hash(word, counter++), choices);
      }
      String alphabet = run.alphabet();
      while (length < end) {
        int letter =
            alphabet.length() == 1
                ? 0
                : CounterHash.below(CounterHash.hash(word, counter++), alphabet.length());
        text[length++] = alphabet.charAt(letter);
      }
    }
    check.complete(text, length);
    return length;
  }

  private TextPattern pattern(long word) {
    double u = RandomStream.uniform(word);
    int i = 0;
    while (i < bounds.length - 1 && u >= bounds[i]) {
      i++;
    }
    return patterns.get(i);
  }
}
