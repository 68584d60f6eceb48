package io.mirrorlake.profiler.fit;

import io.mirrorlake.profiler.disclosure.DisclosurePolicy.ColumnRule;
import io.mirrorlake.profiler.marginal.CategoricalMarginal;
import io.mirrorlake.profiler.marginal.CategoricalMarginal.Category;
import io.mirrorlake.profiler.marginal.CategoricalMarginal.Remainder;
import io.mirrorlake.profiler.sketch.Tally;
import io.mirrorlake.profiler.sketch.TextSketch;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Fits the marginal of a string or boolean column: categories where enough units share a value, and
 * a format for what is left.
 */
final class CategoricalMarginalFitter {
  /** More categories than a reviewer will read, and than can be lined up in a second. */
  static final int MAX_CATEGORIES = 4096;

  private CategoricalMarginalFitter() {}

  /**
   * The marginal of the values in a sketch that has some; categories fall in frequency. What points
   * to a person is no category, however frequent.
   *
   * @param personal what the column was recognized as
   * @return the marginal with the share of nulls, or one of nulls only where too few units carry a
   *     value
   */
  static CategoricalMarginal fit(
      TextSketch sketch, ColumnRule rule, Optional<Recognition> personal) {
    List<Map.Entry<String, Tally>> categories =
        personal.filter(found -> found.kind().isIdentifying()).isPresent()
            ? List.of()
            : categories(sketch, rule);
    TreeMap<String, Tally> others = new TreeMap<>(sketch.sample());
    categories.forEach(category -> others.remove(category.getKey()));
    long named = categories.stream().mapToLong(category -> category.getValue().rows()).sum();
    Tally unnamed = others.values().stream().reduce(Tally.ZERO, rule::join);
    long rest =
        rule.allows(unnamed)
            ? rule.count(new Tally(sketch.rows() - named, unnamed.units()), "others")
            : 0;
    List<Count> told = Count.of(categories, rule, "category ");
    long all = Count.sum(told) + rest;
    if (all == 0) {
      return new CategoricalMarginal(1, List.of(), Optional.empty());
    }
    Optional<Remainder> remainder =
        rest == 0
            ? Optional.empty()
            : Optional.of(
                new Remainder(
                    Rounding.share(rest, all), RemainderFitter.fit(others, personal, rule)));
    return new CategoricalMarginal(
        Rounding.nulls(sketch.nulls(), sketch.rows(), rule),
        told.stream().map(c -> new Category(c.text(), Rounding.share(c.rows(), all))).toList(),
        remainder);
  }

  private static List<Map.Entry<String, Tally>> categories(TextSketch sketch, ColumnRule rule) {
    return sketch.frequent().stream()
        .filter(
            entry ->
                rule.allows(entry.getValue()) && entry.getKey().length() < TextSketch.MAX_LENGTH)
        .limit(MAX_CATEGORIES)
        .toList();
  }
}
