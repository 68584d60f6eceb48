package io.mirrorlake.profiler.discovery;

import io.mirrorlake.profiler.constraint.Constraint;
import io.mirrorlake.profiler.constraint.ListedConstraint;
import io.mirrorlake.profiler.constraint.ListedConstraint.Origin;
import io.mirrorlake.profiler.disclosure.DisclosurePolicy;
import io.mirrorlake.profiler.disclosure.DisclosurePolicy.ColumnRule;
import io.mirrorlake.profiler.discovery.ConstraintCheck.Checked;
import io.mirrorlake.profiler.fit.ConstraintOptions;
import io.mirrorlake.profiler.fit.Rounding;
import io.mirrorlake.profiler.marginal.CategoricalMarginal;
import io.mirrorlake.profiler.marginal.Marginal;
import io.mirrorlake.profiler.marginal.NumericMarginal;
import io.mirrorlake.profiler.profile.ColumnProfile;
import io.mirrorlake.profiler.profile.ColumnProfile.Drawn;
import io.mirrorlake.profiler.schema.ErrorKind;
import io.mirrorlake.profiler.schema.UserException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
  private final FormulaDecisions formulas;
  private final SumDecisions sums;
  private final LookupDecisions lookups;
  private final NullDecisions nulls;
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
    this.formulas = new FormulaDecisions(table, policy, bench);
    this.sums = new SumDecisions(bench);
    this.nulls = new NullDecisions(bench);
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
      } else if (!checked.isHopeless() && keeper.holds(checked)) {
        keeper
            .kept(checked, scan)
            .filter(kept -> !keeper.isOfHidden(kept))
            .ifPresent(kept -> keeper.list(kept, checked));
      }
    }
    return new KeptConstraints(
        keeper.bench.columns(), keeper.bench.hidden(), keeper.listed, keeper.notes);
  }

  /** Whether it speaks of what no table shows: of a parent's cell, which decides a column. */
  private boolean isOfHidden(Constraint constraint) {
    return constraint.columns().stream()
        .map(bench::column)
        .anyMatch(column -> column.hidden() && !(column instanceof ColumnProfile.Borrowed));
  }

  private void declared(Checked checked, ConstraintScan scan) {
    String text = checked.constraint().text();
    ConstraintCheck check = checked.check();
    double share = check.rows() == 0 ? 0 : (double) check.exceptions().rows() / check.rows();
    if (share > options.tolerated()) {
      throw broken(text, share);
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
    double told = listed.get(listed.size() - 1).violated();
    if (told > 0) {
      notes.add(
          "the declared constraint '"
              + text
              + "' is broken by "
              + percent(told)
              + "of rows; every synthetic row keeps it");
    }
  }

  /** Whether too few units break it to tell of them. */
  private boolean holds(Checked checked) {
    return checked.check().exceptions().unitCount() < limit(checked);
  }

  private long limit(Checked checked) {
    return FewExceptions.limit(
        policy.constraint(checked.constraint().text()),
        checked.check().rows() / policy.rowsPerUnit());
  }

  private UserException broken(String text, double share) {
    return UserException.of(
        ErrorKind.CONFIGURATION,
        percent(share)
            + "of the rows of table '"
            + table
            + "' break the declared constraint '"
            + text
            + "'",
        "correct the constraint or the data, or raise constraints.tolerated, which is "
            + options.tolerated());
  }

  /** Two digits, but for all of a hundred. */
  private static String percent(double share) {
    return share >= 0.995 ? "100% " : String.format(Locale.ROOT, "%.2g%% ", 100 * share);
  }

  private void list(Constraint kept, Checked checked) {
    ConstraintCheck check = checked.check();
    ColumnRule rule = policy.constraint(kept.text());
    long rows = rule.count(check.rows(), "rows");
    // A rate that few units make is not told.
    double violated =
        rule.allows(check.exceptions())
            ? Math.min(1, Rounding.share(rule.count(check.exceptions().rows(), "violations"), rows))
            : 0;
    Origin origin = checked.declared() ? Origin.DECLARED : Origin.FOUND;
    listed.add(new ListedConstraint(kept, rows, origin, checked.declared() ? violated : 0));
  }

  /** The constraint as it is kept, if it is. */
  private Optional<Constraint> kept(Checked checked, ConstraintScan scan) {
    Constraint constraint = checked.constraint();
    ConstraintCheck check = checked.check();
    boolean kept = false;
    if (!isComputable(constraint)) {
      return Optional.empty();
    }
    if (constraint instanceof Constraint.Equal equal) {
      kept = formulas.keep(equal);
    } else if (constraint instanceof Constraint.Sum sum) {
      kept = sums.keep(sum, (RowCheck) check, limit(checked), scan);
    } else if (constraint instanceof Constraint.Product product) {
      kept = formulas.keep(product, (RowCheck) check, limit(checked));
    } else if (constraint instanceof Constraint.Multiple multiple) {
      kept = formulas.keep(multiple, (RowCheck) check, limit(checked), scan);
    } else if (constraint instanceof Constraint.Order order) {
      kept = formulas.keep(order, scan);
    } else if (constraint instanceof Constraint.EqualInPart equal) {
      kept = formulas.keep(equal, scan);
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
      return nulls.keep(constraint);
    }
    return kept ? Optional.of(constraint) : Optional.empty();
  }

  /** Whether it is none that would have to be drawn with what rises from sibling to sibling. */
  private boolean isComputable(Constraint constraint) {
    return constraint.mayCalculate()
        || constraint.columns().stream()
            .noneMatch(name -> bench.column(name) instanceof ColumnProfile.Evolved);
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
}
