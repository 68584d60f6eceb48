package io.mirrorlake.profiler.spark;

import io.mirrorlake.profiler.disclosure.DisclosurePolicy;
import io.mirrorlake.profiler.disclosure.DisclosurePolicy.ColumnRule;
import io.mirrorlake.profiler.disclosure.DisclosurePolicy.Content;
import io.mirrorlake.profiler.discovery.KeptConstraints;
import io.mirrorlake.profiler.fit.ColumnSketch;
import io.mirrorlake.profiler.fit.ProfileOptions;
import io.mirrorlake.profiler.fit.Recognition;
import io.mirrorlake.profiler.fit.Rounding;
import io.mirrorlake.profiler.marginal.CategoricalMarginal;
import io.mirrorlake.profiler.marginal.Grid;
import io.mirrorlake.profiler.marginal.Marginal;
import io.mirrorlake.profiler.marginal.NumericMarginal;
import io.mirrorlake.profiler.marginal.PersonalFormat;
import io.mirrorlake.profiler.marginal.Segment;
import io.mirrorlake.profiler.profile.ColumnProfile;
import io.mirrorlake.profiler.profile.ColumnProfile.Borrowed;
import io.mirrorlake.profiler.schema.Column;
import io.mirrorlake.profiler.schema.ColumnType.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A table's columns between the first scan and the copula.
 *
 * @param columns the columns' profiles
 * @param notes what a reviewer should know
 */
record TableDraft(List<ColumnProfile> columns, List<String> notes) {

  /** The draft that follows from the first scan. */
  static TableDraft of(
      String table,
      SourceColumns source,
      TableScan scan,
      DisclosurePolicy policy,
      ProfileOptions options,
      Surroundings around) {
    List<ColumnProfile> columns = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    if (!source.left().isEmpty()) {
      notes.add("left out as configured: " + String.join(", ", source.left()));
    }
    TextColumns texts = TextColumns.of(source.columns(), scan, options.texts());
    // Columns are fitted by themselves: a wide table's take longer than its scan, one by one.
    List<Optional<Marginal>> marginals =
        IntStream.range(0, source.columns().size())
            .parallel()
            .mapToObj(
                i -> {
                  Column column = source.columns().get(i);
                  ColumnRule rule = rule(table, column, policy, around);
                  return isMade(column, options, around)
                      ? Optional.<Marginal>empty()
                      : Optional.of(marginal(scan.column(i), rule, texts.of(column)));
                })
            .toList();
    for (int i = 0; i < source.columns().size(); i++) {
      Column column = source.columns().get(i);
      ColumnRule rule = rule(table, column, policy, around);
      if (marginals.get(i).isEmpty()) {
        columns.add(made(column, scan.column(i), rule, around));
      } else {
        int parent = source.parents()[i];
        double absent = parent < 0 ? 0 : nulls(columns.get(parent));
        Marginal marginal = within(absent, marginals.get(i).get());
        ColumnProfile.Drawn drawn = hiding(drawn(column, whole(marginal, column, around)), around);
        columns.add(drawn);
        note(column, drawn).forEach(notes::add);
      }
    }
    return new TableDraft(columns, notes);
  }

  private static ColumnRule rule(
      String table, Column column, DisclosurePolicy policy, Surroundings around) {
    ColumnRule rule = policy.column(table, column.name());
    if (around.cellColumns().contains(column.name())) {
      return rule.of(Content.CELLS);
    }
    return around.structure().contains(column.name()) ? rule.of(Content.CHILDREN) : rule;
  }

  /** Whether the column has no distribution: a key, one of a kept parent, or one that rises. */
  private static boolean isMade(Column column, ProfileOptions options, Surroundings around) {
    return around.keys().contains(column.name())
        || around.borrowed().containsKey(column.name())
        || around.evolvedColumns().containsKey(column.name())
        || options.primaryKey().filter(column.name()::equals).isPresent();
  }

  private static ColumnProfile made(
      Column column, ColumnSketch sketch, ColumnRule rule, Surroundings around) {
    Borrowed borrowed = around.borrowed().get(column.name());
    if (borrowed != null) {
      return borrowed;
    }
    return around.evolvedColumns().containsKey(column.name())
        ? around.evolved().orElseThrow()
        : new ColumnProfile.Keyed(
            new Column(column.name(), column.type(), false), sketch.key(rule));
  }

  /**
   * Without nulls, where nobody looks at the column in those rows. A cell that too few rows have to
   * be told of is the first one: its rows have a parent too, whichever it is.
   */
  private static Marginal whole(Marginal marginal, Column column, Surroundings around) {
    if (around.cellColumns().contains(column.name()) && marginal.segmentCount() == 0) {
      return new NumericMarginal(0, Grid.INTEGERS, List.of(Segment.atom(0, 1)));
    }
    return around.whole().contains(column.name()) && marginal.segmentCount() > 0
        ? marginal.withNullProbability(0)
        : marginal;
  }

