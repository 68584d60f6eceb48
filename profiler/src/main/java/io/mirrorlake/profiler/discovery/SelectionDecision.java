package io.mirrorlake.profiler.discovery;

import io.mirrorlake.profiler.constraint.Cell;
import io.mirrorlake.profiler.constraint.Constraint;
import io.mirrorlake.profiler.constraint.Formula;
import io.mirrorlake.profiler.constraint.Formula.Lookup;
import io.mirrorlake.profiler.disclosure.DisclosurePolicy.ColumnRule;
import io.mirrorlake.profiler.discovery.SelectionCheck.Selected;
import io.mirrorlake.profiler.fit.Rounding;
import io.mirrorlake.profiler.marginal.CategoricalMarginal;
import io.mirrorlake.profiler.marginal.CategoricalMarginal.Category;
import io.mirrorlake.profiler.marginal.Marginal;
import io.mirrorlake.profiler.profile.ColumnProfile.Drawn;
import io.mirrorlake.profiler.schema.Column;
import io.mirrorlake.profiler.schema.ColumnType;
import io.mirrorlake.profiler.schema.ColumnType.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Keeps one-hot groups and fixed combinations: a hidden column names the combination, and the
 * columns are looked up by it. Combinations that fewer than k units carry are left out.
 */
final class SelectionDecision {
  /** As many categories as a marginal has. */
  private static final int MOST_COMBINATIONS = 1000;

  private final Constraint constraint;
  private final List<String> columns;
  private final Workbench bench;
  private final List<Selected> told;
  private final ColumnRule rule;

  private SelectionDecision(
      Constraint constraint, List<Selected> told, ColumnRule rule, Workbench bench) {
    this.constraint = constraint;
    this.columns = constraint.columns();
    this.bench = bench;
    this.told = told;
    this.rule = rule;
  }

  /** Whether the columns were free to be looked up, and the combinations could be told. */
  static boolean keep(
      Constraint constraint, SelectionCheck check, ColumnRule rule, Workbench bench) {
    if (check.isOverflown()
        || !constraint.columns().stream().allMatch(name -> bench.isFree(name, List.of()))) {
      return false;
    }
    List<Selected> told =
        check.selected(rule).stream()
            .filter(selected -> areTold(constraint.columns(), selected, bench))
            .toList();
    boolean complete =
        constraint instanceof Constraint.OneHot
            || check.others(told).unitCount() < FewExceptions.limit(rule, check.rows());
    if (told.size() < 2 || told.size() > MOST_COMBINATIONS || !complete) {
      return false;
    }
    new SelectionDecision(constraint, told, rule, bench).hide();
    return true;
  }

  private static boolean areTold(List<String> columns, Selected selected, Workbench bench) {
    return IntStream.range(0, columns.size())
        .allMatch(
            i ->
                ToldValues.of(bench.column(columns.get(i)).distribution().orElseThrow())
                    .contains(selected.cells().get(i)));
  }

  private void hide() {
    List<String> labels = labels();
    List<Long> rows = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      rows.add(rule.count(told.get(i).rows(), labels.get(i)));
    }
    long all = rows.stream().mapToLong(count -> count).sum();
    List<Category> categories = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      categories.add(new Category(labels.get(i), Rounding.share(rows.get(i), all)));
    }
    Column column =
        new Column(bench.freshName(constraint.text()), ColumnType.of(Kind.STRING), false);
    Drawn hidden =
        new Drawn(column, new CategoricalMarginal(0, categories, Optional.empty()), true);
    bench.hide(
        new HiddenColumn.OfSelection(hidden, columns, told.stream().map(Selected::cells).toList()));
    for (int c = 0; c < columns.size(); c++) {
      bench.derive(columns.get(c), lookup(column.name(), labels, c));
    }
  }

  private Formula lookup(String hidden, List<String> labels, int c) {
    Marginal marginal = bench.column(columns.get(c)).distribution().orElseThrow();
    List<Lookup.Entry> entries = new ArrayList<>();
    Optional<Cell> fallback = Optional.empty();
    for (int i = 0; i < labels.size(); i++) {
      Cell cell = told.get(i).cells().get(c);
      if (constraint instanceof Constraint.Combination || SelectionCheck.isSet(cell)) {
        entries.add(new Lookup.Entry(new Cell.Text(labels.get(i)), cell));
      } else {
        fallback = Optional.of(cell);
      }
    }
    return new Lookup(hidden, marginal, entries, fallback);
  }

  /** The columns that are set, or the values between bars. */
  private List<String> labels() {
    List<String> labels = told.stream().map(this::label).toList();
    Set<String> different = new HashSet<>(labels);
    return different.size() == labels.size()
        ? labels
        : IntStream.rangeClosed(1, told.size()).mapToObj(i -> "combination " + i).toList();
  }

  private String label(Selected selected) {
    if (constraint instanceof Constraint.OneHot) {
      return IntStream.range(0, columns.size())
          .filter(i -> SelectionCheck.isSet(selected.cells().get(i)))
          .mapToObj(columns::get)
          .collect(Collectors.joining(" | "));
    }
    return selected.cells().stream()
        .map(SelectionDecision::text)
        .collect(Collectors.joining(" | "));
  }

  private static String text(Cell cell) {
    if (cell instanceof Cell.Text text) {
      return text.value();
    }
    return cell instanceof Cell.Numeric number ? Double.toString(number.value()) : "null";
  }
}
