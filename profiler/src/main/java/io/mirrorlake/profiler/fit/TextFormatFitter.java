package io.mirrorlake.profiler.fit;

import io.mirrorlake.profiler.disclosure.DisclosurePolicy.ColumnRule;
import io.mirrorlake.profiler.marginal.CheckDigit;
import io.mirrorlake.profiler.marginal.PatternFormat;
import io.mirrorlake.profiler.marginal.TextPattern;
import io.mirrorlake.profiler.marginal.TextPattern.Run;
import io.mirrorlake.profiler.sketch.Tally;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Learns what the values of a near-unique column look like. Values are read as runs of characters
 * in the first {@link TextShape} that enough of them share with others. A pattern, a fixed part, a
 * character and a length are told only where enough units carry them.
 */
final class TextFormatFitter {
  /** Beyond these, patterns add length to the profile and nothing to the look of the column. */
  private static final int MAX_PATTERNS = 64;

  /** A shape serves where its patterns cover this share of the rows. */
  private static final double COVERAGE = 0.8;

  /** Fewer values could all be right by chance: 20 random numbers are with probability 10^-20. */
  private static final int LEAST_CHECKED = 20;

  /** A few values in a hundred may be mistyped. */
  private static final double CHECKED = 0.98;

  private TextFormatFitter() {}

  /** The format of these values, which are not empty and together may be told. */
  static PatternFormat fit(Map<String, Tally> values, ColumnRule rule) {
    List<TextPatternFitter> best = List.of();
    for (TextShape shape : TextShape.values()) {
      List<TextPatternFitter> told = told(values, shape, rule);
      if (rows(told) > rows(best)) {
        best = told;
      }
      if (rows(best) >= COVERAGE * rows(values)) {
        break;
      }
    }
    return new PatternFormat(patterns(best, values), check(values));
  }

  /**
   * The most frequent pattern of all that the values can be read as, wide enough for many more
   * values.
   */
  static List<Run> widest(Map<String, Tally> values, ColumnRule rule) {
    List<TextPatternFitter> told =
        fitters(values, TextShape.KINDS, rule).stream()
            .filter(pattern -> rule.allows(pattern.tally()))
            .sorted(Comparator.comparingLong(pattern -> -pattern.tally().rows()))
            .toList();
    return told.isEmpty() ? List.of(anyText(values)) : told.get(0).wideRuns();
  }

  private static List<TextPatternFitter> told(
      Map<String, Tally> values, TextShape shape, ColumnRule rule) {
    List<TextPatternFitter> told = new ArrayList<>();
    for (TextPatternFitter pattern : fitters(values, shape, rule)) {
      told.addAll(pattern.split());
    }
    told.removeIf(pattern -> !rule.allows(pattern.tally()));
    told.sort(Comparator.comparingLong(pattern -> -pattern.tally().rows()));
    return told.subList(0, Math.min(told.size(), MAX_PATTERNS));
  }

  private static List<TextPatternFitter> fitters(
      Map<String, Tally> values, TextShape shape, ColumnRule rule) {
    Map<String, TextPatternFitter> bySignature = new TreeMap<>();
    values.forEach(
        (value, tally) ->
            bySignature
                .computeIfAbsent(shape.signature(value), s -> new TextPatternFitter(rule, shape))
                .add(value, tally));
    return List.copyOf(bySignature.values());
  }

  private static List<TextPattern> patterns(
      List<TextPatternFitter> told, Map<String, Tally> values) {
    if (told.isEmpty()) {
      return List.of(new TextPattern(1, List.of(anyText(values))));
    }
    long rows = rows(told);
    return told.stream()
        .map(p -> new TextPattern(Rounding.share(p.tally().rows(), rows), p.runs()))
        .toList();
  }

  private static CheckDigit check(Map<String, Tally> values) {
    if (values.size() < LEAST_CHECKED) {
      return CheckDigit.NONE;
    }
    for (CheckDigit check : CheckDigit.values()) {
      long right = values.keySet().stream().filter(check::holds).count();
      if (check != CheckDigit.NONE && right >= CHECKED * values.size()) {
        return check;
      }
    }
    return CheckDigit.NONE;
  }

  private static long rows(List<TextPatternFitter> patterns) {
    return patterns.stream().mapToLong(pattern -> pattern.tally().rows()).sum();
  }

  private static long rows(Map<String, Tally> values) {
    return values.values().stream().mapToLong(Tally::rows).sum();
  }

  /** Small letters, as many as the values have characters on average. */
  private static Run anyText(Map<String, Tally> values) {
    double characters = 0;
    for (Map.Entry<String, Tally> value : values.entrySet()) {
      characters += (double) value.getKey().length() * value.getValue().rows();
    }
    int length = (int) Math.max(1, Math.round(characters / rows(values)));
    return new Run(CharacterRun.SMALL.alphabet(), length, length);
  }
}
