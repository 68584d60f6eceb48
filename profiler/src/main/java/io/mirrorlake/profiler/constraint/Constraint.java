package io.mirrorlake.profiler.constraint;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Something that holds in every row of a table. Nulls satisfy everything but what speaks of nulls.
 *
 * <p>{@link #text} is its one notation, in profiles, configurations and on screen; {@link
 * ConstraintNotation#parse} reads it.
 */
public sealed interface Constraint extends Serializable {
  /** The columns it speaks of, each once. */
  List<String> columns();

  /** The constraint in the notation of {@link ConstraintNotation}. */
  String text();

  /** Whether a column may be calculated from others to keep it. */
  default boolean mayCalculate() {
    return this instanceof Order
        || this instanceof Sum
        || this instanceof Product
        || this instanceof Multiple
        || this instanceof Equal
        || this instanceof EqualInPart;
  }

  /**
   * One column is at most another, or less.
   *
   * @param low the column that is less
   * @param high the column that is greater
   * @param strict whether they are never equal
   */
  record Order(String low, String high, boolean strict) implements Constraint {
    public Order {
      requireDifferent(List.of(low, high));
    }

    @Override
    public List<String> columns() {
      return List.of(low, high);
    }

    @Override
    public String text() {
      return relation(low, strict ? " < " : " <= ", high);
    }
  }

  /**
   * A column times a whole number is a sum of multiples of others and a constant, up to rounding:
   * {@code total * divisor = factor * term + ... + constant}.
   *
   * @param total the column
   * @param divisor what it is multiplied by, above 0; 1 mostly
   * @param terms what it is the sum of, at least two, or one and a constant or a factor
   * @param constant what is added
   */
  record Sum(String total, long divisor, List<Term> terms, long constant) implements Constraint {
    public Sum {
      terms = List.copyOf(terms);
      List<String> names = new ArrayList<>(terms.stream().map(Term::column).toList());
      if (divisor <= 0) {
        throw new IllegalArgumentException("a sum is divided by " + divisor);
      }
      boolean copy =
          names.size() == 1 && divisor == 1 && constant == 0 && terms.get(0).factor() == 1;
      if (names.isEmpty() || copy) {
        throw new IllegalArgumentException("a sum has at least two terms");
      }
      names.add(total);
      requireDifferent(names);
    }

    /** A sum without a constant. */
    public Sum(String total, List<Term> terms) {
      this(total, 1, terms, 0);
    }

    /** Whether several columns, none of them more than another, make up a whole. */
    public boolean isWhole() {
      return divisor == 1
          && constant > 0
          && terms.size() > 1
          && terms.stream().allMatch(term -> term.factor() == -1);
    }

    /** Whether it is a sum of columns and nothing else. */
    public boolean isPlain() {
      return divisor == 1 && constant == 0;
    }

    @Override
    public List<String> columns() {
      List<String> names = new ArrayList<>(List.of(total));
      terms.forEach(term -> names.add(term.column()));
      return names;
    }

    @Override
    public String text() {
      return ConstraintNotation.name(total)
          + (divisor == 1 ? "" : " * " + divisor)
          + " = "
          + Term.sum(terms, constant, ConstraintNotation::name);
    }
  }

  /**
   * A column is the product of two others, up to rounding.
   *
   * @param product the column
   * @param left a factor
   * @param right the other factor
   */
  record Product(String product, String left, String right) implements Constraint {
    public Product {
      requireDifferent(List.of(product, left, right));
    }

    @Override
    public List<String> columns() {
      return List.of(product, left, right);
    }

    @Override
    public String text() {
      return relation(product, " = ", left) + " * " + ConstraintNotation.name(right);
    }
  }

  /**
   * A column is a multiple of another one times a power of ten, up to rounding: a cost that is a
   * whole percentage of the sales, a total of so many pieces of one price.
   *
   * @param column the column
   * @param decimals how many decimals the multiples of the other column have, from 0 to {@value
   *     #MAX_DECIMALS}
   * @param of the other column
   */
  record Multiple(String column, int decimals, String of) implements Constraint {
    /** The most decimals. */
    public static final int MAX_DECIMALS = 4;

    public Multiple {
      requireDifferent(List.of(column, of));
      if (decimals < 0 || decimals > MAX_DECIMALS) {
        throw new IllegalArgumentException("multiples have 0 to 4 decimals, not " + decimals);
      }
    }

    @Override
    public List<String> columns() {
      return List.of(column, of);
    }

    @Override
    public String text() {
      String step = decimals == 0 ? "" : BigDecimal.ONE.movePointLeft(decimals) + " ";
      return relation(column, " in steps of " + step, of);
    }
  }

  /**
   * Two columns are equal, and null together.
   *
   * @param column the one that is computed
   * @param other the one it equals
   */
  record Equal(String column, String other) implements Constraint {
    public Equal {
      requireDifferent(List.of(column, other));
    }

    @Override
    public List<String> columns() {
      return List.of(column, other);
    }

    @Override
    public String text() {
      return relation(column, " = ", other);
    }
  }

  /**
   * A column equals another one in a part of the rows, far more often than it comes near to it
   * (bills paid in full, goods delivered to where the bill goes), and is null only where that one
   * is.
   *
   * @param column the one that is computed
   * @param other the one it equals in a part of the rows
   */
  record EqualInPart(String column, String other) implements Constraint {
    public EqualInPart {
      requireDifferent(List.of(column, other));
    }

    @Override
    public List<String> columns() {
      return List.of(column, other);
    }

    @Override
    public String text() {
      return relation(column, " = ", other) + " in part";
    }
  }

  /**
   * A functional dependency: rows with the same value of one column have the same value, or all a
   * null, in the other.
   *
   * @param from the column that decides
   * @param to the column that is decided
   */
  record Determines(String from, String to) implements Constraint {
    public Determines {
      requireDifferent(List.of(from, to));
    }

    @Override
    public List<String> columns() {
      return List.of(from, to);
    }

    @Override
    public String text() {
      return relation(from, " -> ", to);
    }
  }

  /**
   * Functional dependencies both ways.
   *
   * @param left a column
   * @param right the other column
   */
  record OneToOne(String left, String right) implements Constraint {
    public OneToOne {
      requireDifferent(List.of(left, right));
    }

    @Override
    public List<String> columns() {
      return List.of(left, right);
    }

    @Override
    public String text() {
      return relation(left, " <-> ", right);
    }
  }

  /**
   * A column is null exactly when another is.
   *
   * @param column the column
   * @param other the other column
   */
  record NullTogether(String column, String other) implements Constraint {
    public NullTogether {
      requireDifferent(List.of(column, other));
    }

    @Override
    public List<String> columns() {
      return List.of(column, other);
    }

    @Override
    public String text() {
      return relation(column, " null exactly when ", other) + " null";
    }
  }

  /**
   * A column is null whenever another is.
   *
   * @param column the column
   * @param when the other column
   */
  record NullWhen(String column, String when) implements Constraint {
    public NullWhen {
      requireDifferent(List.of(column, when));
    }

    @Override
    public List<String> columns() {
      return List.of(column, when);
    }

    @Override
    public String text() {
      return relation(column, " null when ", when) + " null";
    }
  }

  /**
   * Exactly one of several columns of ones and zeros, or of booleans, is set.
   *
   * @param columns the columns, at least two
   */
  record OneHot(List<String> columns) implements Constraint {
    public OneHot {
      columns = List.copyOf(columns);
      requireSeveral(columns);
    }

    @Override
    public String text() {
      return "one of " + names(columns);
    }
  }

  /**
   * Several columns take only the combinations of values that the real table has.
   *
   * @param columns the columns, at least two
   */
  record Combination(List<String> columns) implements Constraint {
    public Combination {
      columns = List.copyOf(columns);
      requireSeveral(columns);
    }

    @Override
    public String text() {
      return "combination of " + names(columns);
    }
  }

  /**
   * A column has one value in every row.
   *
   * @param column the column
   */
  record Constant(String column) implements Constraint {
    @Override
    public List<String> columns() {
      return List.of(column);
    }

    @Override
    public String text() {
      return ConstraintNotation.name(column) + " constant";
    }
  }

  /**
   * A column of whole numbers or points in time runs in constant steps: its values, sorted, are
   * equally far apart.
   *
   * @param column the column
   */
  record Steps(String column) implements Constraint {
    @Override
    public List<String> columns() {
      return List.of(column);
    }

    @Override
    public String text() {
      return ConstraintNotation.name(column) + " in constant steps";
    }
  }

  private static String relation(String left, String words, String right) {
    return ConstraintNotation.name(left) + words + ConstraintNotation.name(right);
  }

  private static String names(List<String> columns) {
    return columns.stream().map(ConstraintNotation::name).collect(Collectors.joining(" "));
  }

  private static void requireSeveral(List<String> columns) {
    if (columns.size() < 2) {
      throw new IllegalArgumentException("name at least two columns");
    }
    requireDifferent(columns);
  }

  private static void requireDifferent(List<String> columns) {
    if (new HashSet<>(columns).size() < columns.size()) {
      throw new IllegalArgumentException(
          "a column is named twice among " + String.join(", ", columns));
    }
  }
}
