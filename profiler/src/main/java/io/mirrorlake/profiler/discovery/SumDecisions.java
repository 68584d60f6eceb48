package io.mirrorlake.profiler.discovery;

import io.mirrorlake.profiler.constraint.Constraint;
import io.mirrorlake.profiler.constraint.Formula;
import io.mirrorlake.profiler.constraint.Term;
import io.mirrorlake.profiler.marginal.Grid;
import io.mirrorlake.profiler.marginal.NumericMarginal;
import io.mirrorlake.profiler.marginal.Segment;
import io.mirrorlake.profiler.profile.ColumnProfile.Drawn;
import io.mirrorlake.profiler.schema.Column;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** Keeps sums: by computing the total, or all parts of a whole. */
final class SumDecisions {
  /** Doubles have no more digits. */
  private static final int MOST_DECIMALS = 15;

  /** A column of fractions has so much of its values in point masses. */
  private static final double MASSES = 0.5;

  private final Workbench bench;

  SumDecisions(Workbench bench) {
    this.bench = bench;
  }

  /** Solves the sum for its total, or else for the first term that can be computed. */
  boolean keep(Constraint.Sum sum, RowCheck check, long limit, ConstraintScan scan) {
    if (sum.isWhole() && sum.columns().stream().noneMatch(this::isNegative)) {
      return keepWhole(sum, scan);
    }
    if (isMadeOfDays(sum)) {
      return false;
    }
    List<Term> zero = new ArrayList<>(List.of(new Term(sum.total(), -sum.divisor())));
    zero.addAll(sum.terms());
    for (int i = 0; i < zero.size(); i++) {
      Term solved = zero.get(i);
      long sign = -Long.signum(solved.factor());
      List<Term> others = new ArrayList<>();
      for (Term term : zero) {
        if (!term.equals(solved)) {
          others.add(new Term(term.column(), term.factor() * sign));
        }
      }
      List<String> inputs = others.stream().map(Term::column).toList();
      if ((i == 0 || (mayInvert(sum) && Math.abs(solved.factor()) == 1))
          && check.followsNulls(i, limit)
          && bench.isFree(solved.column(), inputs)
          && bench.mayDerive(solved.column())) {
        Drawn column = bench.drawn(solved.column()).orElseThrow();
        if (i == 0 && scan.numberOf(sum) >= 0) {
          bench.guide(column.name(), drawn(column, scan.numberOf(sum)));
        }
        Grid grid = sum.isPlain() ? FormulaDecisions.decimals(column) : writtenDecimals(column);
        bench.derive(
            solved.column(),
            new Formula.Linear(others, sum.constant() * sign, Math.abs(solved.factor()), grid));
        return true;
      }
    }
    return false;
  }

  /** Whether a date would be put together from a month and a day that no month may have. */
  private boolean isMadeOfDays(Constraint.Sum sum) {
    return bench.drawn(sum.total()).filter(of -> isOfDays(of)).isPresent()
        && sum.terms().stream().anyMatch(term -> Math.abs(term.factor()) > 1);
  }

  private static boolean isOfDays(Drawn column) {
    return column.marginal() instanceof NumericMarginal marginal
        && marginal.grid().notation().hasDays();
  }

  /**
   * Whether a term may be computed in place of the total. What is left of a number that others are
   * digits of, or of one with a factor, would be no number of the term's.
   */
  private boolean mayInvert(Constraint.Sum sum) {
    return sum.isPlain()
        && (bench.column(sum.total()).column().type().kind().isTemporal()
            || sum.terms().stream().allMatch(term -> Math.abs(term.factor()) == 1));
  }

  /**
   * A calculated column as it would be drawn: kept in the copula, hidden, for others to follow.
   * What a total tells of many terms is more than they tell of each other.
   */
  private HiddenColumn.OfNumber drawn(Drawn calculated, int index) {
    String name = bench.freshName(calculated.name() + " drawn");
    Column column = new Column(name, calculated.column().type(), calculated.column().nullable());
    return new HiddenColumn.OfNumber(new Drawn(column, calculated.marginal(), true), index);
  }

  /** Draws all parts of a whole, and computes each from these. */
  private boolean keepWhole(Constraint.Sum sum, ConstraintScan scan) {
    List<String> parts = sum.columns();
    boolean free =
        parts.stream()
            .allMatch(
                part ->
                    bench.isFree(part, List.of())
                        && bench.mayDerive(part)
                        && bench.drawn(part).filter(SumDecisions::isPart).isPresent());
    if (!free) {
      return false;
    }
    List<Drawn> columns = parts.stream().map(part -> bench.drawn(part).orElseThrow()).toList();
    List<String> among = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      HiddenColumn.OfNumber hidden = drawn(columns.get(i), scan.numberOf(sum) + i);
      bench.hide(hidden);
      among.add(hidden.profile().name());
    }
    List<Grid> grids = columns.stream().map(SumDecisions::writtenDecimals).toList();
    Grid grid =
        grids.stream().allMatch(Grid::isDiscrete)
            ? Collections.max(grids, Comparator.comparingInt(Grid::decimals))
            : Grid.CONTINUOUS;
    for (int i = 0; i < parts.size(); i++) {
      bench.derive(parts.get(i), new Formula.Share(i, among, sum.constant(), grid));
    }
    return true;
  }

  /** Whether a column has a number in every row. */
  private static boolean isPart(Drawn column) {
    return column.marginal().nullProbability() == 0 && !FormulaDecisions.isOfDigits(column);
  }

  /** Whether a column has numbers below 0 but by the width of an end. */
  private boolean isNegative(String name) {
    return bench.drawn(name).stream()
        .flatMap(column -> ((NumericMarginal) column.marginal()).segments().stream())
        .anyMatch(segment -> segment.high() < 0);
  }

  /**
   * The decimals that a column has: of one without a grid those of its point masses, as fractions
   * are written with so many.
   */
  private static Grid writtenDecimals(Drawn column) {
    NumericMarginal marginal = (NumericMarginal) column.marginal();
    List<Segment> masses = marginal.segments().stream().filter(Segment::isAtom).toList();
    double share = masses.stream().mapToDouble(Segment::weight).sum();
    int decimals =
        masses.stream()
            .mapToInt(mass -> Math.max(0, BigDecimal.valueOf(mass.low()).scale()))
            .max()
            .orElse(0);
    boolean fractions =
        !marginal.grid().isDiscrete()
            && share >= MASSES * (1 - marginal.nullProbability())
            && decimals <= MOST_DECIMALS;
    return fractions ? new Grid(1, decimals) : FormulaDecisions.decimals(column);
  }
}
