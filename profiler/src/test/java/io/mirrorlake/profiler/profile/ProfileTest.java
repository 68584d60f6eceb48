package io.mirrorlake.profiler.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mirrorlake.profiler.constraint.Cell;
import io.mirrorlake.profiler.constraint.Formula.Lookup;
import io.mirrorlake.profiler.copula.CorrelationMatrix;
import io.mirrorlake.profiler.copula.GaussianCopula;
import io.mirrorlake.profiler.copula.Latent;
import io.mirrorlake.profiler.key.Key;
import io.mirrorlake.profiler.marginal.CategoricalMarginal;
import io.mirrorlake.profiler.marginal.CategoricalMarginal.Category;
import io.mirrorlake.profiler.marginal.CategoricalMarginal.Remainder;
import io.mirrorlake.profiler.marginal.Grid;
import io.mirrorlake.profiler.marginal.NumericMarginal;
import io.mirrorlake.profiler.marginal.Segment;
import io.mirrorlake.profiler.marginal.TextFormat;
import io.mirrorlake.profiler.marginal.TextPattern;
import io.mirrorlake.profiler.profile.ColumnProfile.Derived;
import io.mirrorlake.profiler.profile.ColumnProfile.Drawn;
import io.mirrorlake.profiler.schema.Column;
import io.mirrorlake.profiler.schema.ColumnType;
import io.mirrorlake.profiler.schema.ColumnType.Kind;
import io.mirrorlake.profiler.schema.UserException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ProfileTest {
  private static final ColumnType INT = ColumnType.of(Kind.INT);
  private static final ColumnProfile ID = SampleProfile.keyed("id", INT, new Key.Sequence(1, 1));
  private static final ColumnProfile A = constant("a", 0);
  private static final ColumnProfile B = constant("b", 0.5);

  @Test
  void findsTablesByName() {
    Profile profile = SampleProfile.profile();
    assertThat(profile.table("countries").rows()).isZero();
    assertThatThrownBy(() -> profile.table("x"))
        .isInstanceOf(UserException.class)
        .hasMessage(
            "the profile has no table 'x'\n  cure: name one of its tables: orders, countries");
    assertThatThrownBy(profile::onlyTable)
        .isInstanceOf(UserException.class)
        .hasMessage(
            "the profile has 2 tables, and none was named\n  cure: name one of orders, countries");
    assertThat(SampleProfile.profile(SampleProfile.tableOf(ID)).onlyTable().name()).isEqualTo("t");
  }

  @Test
  void tablesHaveNames() {
    TableProfile table = SampleProfile.tableOf(ID);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SampleProfile.profile(table, table))
        .withMessage("two tables have the same name");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SampleProfile.profile(new TableProfile[0]))
        .withMessage("a profile needs a table");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> table(List.of(A, A), List.of()))
        .withMessage("two columns of table 't' have the same name");
  }

  @Test
  void latentsAreThoseOfDrawnColumnsInOrder() {
    Latent a = new Latent("a", Latent.Role.VALUE);
    Latent b = new Latent("b", Latent.Role.VALUE);
    Latent missing = new Latent("b", Latent.Role.MISSING);
    List<ColumnProfile> columns = List.of(ID, A, B);
    assertThat(table(columns, List.of(a, b, missing)).columns()).hasSize(3);
    assertThat(table(columns, List.of(missing)).columns()).hasSize(3);
    refusesLatents(columns, List.of(b, a), "value role of column 'a'");
    refusesLatents(columns, List.of(missing, b), "value role of column 'b'");
    refusesLatents(
        columns, List.of(new Latent("a", Latent.Role.MISSING)), "missing role of column 'a'");
    refusesLatents(
        columns, List.of(new Latent("id", Latent.Role.VALUE)), "value role of column 'id'");
    refusesLatents(
        columns, List.of(new Latent("c", Latent.Role.VALUE)), "value role of column 'c'");
  }

  @Test
  void lookupsAreDecidedByTheDrawnColumnTheyStartFrom() {
    Cell yes = new Cell.Text("yes");
    TextFormat format = TextFormat.of(new TextPattern(1, List.of()));
    ColumnProfile city =
        SampleProfile.drawn(
            "city",
            ColumnType.of(Kind.STRING),
            new CategoricalMarginal(
                0, List.of(new Category("a", 0.8)), Optional.of(new Remainder(0.2, format))));
    ColumnProfile ofNumber = lookup("of number", "a", new Cell.Numeric(0), Optional.empty());
    ColumnProfile ofLookup = lookup("of lookup", "of number", yes, Optional.empty());
    ColumnProfile ofTexts = lookup("of texts", "city", new Cell.Text("a"), Optional.empty());
    ColumnProfile ofOthers = lookup("of others", "city", new Cell.Text("a"), Optional.of(yes));
    TableProfile table =
        table(List.of(ID, A, city, ofNumber, ofLookup, ofTexts, ofOthers), List.of());

    assertThat(table.decider("a")).contains((Drawn) A);
    assertThat(table.decider("of number")).contains((Drawn) A);
    assertThat(table.decider("of lookup")).contains((Drawn) A);
    assertThat(table.decider("of others")).contains((Drawn) city);
    // A made text decides for itself.
    assertThat(table.decider("of texts")).isEmpty();
    assertThat(table.decider("id")).isEmpty();
    assertThat(table.decider("none")).isEmpty();
  }

  private static ColumnProfile lookup(String name, String from, Cell value, Optional<Cell> rest) {
    CategoricalMarginal marginal =
        new CategoricalMarginal(0, List.of(new Category("yes", 1)), Optional.empty());
    List<Lookup.Entry> entries = List.of(new Lookup.Entry(value, new Cell.Text("yes")));
    return new Derived(
        new Column(name, ColumnType.of(Kind.STRING), false),
        new Lookup(from, marginal, entries, rest));
  }

  @Test
  void marginalsFitTheirColumns() {
    NumericMarginal nan =
        new NumericMarginal(0, Grid.CONTINUOUS, List.of(Segment.atom(Double.NaN, 1)));
    assertThat(SampleProfile.drawn("x", ColumnType.of(Kind.FLOAT), nan).name()).isEqualTo("x");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SampleProfile.drawn("x", INT, nan))
        .withMessage(
            "column 'x' of type int has a marginal with values that this type does not have");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                SampleProfile.drawn(
                    "x",
                    ColumnType.of(Kind.BOOLEAN),
                    SampleProfile.categories(new Category("yes", 1))))
        .withMessage(
            "column 'x' of type boolean has a marginal with values that this type does not have");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SampleProfile.drawn("x", ColumnType.of(Kind.STRING), nan))
        .withMessage("column 'x' of type string has a numeric marginal");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new ColumnProfile.Drawn(new Column("x", ColumnType.of(Kind.DOUBLE), true), nan))
        .withMessage("column 'x' is nullable, but its null probability is 0.0");
  }

  @Test
  void keysFitTheirColumns() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SampleProfile.keyed("x", INT, new Key.Uuid()))
        .withMessage("column 'x' (int) cannot hold the key Uuid[]");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new ColumnProfile.Keyed(new Column("x", INT, true), new Key.Sequence(1, 1)))
        .withMessage("column 'x' (int, nullable) cannot hold the key Sequence[start=1, step=1]");
  }

  private static ColumnProfile constant(String name, double nullProbability) {
    return SampleProfile.drawn(
        name,
        INT,
        new NumericMarginal(nullProbability, Grid.INTEGERS, List.of(Segment.atom(1, 1))));
  }

  private static TableProfile table(List<ColumnProfile> columns, List<Latent> latents) {
    double[][] rows = new double[latents.size()][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = new double[i];
    }
    SourceDescription source = new SourceDescription("csv", "t.csv", Optional.empty());
    GaussianCopula copula = new GaussianCopula(latents, CorrelationMatrix.ofLowerTriangle(rows), 0);
    return new TableProfile("t", source, 10, columns, copula, List.of());
  }

  private static void refusesLatents(
      List<ColumnProfile> columns, List<Latent> latents, String which) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> table(columns, latents))
        .withMessage(
            "the copula of table 't' has a latent for the "
                + which
                + ", which is out of order, or which that column cannot have");
  }
}