  private static ColumnProfile.Drawn hiding(ColumnProfile.Drawn drawn, Surroundings around) {
    return around.hidden().contains(drawn.name())
        ? new ColumnProfile.Drawn(drawn.column(), drawn.marginal(), true)
        : drawn;
  }

  private static Marginal marginal(
      ColumnSketch sketch, ColumnRule rule, Optional<Recognition> personal) {
    return sketch instanceof ColumnSketch.Texts texts
        ? texts.marginal(rule, personal)
        : sketch.marginal(rule);
  }

  /**
   * The column with its fitted marginal. A boolean has no format: where both its values are too
   * rare to be told, it is told as null.
   */
  static ColumnProfile.Drawn drawn(Column column, Marginal fitted) {
    boolean formless = column.type().kind() == Kind.BOOLEAN && fitted.makesTexts();
    Marginal marginal = formless ? new CategoricalMarginal(1, List.of(), Optional.empty()) : fitted;
    boolean nullable = marginal.nullProbability() > 0;
    return new ColumnProfile.Drawn(new Column(column.name(), column.type(), nullable), marginal);
  }

  /**
   * The marginal of a part of a struct that is null with the given probability. A part that has no
   * nulls of its own is null where its struct is and nowhere else, so that its nulls need not be
   * drawn; else its nulls are those of the struct and its own.
   */
  private static Marginal within(double absent, Marginal marginal) {
    double own = marginal.nullProbability();
    return own > 0 && own < 1 && absent > 0
        ? marginal.withNullProbability(Rounding.share(absent + (1 - absent) * own))
        : marginal;
  }

  private static double nulls(ColumnProfile column) {
    return column instanceof ColumnProfile.Drawn drawn ? drawn.marginal().nullProbability() : 0;
  }

  private static List<String> note(Column column, ColumnProfile profile) {
    List<String> notes = new ArrayList<>();
    if (profile.hidden()) {
      return notes;
    }
    if (((ColumnProfile.Drawn) profile).marginal().segmentCount() == 0) {
      // One note for none and for too few, and no note on nulls that are too few: either would tell
      // of a single unit.
      notes.add(
          "column '"
              + column.name()
              + "' is told as null: no or too few privacy units carry a value");
    }
    if (profile instanceof ColumnProfile.Drawn drawn
        && drawn.marginal() instanceof CategoricalMarginal categorical
        && categorical.categories().isEmpty()
        && categorical.remainder().isPresent()) {
      notes.add(
          categorical.remainder().get().format() instanceof PersonalFormat personal
              ? "column '"
                  + column.name()
                  + "' is taken for personal data ("
                  + personal.kind().key()
                  + ", confidence "
                  + personal.confidence()
                  + "): values are made up, none is told"
              : "column '"
                  + column.name()
                  + "' is near-unique: its format is told, none of its values");
    }
    return notes;
  }

  /** The positions of the columns that are drawn and have more than one outcome. */
  int[] drawn() {
    return IntStream.range(0, columns.size())
        .filter(
            i ->
                columns.get(i) instanceof ColumnProfile.Drawn drawn
                    && drawn.marginal().segmentCount() > 0)
        .toArray();
  }

  /** The marginal of the drawn column at this position. */
  Marginal marginal(int position) {
    return ((ColumnProfile.Drawn) columns.get(position)).marginal();
  }

  /** The marginal of a column of this name, if it is drawn. */
  Optional<Marginal> drawnMarginal(String name) {
    return columns.stream()
        .filter(column -> column.name().equals(name))
        .filter(ColumnProfile.Drawn.class::isInstance)
        .flatMap(column -> column.distribution().stream())
        .findFirst();
  }

  /** This draft with what keeps its constraints. */
  TableDraft keeping(KeptConstraints kept) {
    List<String> all = new ArrayList<>(notes);
    all.addAll(kept.notes());
    return new TableDraft(kept.columns(), all);
  }

  /** This draft with more notes. */
  TableDraft withNotes(List<String> more) {
    List<String> all = new ArrayList<>(notes);
    all.addAll(more);
    return new TableDraft(columns, all);
  }

  /** This draft with the categories of some columns in another order. */
  TableDraft withCategoryOrders(Map<String, int[]> orders) {
    List<ColumnProfile> ordered = new ArrayList<>();
    for (ColumnProfile column : columns) {
      int[] order = orders.get(column.name());
      if (order != null
          && column instanceof ColumnProfile.Drawn drawn
          && drawn.marginal() instanceof CategoricalMarginal categorical) {
        ordered.add(
            new ColumnProfile.Drawn(drawn.column(), categorical.withOrder(order), drawn.hidden()));
      } else {
        ordered.add(column);
      }
    }
    return new TableDraft(ordered, notes);
  }
}
