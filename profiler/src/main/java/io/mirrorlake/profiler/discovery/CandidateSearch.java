package io.mirrorlake.profiler.discovery;

import io.mirrorlake.profiler.constraint.Constraint;
import io.mirrorlake.profiler.disclosure.DisclosurePolicy;
import io.mirrorlake.profiler.discovery.ConstraintCheck.Checked;
import io.mirrorlake.profiler.fit.ConstraintOptions;
import io.mirrorlake.profiler.schema.Column;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a table's constraints may be, judged by a sample of its rows: all that holds in the sample
 * but for a few exceptions and means something. What holds in the table holds in every sample, so
 * that only the meaning is at stake.
 */
public final class CandidateSearch {
  /** A difference is drawn in place of the upper column where it is this much narrower. */
  private static final double NARROW = 0.5;

  /**
   * The differences that are gathered for one column: one is drawn, but not all hold in all rows.
   */
  private static final int MOST_DIFFERENCES = 3;

  /** Of so many terms and more, a total tells more than they tell of each other. */
  private static final int MANY_TERMS = 4;

  private final List<String> names;
  private final Map<String, SampleColumn> columns = new HashMap<>();
  private final Set<Constraint> found = new LinkedHashSet<>();
  private final ColumnRoles roles;
  private final DisclosurePolicy policy;
  private final int exceptions;

  private CandidateSearch(
      List<Column> columns, ColumnRoles roles, List<TableRow> rows, DisclosurePolicy policy) {
    this.names = columns.stream().map(Column::name).toList();
    this.roles = roles;
    this.policy = policy;
    this.exceptions = FewExceptions.inSample(policy, rows.size());
    for (int i = 0; i < columns.size(); i++) {
      this.columns.put(names.get(i), SampleColumn.of(columns.get(i), i, rows));
    }
  }

  /**
   * What the next scan has to check.
   *
   * @param columns the table's columns
   * @param roles which of them take no part, or may only decide others
   * @param sample some of the rows
   * @param options what is wanted
   * @param policy what is a privacy unit, and how few of them are not told
   * @throws io.mirrorlake.profiler.schema.UserException where a declared constraint does not fit
   *     the table
   */
  public static ConstraintScan search(
      List<Column> columns,
      ColumnRoles roles,
      RowSample sample,
      ConstraintOptions options,
      DisclosurePolicy policy) {
    List<TableRow> rows = sample.rows();
    CandidateSearch search = new CandidateSearch(columns, roles, rows, policy);
    DeclaredConstraints.requireFit(options, columns, roles.none());
    if (options.discover() && rows.size() >= Significance.LEAST_ROWS) {
      search.discover(columns, rows);
    }
    search.found.removeIf(constraint -> !options.admits(constraint));
    return search.scan(options.declared());
  }

  private void discover(List<Column> all, List<TableRow> rows) {
    List<SampleColumn> open = new ArrayList<>();
    List<SampleColumn> borrowed = new ArrayList<>();
    List<SampleColumn> evolved = new ArrayList<>();
    for (Column column : all) {
      if (roles.evolved().containsKey(column.name())) {
        evolved.add(column(column.name()));
      } else if (!roles.none().contains(column.name())) {
        open.add(column(column.name()));
      } else if (roles.borrowed().contains(column.name())) {
        borrowed.add(column(column.name()));
      }
    }
    found.addAll(EqualSearch.constants(open, exceptions));
    open.stream()
        .filter(CandidateSearch::mayStep)
        .forEach(column -> found.add(new Constraint.Steps(column.name())));
    open.removeIf(column -> EqualSearch.isConstant(column, exceptions));
    leave(open, EqualSearch.pairs(open, exceptions), 1);
    borrowed.removeIf(column -> EqualSearch.isConstant(column, exceptions));
    // A copy stays, as what is calculated does: others may follow from it.
    List<Constraint> copies = EqualSearch.copies(open, both(borrowed, evolved), exceptions);
    found.addAll(copies);
    leave(open, OneHotSearch.groups(open, rows, names, exceptions), Integer.MAX_VALUE);
    List<Constraint> sums = SumSearch.sums(both(open, evolved), exceptions);
    found.addAll(sums);
    findProducts(open, borrowed, copies);
    List<Constraint> dependencies = DependencySearch.dependencies(open, exceptions);
    found.addAll(dependencies);
    Set<String> decided = new HashSet<>();
    dependencies.forEach(constraint -> decided.addAll(constraint.columns()));
    findOrders(both(open, evolved), borrowed, sums);
    found.addAll(NullSearch.patterns(open, exceptions));
    found.addAll(CombinationSearch.pairs(open, decided, exceptions));
    findParts(open);
    dependencies.forEach(
        constraint -> open.removeIf(of -> of.name().equals(constraint.columns().get(1))));
    List<SampleColumn> deciders = roles.cells().stream().sorted().map(this::column).toList();
    found.addAll(DependencySearch.decidedBy(deciders, open, exceptions));
  }

