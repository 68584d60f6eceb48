package io.mirrorlake.profiler.marginal;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The distribution of a column of strings or booleans: the categories that enough privacy units
 * carry, and a format for the rest. A near-unique column has no category, only the remainder.
 *
 * @param nullProbability the probability of a null, in [0, 1]
 * @param categories the categories in the order of the u-scale (that of their leading
 *     correspondence axis once a copula is fitted)
 * @param remainder the values too rare to be named, if any; it comes last on the u-scale before the
 *     nulls
 */
public record CategoricalMarginal(
    double nullProbability, List<Category> categories, Optional<Remainder> remainder)
    implements Marginal {

  /**
   * A value that is named.
   *
   * @param value the value; booleans are {@code true} and {@code false}
   * @param weight its share of the non-null values, in (0, 1]
   */
  public record Category(String value, double weight) {
    public Category {
      requireShare(weight);
    }
  }

  /**
   * The values that are too rare to be named.
   *
   * @param weight their share of the non-null values, in (0, 1]
   * @param format what they look like
   */
  public record Remainder(double weight, TextFormat format) {
    public Remainder {
      requireShare(weight);
    }
  }

  public CategoricalMarginal {
    categories = List.copyOf(categories);
    double sum = remainder.map(Remainder::weight).orElse(0.0);
    Set<String> seen = new HashSet<>();
    for (Category category : categories) {
      sum += category.weight();
      if (!seen.add(category.value())) {
        throw new IllegalArgumentException("category '" + category.value() + "' is named twice");
      }
    }
    Weights.requireWeights(
        sum, categories.size() + (remainder.isPresent() ? 1 : 0), nullProbability);
  }

  @Override
  public CategoricalMarginal withNullProbability(double probability) {
    return new CategoricalMarginal(probability, categories, remainder);
  }

  @Override
  public boolean makesTexts() {
    return remainder.isPresent();
  }

  @Override
  public int segmentCount() {
    return categories.size() + (remainder.isPresent() ? 1 : 0);
  }

  @Override
  public double weight(int segment) {
    return segment < categories.size()
        ? categories.get(segment).weight()
        : remainder.orElseThrow().weight();
  }

  /**
   * The same distribution with its categories in another order: position i takes the category now
   * at order[i].
   */
  public CategoricalMarginal withOrder(int[] order) {
    if (order.length != categories.size()) {
      throw new IllegalArgumentException(
          order.length + " positions for " + categories.size() + " categories");
    }
    List<Category> ordered = Arrays.stream(order).mapToObj(categories::get).toList();
    return new CategoricalMarginal(nullProbability, ordered, remainder);
  }

  private static void requireShare(double weight) {
    if (!(weight > 0 && weight <= 1)) {
      throw new IllegalArgumentException("a category's probability must lie in (0, 1]: " + weight);
    }
  }
}
