package io.mirrorlake.profiler.discovery;

import io.mirrorlake.profiler.constraint.Constraint;
import io.mirrorlake.profiler.constraint.Formula;
import io.mirrorlake.profiler.constraint.ListedConstraint;
import io.mirrorlake.profiler.constraint.ListedConstraint.Origin;
import io.mirrorlake.profiler.constraint.Term;
import io.mirrorlake.profiler.disclosure.DisclosurePolicy;
import io.mirrorlake.profiler.discovery.ConstraintCheck.Checked;
import io.mirrorlake.profiler.fit.ConstraintOptions;
import io.mirrorlake.profiler.fit.Rounding;
import io.mirrorlake.profiler.marginal.CategoricalMarginal;
import io.mirrorlake.profiler.marginal.Grid;
import io.mirrorlake.profiler.marginal.Marginal;
import io.mirrorlake.profiler.marginal.NumericMarginal;
import io.mirrorlake.profiler.profile.ColumnProfile;
import io.mirrorlake.profiler.profile.ColumnProfile.Drawn;
import io.mirrorlake.profiler.schema.Column;
import io.mirrorlake.profiler.schema.ErrorKind;
import io.mirrorlake.profiler.schema.UserException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Decides how each constraint that passed its check is kept: by computing a column from others, by
 * drawing a hidden column, or by moving draws. What is found and cannot be kept beside what came
 * before it is left out; what is declared and cannot be kept is an error.
 */
public final class ConstraintKeeper {
  private final String table;
  private final DisclosurePolicy policy;
  private final ConstraintOptions options;
  private final Workbench bench;
  private final LookupDecisions lookups;
  private final Map<String, String> leaders = new HashMap<>();
  private final List<ListedConstraint> listed = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  private ConstraintKeeper(
      String table,
      List<ColumnProfile> columns,
      DisclosurePolicy policy,
      ConstraintOptions options) {
    this.table = table;
    this.policy = policy;
    this.options = options;
    this.bench = new Workbench(columns);
    this.lookups = new LookupDecisions(table, policy, bench);
  }

  /**
   * What follows from a scan.
   *
   * @param table the table's name
   * @param columns its columns as they are without any constraint
   * @throws UserException where a declared constraint is broken by too many rows, or cannot be kept
   */
  public static KeptConstraints keep(
      String table,
      List<ColumnProfile> columns,
      ConstraintScan scan,
      DisclosurePolicy policy,
      ConstraintOptions options) {
    ConstraintKeeper keeper = new ConstraintKeeper(table, columns, policy, options);
    for (Checked checked : scan.checks()) {
      if (checked.declared()) {
        keeper.declared(checked, scan);
      } else if (!checked.isHopeless() && checked.check().violations() == 0) {
        keeper.kept(checked, scan).ifPresent(kept -> keeper.list(kept, checked));
      }
    }
    return new KeptConstraints(
        keeper.bench.columns(), keeper.bench.hidden(), keeper.listed, keeper.notes);
  }

  private void declared(Checked checked, ConstraintScan scan) {
    String text = checked.constraint().text();
    ConstraintCheck check = checked.check();
    double share = check.rows() == 0 ? 0 : (double) check.violations() / check.rows();
    if (share > options.tolerated()) {
      throw UserException.of(
          ErrorKind.CONFIGURATION,
          String.format(
              Locale.ROOT,
              "%.2g%% of the rows of table '%s' break the declared constraint '%s'",
              100 * share,
              table,
              text),
          "correct the constraint or the data, or raise constraints.tolerated, which is "
              + options.tolerated());
    }
    Constraint kept =
        kept(checked, scan)
            .orElseThrow(
                () ->
                    UserException.of(
                        ErrorKind.CONFIGURATION,
                        "the declared constraint '"
                            + text
                            + "' cannot be kept in table '"
                            + table
                            + "': its columns have too few values that can be told, or others of its"
                            + " constraints decide them already",
                        "declare another constraint, or drop those that are in its way"));
    list(kept, checked);
    if (check.violations() > 0) {
      notes.add(
          "the declared constraint '"
              + text
              + "' is broken by "
              + (check.violations() < policy.minimumUnits()
                  ? "a few rows"
                  : String.format(Locale.ROOT, "%.2g%% of rows", 100 * share))
              + "; every synthetic row keeps it");
    }
  }