  /** Orders among the table's own columns, and of points in time with those of a parent. */
  private void findOrders(
      List<SampleColumn> own, List<SampleColumn> borrowed, List<Constraint> sums) {
    List<Constraint.Order> orders = new ArrayList<>();
    OrderSearch.pairs(own, exceptions).stream()
        .filter(order -> sums.stream().noneMatch(sum -> sum.columns().containsAll(order.columns())))
        .forEach(order -> orders.add((Constraint.Order) order));
    List<SampleColumn> times = borrowed.stream().filter(SampleColumn::isTemporal).toList();
    if (!times.isEmpty()) {
      List<SampleColumn> ownTimes = own.stream().filter(SampleColumn::isTemporal).toList();
      OrderSearch.pairs(both(ownTimes, times), exceptions).stream()
          .map(Constraint.Order.class::cast)
          .filter(
              order ->
                  roles.borrowed().contains(order.low()) != roles.borrowed().contains(order.high()))
          .forEach(orders::add);
    }
    // A column that is bounded by another one is not computed any more: distances come first.
    orders.stream().filter(this::isNarrow).forEach(found::add);
    found.addAll(orders);
  }

  /** What equals another column in a part of the rows. */
  private void findParts(List<SampleColumn> open) {
    List<SampleColumn> own =
        open.stream().filter(column -> !roles.repeated().contains(column.name())).toList();
    Set<Constraint> loose =
        found.stream().filter(this::isLoose).collect(Collectors.toCollection(LinkedHashSet::new));
    for (Constraint equal : PartSearch.pairs(own, found, loose, exceptions)) {
      found.add(equal);
      // What else holds of the two is kept by the values that differ, and so comes after these.
      loose.stream()
          .filter(of -> of.columns().containsAll(equal.columns()) && found.remove(of))
          .forEach(found::add);
    }
  }

  /** Whether it is kept by moving draws. */
  private boolean isLoose(Constraint constraint) {
    return constraint instanceof Constraint.NullTogether
        || constraint instanceof Constraint.NullWhen
        || (constraint instanceof Constraint.Order order && !isNarrow(order));
  }

  private static List<SampleColumn> both(List<SampleColumn> some, List<SampleColumn> others) {
    return Stream.concat(some.stream(), others.stream()).toList();
  }

  /**
   * Products, multiples among the columns that are neither products nor copies, and what follows
   * from others by factors and a constant.
   */
  private void findProducts(
      List<SampleColumn> open, List<SampleColumn> borrowed, List<Constraint> copies) {
    List<Constraint> computed = new ArrayList<>(copies);
    computed.addAll(ProductSearch.products(open, exceptions));
    computed.addAll(ProductSearch.products(open, borrowed, exceptions));
    found.addAll(computed);
    MultipleSearch.multiples(open, borrowed, exceptions).stream()
        .filter(multiple -> !roles.repeated().contains(multiple.columns().get(0)))
        .filter(multiple -> computed.stream().noneMatch(of -> startAlike(of, multiple)))
        .forEach(found::add);
    List<SampleColumn> own =
        open.stream().filter(column -> !roles.repeated().contains(column.name())).toList();
    found.addAll(LinearSearch.relations(own, found, exceptions));
    found.addAll(TotalSearch.totals(own, found, exceptions));
  }

  private static boolean startAlike(Constraint left, Constraint right) {
    return left.columns().get(0).equals(right.columns().get(0));
  }

  /** Whether no value comes twice; the chance of that is small for all but a running number. */
  private static boolean mayStep(SampleColumn column) {
    return column.decimals() == 0
        && (column.isNumber() || column.isTemporal())
        && column.distinct() == column.rows();
  }

  /** Takes the constraints in, and their first columns out of the search. */
  private void leave(List<SampleColumn> open, List<Constraint> constraints, int columns) {
    for (Constraint constraint : constraints) {
      found.add(constraint);
      List<String> all = constraint.columns();
      List<String> gone = all.subList(0, Math.min(columns, all.size()));
      open.removeIf(column -> gone.contains(column.name()));
    }
  }

  private SampleColumn column(String name) {
    SampleColumn column = columns.get(name);
    if (column == null) {
      throw new IllegalArgumentException(name);
    }
    return column;
  }

