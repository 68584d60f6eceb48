package io.mirrorlake.profiler.discovery;

import io.mirrorlake.profiler.constraint.Constraint;
import io.mirrorlake.profiler.constraint.Formula;
import io.mirrorlake.profiler.constraint.Term;
import io.mirrorlake.profiler.disclosure.DisclosurePolicy;
import io.mirrorlake.profiler.marginal.Grid;
import io.mirrorlake.profiler.marginal.Notation;
import io.mirrorlake.profiler.marginal.NumericMarginal;
import io.mirrorlake.profiler.marginal.Segment;
import io.mirrorlake.profiler.profile.ColumnProfile;
import io.mirrorlake.profiler.profile.ColumnProfile.Borrowed;
import io.mirrorlake.profiler.profile.ColumnProfile.Drawn;
import io.mirrorlake.profiler.profile.ColumnProfile.Evolved;
import io.mirrorlake.profiler.schema.Column;
import io.mirrorlake.profiler.schema.ColumnType.Kind;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.util.ArithmeticUtils;

/**
 * Keeps what can be calculated: equal columns, products, multiples, orders by their difference, and
 * what equals another column in a part of the rows.
 */
final class FormulaDecisions {
  /** A column of point masses is one of which they make nearly all values. */
  private static final double MASSES = 0.9;

  /** Fewer point masses are codes or sentinels, of which ranges say little. */
  private static final int LEAST_MASSES = 12;

  /** Of the grid's values between the first point mass and the last, most are left out. */
  private static final double LEFT_OUT = 0.5;

  /** Points in time at midnight, in microseconds. */
  private static final Grid DAYS = new Grid(86_400_000_000L, 0);

  private final String table;
  private final DisclosurePolicy policy;
  private final Workbench bench;

  FormulaDecisions(String table, DisclosurePolicy policy, Workbench bench) {
    this.table = table;
    this.policy = policy;
    this.bench = bench;
  }

  boolean keep(Constraint.Equal equal) {
    ColumnProfile other = bench.column(equal.other());
    if (!bench.isFree(equal.column(), List.of(equal.other()))) {
      return false;
    }
    Drawn column = bench.drawn(equal.column()).orElseThrow();
    boolean same = column.column().type().equals(other.column().type());
    if (!same && !(column.marginal() instanceof NumericMarginal)) {
      return false;
    }
    bench.derive(
        equal.column(),
        same
            ? new Formula.Copy(equal.other())
            : new Formula.Linear(List.of(Term.of(equal.other())), decimals(column)));
    return true;
  }

  static Grid grid(Drawn column) {
    return ((NumericMarginal) column.marginal()).grid();
  }

  /**
   * The grid that a calculated value is rounded to: its decimals. What is added knows of no digits,
   * and that the formula holds comes before any step.
   */
  static Grid decimals(Drawn column) {
    return grid(column).ofDecimals();
  }

  static boolean isOfDigits(Drawn column) {
    return grid(column).isOfDigits();
  }

  /** Whether a number and a difference may have their sum off the grid of sums. */
  private static boolean leavesGrid(Grid sums, Grid numbers, Grid differences) {
    return sums.step() > 1
        ? !sums.holdsSums(numbers, differences)
        : sums.spacing() > numbers.spacing();
  }

  /**
   * The grid of a marginal; of a few point masses, which prove none, the coarsest one that they lie
   * on and that is not coarser than another grid.
   */
  private static Grid support(NumericMarginal marginal, Grid other) {
    Grid own = marginal.grid();
    if (own.spacing() >= other.spacing()
        || !own.isDiscrete()
        || own.decimals() > other.decimals()
        || other.step() <= 1
        || marginal.segmentCount() == 0
        || !marginal.segments().stream().allMatch(Segment::isAtom)) {
      return own;
    }
    Grid fine = other.ofDecimals();
    long first = (long) fine.steps(marginal.segments().get(0).low());
    long step = other.step();
    for (Segment mass : marginal.segments()) {
      step = ArithmeticUtils.gcd(step, (long) fine.steps(mass.low()) - first);
    }
    long phase = Math.floorMod(first, step);
    return new Grid(step, other.decimals(), phase, Notation.NUMBER);
  }

  /**
   * Whether a column consists of point masses that leave out most of its grid, which no sum would
   * do.
   */
  private static boolean isScattered(NumericMarginal marginal) {
    List<Segment> masses = marginal.segments().stream().filter(Segment::isAtom).toList();
    double share = masses.stream().mapToDouble(Segment::weight).sum();
    if (masses.size() < LEAST_MASSES || !(share >= MASSES) || !marginal.grid().isDiscrete()) {
      return false;
    }
    double range = masses.get(masses.size() - 1).low() - masses.get(0).low();
    return masses.size() * marginal.grid().spacing() < LEFT_OUT * range;
  }

  boolean keep(Constraint.Product product, RowCheck check, long limit) {
    List<String> inputs = List.of(product.left(), product.right());
    if (!check.followsNulls(0, limit)
        || !bench.isFree(product.product(), inputs)
        || !bench.mayDerive(product.product())) {
      return false;
    }
    Grid grid = decimals(bench.drawn(product.product()).orElseThrow());
    bench.derive(product.product(), new Formula.Product(product.left(), product.right(), grid));
    return true;
  }

