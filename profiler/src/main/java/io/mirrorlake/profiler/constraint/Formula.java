package io.mirrorlake.profiler.constraint;

import io.mirrorlake.profiler.marginal.Grid;
import io.mirrorlake.profiler.marginal.Marginal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** How a column's value is computed from other columns of the same row. */
public sealed interface Formula {
  /** The columns it is computed from. */
  List<String> inputs();

  /**
   * The other column's value, of the same type.
   *
   * @param of the other column
   */
  record Copy(String of) implements Formula {
    @Override
    public List<String> inputs() {
      return List.of(of);
    }
  }

  /**
   * A sum, (term + ... + constant) / divisor; null where a term is null.
   *
   * @param terms the terms, at least one
   * @param constant what is added
   * @param divisor what the sum is divided by, above 0
   * @param grid what the result is rounded to
   */
  record Linear(List<Term> terms, long constant, long divisor, Grid grid) implements Formula {
    public Linear {
      terms = List.copyOf(terms);
      if (terms.isEmpty()) {
        throw new IllegalArgumentException("a sum needs a term");
      }
      if (divisor <= 0) {
        throw new IllegalArgumentException("a sum is divided by " + divisor);
      }
    }

    /** A sum of terms and nothing else. */
    public Linear(List<Term> terms, Grid grid) {
      this(terms, 0, 1, grid);
    }

    @Override
    public List<String> inputs() {
      return terms.stream().map(Term::column).toList();
    }
  }

  /**
   * A product of two columns; null where one is null.
   *
   * @param left a factor
   * @param right the other factor
   * @param grid what the product is rounded to
   */
  record Product(String left, String right, Grid grid) implements Formula {
    @Override
    public List<String> inputs() {
      return List.of(left, right);
    }
  }

  /**
   * One of several parts of a whole w, as they are drawn; null where one of them is.
   *
   * <p>Of the numbers h_0 ... h_n that are drawn, each is what it is, but for the (first) greatest,
   * which makes up the whole. Where the others are more than the whole, part i is round(w H_i /
   * H_n) - round(w H_(i-1) / H_n), with H_i = h_0 + ... + h_i: rounded so, parts add up to the
   * whole, and none is below 0.
   *
   * @param place i
   * @param among the columns that are drawn, at least two; what is below 0 counts as 0
   * @param whole w, above 0
   * @param grid what is calculated is rounded to
   */
  record Share(int place, List<String> among, long whole, Grid grid) implements Formula {
    public Share {
      among = List.copyOf(among);
      if (among.size() < 2 || place < 0 || place >= among.size() || whole <= 0) {
        throw new IllegalArgumentException(
            "part " + place + " of " + among.size() + " of the whole " + whole);
      }
    }

    @Override
    public List<String> inputs() {
      return among;
    }
  }

  /**
   * The first column's value; where that is null, the second one's. Both have the type of the
   * column, which is null where both are.
   *
   * @param first the column whose values count
   * @param second what counts where it has none
   */
  record Coalesce(String first, String second) implements Formula {
    @Override
    public List<String> inputs() {
      return List.of(first, second);
    }
  }

  /**
   * A value that another column's value decides.
   *
   * <p>Where no entry speaks of a value: a number takes the entry of the nearest smaller number
   * that has one; else the fallback holds; else the value is drawn from the marginal, by a hash of
   * the other column's value, so that equal values still decide alike.
   *
   * @param from the other column
   * @param marginal this column's distribution
   * @param entries what is decided, for different values of the other column
   * @param fallback what all other values decide, if they do
   */
  record Lookup(String from, Marginal marginal, List<Entry> entries, Optional<Cell> fallback)
      implements Formula {

    /**
     * One value's decision.
     *
     * @param from the other column's value
     * @param to this column's value
     */
    public record Entry(Cell from, Cell to) {}

    public Lookup {
      entries = List.copyOf(entries);
      HashSet<Cell> seen = new HashSet<>();
      for (Entry entry : entries) {
        if (!seen.add(entry.from())) {
          throw new IllegalArgumentException("two entries speak of " + entry.from());
        }
      }
    }

    @Override
    public List<String> inputs() {
      return List.of(from);
    }
  }
}