  private ConstraintScan scan(List<Constraint> declared) {
    List<Checked> checks = new ArrayList<>();
    List<HiddenNumber> numbers = new ArrayList<>();
    Map<String, Integer> differences = new HashMap<>();
    Set<Constraint> all = new LinkedHashSet<>(declared);
    all.addAll(found);
    for (Constraint constraint : all) {
      boolean isDeclared = declared.contains(constraint);
      checks.add(new Checked(constraint, isDeclared, check(constraint, isDeclared)));
      if (constraint instanceof Constraint.Order order
          && isNarrow(order)
          && differences.merge(told(order), 1, Integer::sum) <= MOST_DIFFERENCES) {
        // Of what rises from sibling to sibling, the first value is told by the parent's.
        String high = isStart(order) ? told(order) : order.high();
        numbers.add(
            HiddenNumber.difference(
                order, column(order.low()), column(high), names, policy.unitLimit()));
      } else if (constraint instanceof Constraint.Multiple multiple) {
        numbers.add(HiddenNumber.quotient(multiple, names, policy.unitLimit()));
      } else if (constraint instanceof Constraint.Sum sum) {
        // Each part of a whole, or a total of many.
        int itself = sum.isWhole() ? sum.columns().size() : sum.terms().size() < MANY_TERMS ? 0 : 1;
        sum.columns().stream()
            .limit(itself)
            .map(of -> HiddenNumber.itself(sum, of, names))
            .forEach(numbers::add);
      } else if (constraint instanceof Constraint.EqualInPart equal) {
        numbers.add(
            HiddenNumber.different(
                equal, column(equal.column()).type(), names, policy.unitLimit()));
      }
    }
    return new ConstraintScan(checks, List.copyOf(numbers));
  }

  private ConstraintCheck check(Constraint constraint, boolean declared) {
    List<SampleColumn> taking = constraint.columns().stream().map(this::column).toList();
    int[] at = constraint.columns().stream().mapToInt(names::indexOf).toArray();
    List<Boolean> numbers =
        taking.stream().map(column -> column.type().kind().isContinuous()).toList();
    // The search knows the sample's rows only; the scan may stop at the rule's own threshold.
    Limit limit = new Limit(policy.constraint(constraint.text()).threshold(), policy.unitLimit());
    if (constraint instanceof Constraint.Determines || constraint instanceof Constraint.OneToOne) {
      return new MappingCheck(at[0], at[1], numbers.get(0), numbers.get(1), limit, declared);
    }
    if (constraint instanceof Constraint.Steps) {
      return new StepCheck(at[0]);
    }
    if (constraint instanceof Constraint.Constant) {
      return new MappingCheck(-1, at[0], false, numbers.get(0), limit, declared);
    }
    if (constraint instanceof Constraint.OneHot || constraint instanceof Constraint.Combination) {
      return new SelectionCheck(at, numbers, constraint instanceof Constraint.OneHot, limit);
    }
    return RowCheck.of(constraint, names, numbers.get(0), tolerance(constraint, taking), limit);
  }

  private static Tolerance tolerance(Constraint constraint, List<SampleColumn> taking) {
    if (constraint instanceof Constraint.Multiple) {
      return Tolerance.ofMultiple(taking.get(0));
    }
    if (constraint instanceof Constraint.Sum sum && !sum.isPlain()) {
      return Tolerance.ofRounding(taking.get(0));
    }
    return Tolerance.of(constraint instanceof Constraint.Product ? taking.subList(0, 1) : taking);
  }

  /** Whether the column is not drawn: others are told by their distance from it. */
  private boolean isGiven(String name) {
    return roles.evolved().containsKey(name) || roles.borrowed().contains(name);
  }

  /** Whether a parent's column bounds what rises from sibling to sibling. */
  private boolean isStart(Constraint.Order order) {
    return roles.evolved().containsKey(order.high()) && roles.borrowed().contains(order.low());
  }

  /** The column that would be told by its distance from the other one. */
  private String told(Constraint.Order order) {
    if (isStart(order)) {
      return roles.evolved().getOrDefault(order.high(), order.high());
    }
    return isGiven(order.high()) ? order.low() : order.high();
  }

  /** Whether a column is better told by its distance from the other one. */
  private boolean isNarrow(Constraint.Order order) {
    String name = told(order);
    String base = isStart(order) || name.equals(order.high()) ? order.low() : order.high();
    if (isGiven(name) || roles.repeated().contains(name)) {
      return false;
    }
    SampleColumn from = column(base);
    SampleColumn to = column(name);
    double[] distances =
        IntStream.range(0, to.rows())
            .filter(row -> !from.isNull(row) && !to.isNull(row))
            .mapToDouble(row -> Math.abs(to.number(row) - from.number(row)))
            .sorted()
            .toArray();
    long lost =
        IntStream.range(0, to.rows()).filter(row -> from.isNull(row) && !to.isNull(row)).count();
    return lost <= exceptions
        && distances.length > 0
        && from.decimals() <= to.decimals()
        && SampleColumn.spread(distances) <= NARROW * to.spread();
  }
}
