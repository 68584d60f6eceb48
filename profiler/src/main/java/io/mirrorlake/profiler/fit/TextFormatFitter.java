package io.mirrorlake.profiler.fit;

import io.mirrorlake.profiler.disclosure.DisclosurePolicy.ColumnRule;
import io.mirrorlake.profiler.marginal.TextFormat;
import io.mirrorlake.profiler.marginal.TextPattern;
import io.mirrorlake.profiler.marginal.TextPattern.Run;
import io.mirrorlake.profiler.sketch.Tally;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Learns what the values of a near-unique column look like. Values are read as runs of digits,
 * capitals, small letters, other letters, or one repeated sign; values with the same sequence of
 * runs share a pattern. A pattern, a character and a length are told only where enough units carry
 * them.
 */
final class TextFormatFitter {
  /** Beyond these, patterns add length to the profile and nothing to the look of the column. */
  private static final int MAX_PATTERNS = 24;

  private TextFormatFitter() {}

  /** The format of these values, which are not empty and together may be told. */
  static TextFormat fit(Map<String, Tally> values, ColumnRule rule) {
    Map<String, TextPatternFitter> bySignature = new TreeMap<>();
    values.forEach(
        (value, tally) ->
            bySignature
                .computeIfAbsent(CharacterRun.signature(value), s -> new TextPatternFitter(rule))
                .add(value, tally));
    List<TextPatternFitter> told = new ArrayList<>(bySignature.values());
    told.removeIf(pattern -> !rule.allows(pattern.tally()));
    told.sort(Comparator.comparingLong(pattern -> -pattern.tally().rows()));
    told = told.subList(0, Math.min(told.size(), MAX_PATTERNS));
    if (told.isEmpty()) {
      return TextFormat.of(new TextPattern(1, List.of(anyText(values))));
    }
    long rows = told.stream().mapToLong(pattern -> pattern.tally().rows()).sum();
    return new TextFormat(
        told.stream()
            .map(
                pattern ->
                    new TextPattern(Rounding.share(pattern.tally().rows(), rows), pattern.runs()))
            .toList());
  }

  /** Small letters, as many as the values have characters on average. */
  private static Run anyText(Map<String, Tally> values) {
    double characters = 0;
    double rows = 0;
    for (Map.Entry<String, Tally> value : values.entrySet()) {
      characters += (double) value.getKey().length() * value.getValue().rows();
      rows += value.getValue().rows();
    }
    int length = (int) Math.max(1, Math.round(characters / rows));
    return new Run(CharacterRun.SMALL.alphabet(), length, length);
  }
}