  private void list(Constraint kept, Checked checked) {
    long k = policy.minimumUnits();
    ConstraintCheck check = checked.check();
    long rows = Math.max(k, Math.round((double) check.rows() / k) * k);
    // A rate that fewer than k rows make is not told.
    double violated = check.violations() < k ? 0 : Rounding.share(check.violations(), check.rows());
    Origin origin = checked.declared() ? Origin.DECLARED : Origin.FOUND;
    listed.add(new ListedConstraint(kept, rows, origin, checked.declared() ? violated : 0));
  }

  /** The constraint as it is kept, if it is. */
  private Optional<Constraint> kept(Checked checked, ConstraintScan scan) {
    Constraint constraint = checked.constraint();
    ConstraintCheck check = checked.check();
    boolean kept = false;
    if (constraint instanceof Constraint.Equal equal) {
      kept = keepEqual(equal);
    } else if (constraint instanceof Constraint.Sum sum) {
      kept = keepSum(sum, (RowCheck) check);
    } else if (constraint instanceof Constraint.Product product) {
      kept = keepProduct(product, (RowCheck) check);
    } else if (constraint instanceof Constraint.Order order) {
      kept = keepOrder(order, scan);
    } else if (constraint instanceof Constraint.Constant constant) {
      kept = isConstant(constant.column());
    } else if (constraint instanceof Constraint.Steps steps) {
      kept = keepsSteps(steps.column(), (StepCheck) check);
    } else if (check instanceof SelectionCheck selection) {
      kept =
          SelectionDecision.keep(
              constraint, selection, policy.column(table, constraint.text()), bench);
    } else if (check instanceof MappingCheck mapping) {
      return lookups.keep(constraint, mapping, checked.declared());
    } else {
      return keepNulls(constraint);
    }
    return kept ? Optional.of(constraint) : Optional.empty();
  }

