package io.mirrorlake.profiler.discovery;

import io.mirrorlake.profiler.constraint.Constraint;
import java.util.ArrayList;
import java.util.List;

/** Columns of numbers that are products of two others. */
final class ProductSearch {
  /** Triples of more columns than this take longer than the rest of the search. */
  private static final int MOST_COLUMNS = 120;

  private ProductSearch() {}

  static List<Constraint> products(List<SampleColumn> columns, int exceptions) {
    return products(columns, columns, exceptions);
  }

  /**
   * Products of a first column and one of the table's own.
   *
   * @param firsts the table's own columns too, or those that are borrowed
   */
  static List<Constraint> products(
      List<SampleColumn> columns, List<SampleColumn> firsts, int exceptions) {
    List<SampleColumn> numbers = factors(columns);
    List<SampleColumn> others = factors(firsts);
    List<Constraint> found = new ArrayList<>();
    int n = numbers.size();
    if (n > MOST_COLUMNS) {
      return found;
    }
    long candidates = (long) n * n * others.size();
    for (SampleColumn product : numbers) {
      for (SampleColumn other : others) {
        // Two of its own are one pair, whichever comes first; borrowed ones go with all of them.
        for (SampleColumn own : numbers.subList(numbers.indexOf(other) + 1, n)) {
          List<SampleColumn> three = List.of(product, other, own);
          if (!three.subList(1, 3).contains(product) && holds(three, exceptions, candidates)) {
            found.add(new Constraint.Product(product.name(), other.name(), own.name()));
          }
        }
      }
    }
    return found;
  }

  private static List<SampleColumn> factors(List<SampleColumn> columns) {
    return columns.stream().filter(ProductSearch::isFactor).toList();
  }

  /** Whether it is a number of enough values to be calculated with. */
  static boolean isFactor(SampleColumn column) {
    return column.isNumber() && column.distinct() > 2;
  }

  private static boolean holds(List<SampleColumn> three, int exceptions, long candidates) {
    // A product is rounded once, to its own decimals.
    Tolerance tolerance = Tolerance.of(three.subList(0, 1));
    return Significance.isRule(three, at -> holds(three, at, tolerance), exceptions, candidates);
  }

  private static boolean holds(List<SampleColumn> three, int[] rows, Tolerance tolerance) {
    double product = three.get(0).number(rows[0]);
    double expected = three.get(1).number(rows[1]) * three.get(2).number(rows[2]);
    return tolerance.isMet(expected, product, Math.abs(expected));
  }
}
