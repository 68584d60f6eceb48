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
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

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

  /** And a few more, up to a secret limit, so that no single value decides. */
  private static final double MISTYPED = 0.08;

  /** How far the limit of the coverage lies below in secret. */
  private static final double LEEWAY = 0.1;

  private TextFormatFitter() {}

  /** The format of these values, which are not empty and together may be told. */
  static PatternFormat fit(Map<String, Tally> values, ColumnRule rule) {
    double coverage = rule.rounding().limit(COVERAGE, COVERAGE - LEEWAY, "coverage");
    List<TextPatternFitter> best = List.of();
    for (TextShape shape : TextShape.values()) {
      List<TextPatternFitter> told = told(values, shape, rule);
      if (rows(told) > rows(best)) {
        best = told;
      }
      if (rows(best) >= coverage * rows(values)) {
        break;
      }
    }
    return new PatternFormat(patterns(best, values, rule), check(values, rule));
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
      List<TextPatternFitter> told, Map<String, Tally> values, ColumnRule rule) {
    if (told.isEmpty()) {
      return List.of(new TextPattern(1, List.of(anyText(values))));
    }
    List<List<Run>> runs = told.stream().map(TextPatternFitter::runs).toList();
    long[] rows =
        IntStream.range(0, told.size())
            .mapToLong(i -> rule.count(told.get(i).tally(), "pattern " + runs.get(i)))
            .toArray();
    long all = LongStream.of(rows).sum();
    return IntStream.range(0, rows.length)
        .boxed()
        .sorted(Comparator.comparingLong(i -> -rows[i]))
        .map(i -> new TextPattern(Rounding.share(rows[i], all), runs.get(i)))
        .toList();
  }

  private static CheckDigit check(Map<String, Tally> values, ColumnRule rule) {
    if (values.size() < rule.rounding().limit(LEAST_CHECKED, 2 * LEAST_CHECKED, "checked")) {
      return CheckDigit.NONE;
    }
    double share = rule.rounding().limit(CHECKED, CHECKED - MISTYPED, "mistyped");
    for (CheckDigit check : CheckDigit.values()) {
      long right = values.keySet().stream().filter(check::holds).count();
      if (check != CheckDigit.NONE && right >= share * values.size()) {
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

  /** Small letters, about as many as the values have characters in the middle. */
  private static Run anyText(Map<String, Tally> values) {
    TreeMap<Integer, Long> lengths = new TreeMap<>();
    values.forEach((value, tally) -> lengths.merge(value.length(), tally.rows(), Long::sum));
    int length = middle(lengths);
    return new Run(CharacterRun.SMALL.alphabet(), length, length);
  }

  /** The median of lengths with their rows, told as a power of two, or that and half as much. */
  static int middle(SortedMap<Integer, Long> lengths) {
    long all = lengths.values().stream().mapToLong(rows -> rows).sum();
    long below = 0;
    int median = 1;
    for (Map.Entry<Integer, Long> length : lengths.entrySet()) {
      below += length.getValue();
      if (2 * below >= all) {
        median = Math.max(1, length.getKey());
        break;
      }
    }
    int power = Integer.highestOneBit(median);
    return median >= power + power / 2 ? power + power / 2 : power;
  }
}