  private boolean keepEqual(Constraint.Equal equal) {
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
            : new Formula.Linear(List.of(Term.of(equal.other())), grid(column)));
    return true;
  }

  private static Grid grid(Drawn column) {
    return ((NumericMarginal) column.marginal()).grid();
  }

  /** Solves the sum for its total, or else for the first term that can be computed. */
  private boolean keepSum(Constraint.Sum sum, RowCheck check) {
    List<Term> zero = new ArrayList<>(List.of(new Term(sum.total(), -1)));
    zero.addAll(sum.terms());
    for (int i = 0; i < zero.size(); i++) {
      Term solved = zero.get(i);
      List<Term> others = new ArrayList<>();
      for (Term term : zero) {
        if (!term.equals(solved)) {
          others.add(new Term(term.column(), -term.factor() * solved.factor()));
        }
      }
      List<String> inputs = others.stream().map(Term::column).toList();
      if (Math.abs(solved.factor()) == 1
          && check.followsNulls(i)
          && bench.isFree(solved.column(), inputs)) {
        Drawn column = bench.drawn(solved.column()).orElseThrow();
        bench.derive(solved.column(), new Formula.Linear(others, grid(column)));
        return true;
      }
    }
    return false;
  }

  private boolean keepProduct(Constraint.Product product, RowCheck check) {
    List<String> inputs = List.of(product.left(), product.right());
    if (!check.followsNulls(0) || !bench.isFree(product.product(), inputs)) {
      return false;
    }
    Grid grid = grid(bench.drawn(product.product()).orElseThrow());
    bench.derive(product.product(), new Formula.Product(product.left(), product.right(), grid));
    return true;
  }

  private boolean keepOrder(Constraint.Order order, ConstraintScan scan) {
    if (!bench.isFree(order.high(), List.of(order.low()))) {
      return false;
    }
    List<Difference> differences = scan.differences();
    for (int i = 0; i < differences.size(); i++) {
      if (differences.get(i).order().equals(order)
          && drawDifference(order, differences.get(i), i)) {
        return true;
      }
    }
    return bench.follow(order.high(), order.low());
  }

  /** Draws how far the upper column lies above the lower one, and computes it from that. */
  private boolean drawDifference(Constraint.Order order, Difference difference, int index) {
    Drawn high = bench.drawn(order.high()).orElseThrow();
    Grid lowGrid = bench.drawn(order.low()).map(ConstraintKeeper::grid).orElse(grid(high));
    String name = bench.freshName(order.high() + " - " + order.low());
    NumericMarginal marginal = difference.marginal(policy.column(table, name));
    if (marginal.segmentCount() == 0 || grid(high).spacing() > lowGrid.spacing()) {
      return false;
    }
    Column column = new Column(name, difference.type(), marginal.nullProbability() > 0);
    bench.hide(new HiddenColumn.OfDifference(new Drawn(column, marginal, true), index));
    bench.derive(
        order.high(), new Formula.Linear(List.of(Term.of(order.low()), Term.of(name)), grid(high)));
    return true;
  }

  private boolean isConstant(String name) {
    return bench
        .drawn(name)
        .map(Drawn::marginal)
        .filter(marginal -> marginal.segmentCount() == 1 && marginal.nullProbability() == 0)
        .filter(ConstraintKeeper::isOneValue)
        .isPresent();
  }

  private static boolean isOneValue(Marginal marginal) {
    return marginal instanceof NumericMarginal numeric
        ? numeric.segments().get(0).isAtom()
        : ((CategoricalMarginal) marginal).remainder().isEmpty();
  }

  private boolean keepsSteps(String name, StepCheck check) {
    return bench
        .drawn(name)
        .map(Drawn::marginal)
        .filter(
            marginal ->
                marginal instanceof NumericMarginal numeric && check.isKeptBy(numeric.grid()))
        .isPresent();
  }

  /** The nulls of a group follow the first of its columns that is drawn. */
  private Optional<Constraint> keepNulls(Constraint constraint) {
    if (constraint instanceof Constraint.NullTogether together) {
      Optional<String> leader = leader(together.other());
      if (leader.isEmpty() && hasNulls(together.column())) {
        leaders.put(together.other(), together.column());
        return follows(together.other(), together.column())
            ? Optional.of(new Constraint.NullTogether(together.other(), together.column()))
            : Optional.empty();
      }
      return leader
          .filter(other -> follows(together.column(), other))
          .map(other -> new Constraint.NullTogether(together.column(), other));
    }
    Constraint.NullWhen when = (Constraint.NullWhen) constraint;
    Optional<String> column = leader(when.column());
    return leader(when.when())
        .filter(other -> column.isPresent() && follows(column.get(), other))
        .map(other -> new Constraint.NullWhen(column.orElseThrow(), other));
  }

  private Optional<String> leader(String name) {
    String leader = leaders.getOrDefault(name, name);
    return hasNulls(leader) ? Optional.of(leader) : Optional.empty();
  }

  private boolean follows(String column, String other) {
    List<String> drawn = hasNulls(column) ? List.of(column) : hiddenTerms(column);
    boolean follows = !drawn.isEmpty();
    for (String name : drawn) {
      follows &= bench.followNulls(name, other);
    }
    return follows;
  }

  /** The hidden columns with nulls that a sum takes in. */
  private List<String> hiddenTerms(String name) {
    return bench.column(name) instanceof ColumnProfile.Derived derived
            && derived.formula() instanceof Formula.Linear linear
        ? linear.inputs().stream()
            .filter(input -> bench.column(input).hidden() && hasNulls(input))
            .toList()
        : List.of();
  }

  private boolean hasNulls(String name) {
    return bench.drawn(name).filter(drawn -> drawn.marginal().nullProbability() > 0).isPresent();
  }
}
