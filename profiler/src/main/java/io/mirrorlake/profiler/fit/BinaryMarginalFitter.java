package io.mirrorlake.profiler.fit;

import io.mirrorlake.profiler.disclosure.DisclosurePolicy.ColumnRule;
import io.mirrorlake.profiler.marginal.CategoricalMarginal;
import io.mirrorlake.profiler.marginal.CategoricalMarginal.Category;
import io.mirrorlake.profiler.marginal.CategoricalMarginal.Remainder;
import io.mirrorlake.profiler.marginal.CheckDigit;
import io.mirrorlake.profiler.marginal.PatternFormat;
import io.mirrorlake.profiler.marginal.TextFormat;
import io.mirrorlake.profiler.marginal.TextPattern;
import io.mirrorlake.profiler.marginal.TextPattern.Run;
import io.mirrorlake.profiler.sketch.Tally;
import io.mirrorlake.profiler.sketch.TextSketch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Fits the marginal of a column of bytes: categories where enough units share the bytes, and for
 * the rest the distribution of lengths. Bytes are told in hexadecimal digits.
 */
final class BinaryMarginalFitter {
  /** Beyond these, lengths add to the profile and nothing to the look of the column. */
  private static final int MAX_LENGTHS = 24;

  /** Longer ones are told as of this length: a block of 4,096 of them takes 64 MiB. */
  private static final int MAX_BYTES = 16_384;

  private static final String DIGITS = "0123456789ABCDEF";

  private BinaryMarginalFitter() {}

  /** The marginal of the {@link BytesText} in a sketch that has some. */
  static CategoricalMarginal fit(TextSketch sketch, ColumnRule rule) {
    List<Map.Entry<String, Tally>> named =
        sketch.frequent().stream()
            .filter(entry -> rule.allows(entry.getValue()) && isWhole(entry.getKey()))
            .limit(CategoricalMarginalFitter.MAX_CATEGORIES)
            .toList();
    TreeMap<String, Tally> others = new TreeMap<>(sketch.sample());
    named.forEach(category -> others.remove(category.getKey()));
    long namedRows = named.stream().mapToLong(category -> category.getValue().rows()).sum();
    Tally unnamed = others.values().stream().reduce(Tally.ZERO, rule::join);
    long rest =
        rule.allows(unnamed)
            ? rule.count(new Tally(sketch.rows() - namedRows, unnamed.units()), "others")
            : 0;
    List<Count> counts = Count.of(named, rule, "category ");
    long all = Count.sum(counts) + rest;
    if (all == 0) {
      return new CategoricalMarginal(1, List.of(), Optional.empty());
    }
    Optional<Remainder> remainder =
        rest == 0
            ? Optional.empty()
            : Optional.of(new Remainder(Rounding.share(rest, all), lengths(others, rule)));
    return new CategoricalMarginal(
        Rounding.nulls(sketch.nulls(), sketch.rows(), rule),
        counts.stream()
            .map(c -> new Category(BytesText.category(c.text()), Rounding.share(c.rows(), all)))
            .toList(),
        remainder);
  }

  private static boolean isWhole(String text) {
    return !BytesText.category(text).equals(text);
  }

  /** One pattern for each group of neighbouring lengths that enough units carry. */
  private static TextFormat lengths(Map<String, Tally> others, ColumnRule rule) {
    TreeMap<Integer, Tally> byLength = new TreeMap<>();
    others.forEach(
        (text, tally) ->
            byLength.merge(Math.min(MAX_BYTES, BytesText.length(text)), tally, rule::join));
    long rows = byLength.values().stream().mapToLong(Tally::rows).sum();
    List<Group> groups = new ArrayList<>();
    Optional<Group> open = Optional.empty();
    for (Map.Entry<Integer, Tally> entry : byLength.entrySet()) {
      Group next = new Group(entry.getKey(), entry.getKey(), entry.getValue());
      Group joined = open.map(group -> group.plus(next, rule)).orElse(next);
      boolean full = rule.allows(joined.tally) && joined.tally.rows() >= rows / MAX_LENGTHS;
      open = full ? Optional.empty() : Optional.of(joined);
      if (full) {
        groups.add(joined);
      }
    }
    if (groups.isEmpty()) {
      open.ifPresent(groups::add);
    }
    // The greatest lengths, of too few units to be told, count with their neighbours.
    long[] told =
        groups.stream()
            .mapToLong(group -> rule.count(group.tally, "lengths from " + group.least))
            .toArray();
    long all = LongStream.of(told).sum();
    return new PatternFormat(
        IntStream.range(0, told.length)
            .mapToObj(i -> groups.get(i).pattern(Rounding.share(told[i], all)))
            .toList(),
        CheckDigit.NONE);
  }

  /**
   * Neighbouring lengths.
   *
   * @param least the least length
   * @param greatest the greatest
   * @param tally how often they occur
   */
  private record Group(int least, int greatest, Tally tally) {
    Group plus(Group next, ColumnRule rule) {
      return new Group(least, next.greatest, rule.join(tally, next.tally));
    }

    /** The ends of several lengths are rounded outward: each of them may be one unit's. */
    TextPattern pattern(double weight) {
      int step = greatest == least ? 1 : 2 * Integer.highestOneBit(greatest - least);
      int from = least / step * step;
      int to = Math.min(MAX_BYTES, (greatest + step - 1) / step * step);
      return new TextPattern(
          weight, to == 0 ? List.of() : List.of(new Run(DIGITS, 2 * Math.max(1, from), 2 * to)));
    }
  }
}