  /** Draws how many times a column is another one, and computes it from that. */
  boolean keep(Constraint.Multiple multiple, RowCheck check, long limit, ConstraintScan scan) {
    int index = scan.numberOf(multiple);
    if (!check.followsNulls(0, limit)
        || !bench.isFree(multiple.column(), List.of(multiple.of()))
        || !bench.mayDerive(multiple.column())) {
      return false;
    }
    Grid grid = decimals(bench.drawn(multiple.column()).orElseThrow());
    String name = bench.freshName(multiple.column() + " / " + multiple.of());
    HiddenNumber quotient = scan.numbers().get(index);
    NumericMarginal marginal = quotient.marginal(policy.column(table, name));
    if (marginal.segmentCount() == 0) {
      return false;
    }
    hide(name, quotient, marginal, index);
    bench.derive(multiple.column(), new Formula.Product(multiple.of(), name, grid));
    return true;
  }

  /** Draws what a column is where it does not equal the other one. */
  boolean keep(Constraint.EqualInPart equal, ConstraintScan scan) {
    int index = scan.numberOf(equal);
    String column = equal.column();
    boolean alike =
        bench.column(column).column().type().equals(bench.column(equal.other()).column().type());
    if (!alike || !bench.isFree(column, List.of(equal.other())) || !bench.mayDerive(column)) {
      return false;
    }
    String name = bench.freshName(column + " unless " + equal.other());
    HiddenNumber different = scan.numbers().get(index);
    NumericMarginal marginal = different.marginal(policy.column(table, name));
    if (marginal.segmentCount() == 0 || marginal.nullProbability() == 0) {
      return false;
    }
    hide(name, different, marginal, index);
    bench.derive(column, new Formula.Coalesce(name, equal.other()));
    return true;
  }

  private void hide(String name, HiddenNumber number, NumericMarginal marginal, int index) {
    Column column = new Column(name, number.type(), marginal.nullProbability() > 0);
    bench.hide(new HiddenColumn.OfNumber(new Drawn(column, marginal, true), index));
  }

  boolean keep(Constraint.Order order, ConstraintScan scan) {
    String above = bench.column(order.high()).besides(order.low());
    String below = bench.column(order.low()).besides(order.high());
    if (!above.equals(order.high()) || !below.equals(order.low())) {
      return bench.isFree(above, List.of(below)) && bench.follow(above, below);
    }
    int index = scan.numberOf(order);
    ColumnProfile high = bench.column(order.high());
    if (high instanceof Evolved evolved && bench.column(order.low()) instanceof Borrowed borrowed) {
      return index >= 0 && drawStart(borrowed, evolved, scan.numbers().get(index), index);
    }
    if (high instanceof Evolved || high instanceof Borrowed) {
      return index >= 0
          && bench.isFree(order.low(), List.of(order.high()))
          && drawDifference(order, scan.numbers().get(index), index, -1);
    }
    if (!bench.isFree(order.high(), List.of(order.low()))) {
      return false;
    }
    if (index >= 0 && drawDifference(order, scan.numbers().get(index), index, 1)) {
      return true;
    }
    return bench.follow(order.high(), order.low());
  }

  /**
   * Draws how far the upper column lies above the lower one, and computes one of them from that.
   *
   * @param sign 1 where the upper one is computed, -1 where the lower one is
   */
  private boolean drawDifference(
      Constraint.Order order, HiddenNumber difference, int index, int sign) {
    String computed = sign > 0 ? order.high() : order.low();
    String base = sign > 0 ? order.low() : order.high();
    Drawn column = bench.drawn(computed).orElseThrow();
    boolean digits =
        isOfDigits(column) || bench.drawn(base).filter(FormulaDecisions::isOfDigits).isPresent();
    Grid sums = grid(column);
    String name = bench.freshName(order.high() + " - " + order.low());
    NumericMarginal marginal = difference.marginal(policy.column(table, name));
    // A time and a difference of two make no time: 1050 + 30.
    if (digits
        || bench.isBound(computed)
        || marginal.segmentCount() == 0
        || leavesGrid(sums, baseGrid(base, sums), support(marginal, sums))
        || isScattered((NumericMarginal) column.marginal())) {
      return false;
    }
    hide(name, difference, marginal, index);
    bench.derive(
        computed,
        new Formula.Linear(List.of(Term.of(base), new Term(name, sign)), decimals(column)));
    return true;
  }

  /** Draws how far the first sibling's value lies above a column of the parent. */
  private boolean drawStart(Borrowed base, Evolved evolved, HiddenNumber difference, int index) {
    Optional<Drawn> first = bench.drawn(evolved.first());
    String name = bench.freshName(evolved.name() + " - " + base.name());
    NumericMarginal told = difference.marginal(policy.column(table, name));
    boolean same = base.column().type().equals(evolved.column().type());
    if (first.isEmpty()
        || evolved.above().isPresent()
        || evolved.pace().isMonthly()
        || !same
        || base.column().nullable()
        || told.segmentCount() == 0) {
      return false;
    }
    // Nobody looks at the other siblings, which have none.
    NumericMarginal marginal = told.withNullProbability(0);
    Grid sums = grid(first.get());
    if (leavesGrid(sums, sums, support(marginal, sums))) {
      return false;
    }
    hide(name, difference, marginal, index);
    bench.start(evolved, base.name(), name);
    return true;
  }

  /** The grid of a column's values; of one that rises that of the first value and of all steps. */
  private Grid baseGrid(String base, Grid sums) {
    if (bench.column(base) instanceof Evolved evolved) {
      if (evolved.pace().isMonthly()) {
        return evolved.column().type().kind() == Kind.DATE ? Grid.INTEGERS : DAYS;
      }
      Grid first = baseGrid(evolved.first(), sums);
      Grid gaps = baseGrid(evolved.gap(), sums);
      return first.holdsSums(first, gaps) ? first : gaps.ofDecimals();
    }
    return bench
        .drawn(base)
        .map(drawn -> support((NumericMarginal) drawn.marginal(), sums))
        .orElse(sums);
  }
}
