package io.mirrorlake.profiler.discovery;

import io.mirrorlake.profiler.constraint.ConstraintNotation;
import io.mirrorlake.profiler.constraint.Formula;
import io.mirrorlake.profiler.disclosure.DisclosurePolicy;
import io.mirrorlake.profiler.fit.ConstraintOptions;
import io.mirrorlake.profiler.marginal.CategoricalMarginal;
import io.mirrorlake.profiler.marginal.CategoricalMarginal.Category;
import io.mirrorlake.profiler.marginal.Grid;
import io.mirrorlake.profiler.marginal.Marginal;
import io.mirrorlake.profiler.marginal.NumericMarginal;
import io.mirrorlake.profiler.marginal.Segment;
import io.mirrorlake.profiler.profile.ColumnProfile;
import io.mirrorlake.profiler.profile.ColumnProfile.Derived;
import io.mirrorlake.profiler.profile.ColumnProfile.Drawn;
import io.mirrorlake.profiler.schema.Column;
import io.mirrorlake.profiler.schema.ColumnType;
import io.mirrorlake.profiler.schema.ColumnType.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/** A small table with a fixed seed, and what becomes of its constraints. */
abstract class KeptTable extends FilledTable {
  static final int ROWS = 604;

  /** The rule's threshold lies from 10 to 15. */
  static final DisclosurePolicy POLICY = new DisclosurePolicy(10, false, 1);

  final List<ColumnProfile> columns = new ArrayList<>();

  void column(String name, Kind kind, Marginal marginal, IntFunction<Object> value) {
    Column column = new Column(name, ColumnType.of(kind), marginal.nullProbability() > 0);
    columns.add(new Drawn(column, marginal));
    values.add(value);
  }

  void numbers(String name, double nulls, IntFunction<Object> value) {
    Marginal marginal = new NumericMarginal(nulls, Grid.INTEGERS, List.of(new Segment(0, 2000, 1)));
    column(name, Kind.INT, marginal, value);
  }

  void words(String name, IntFunction<Object> value, String... words) {
    List<Category> categories =
        Arrays.stream(words).map(word -> new Category(word, 1.0 / words.length)).toList();
    column(name, Kind.STRING, new CategoricalMarginal(0, categories, Optional.empty()), value);
  }

  /** What is kept where the second scan has these parts of the table. */
  KeptConstraints kept(ConstraintOptions options, int... ends) {
    List<Column> plain = columns.stream().map(ColumnProfile::column).toList();
    RowSample sample = sample(ROWS);
    TableRow row = new TableRow(plain.size());
    ConstraintScan whole = CandidateSearch.search(plain, ColumnRoles.NONE, sample, options, POLICY);
    int start = 0;
    for (int end : ends) {
      ConstraintScan part =
          CandidateSearch.search(plain, ColumnRoles.NONE, sample, options, POLICY);
      for (int i = start; i < end; i++) {
        put(row, i);
        part.add(row, 0);
      }
      whole.merge(part);
      start = end;
    }
    return ConstraintKeeper.keep("t", columns, whole, POLICY, options);
  }

  KeptConstraints kept() {
    return kept(ConstraintOptions.DEFAULT, ROWS);
  }

  static ConstraintOptions declared(String text, double tolerated) {
    return new ConstraintOptions(
        false, List.of(), List.of(), List.of(ConstraintNotation.parse(text)), tolerated);
  }

  static List<String> texts(KeptConstraints kept) {
    return kept.constraints().stream().map(listed -> listed.constraint().text()).toList();
  }

  static Formula formula(KeptConstraints kept, String name) {
    return kept.columns().stream()
        .filter(column -> column.name().equals(name))
        .map(column -> ((Derived) column).formula())
        .findFirst()
        .orElseThrow();
  }
}
