package io.mirrorlake.profiler.profile;

import io.mirrorlake.profiler.constraint.Cell;
import io.mirrorlake.profiler.constraint.Constraint;
import io.mirrorlake.profiler.constraint.Formula;
import io.mirrorlake.profiler.constraint.ListedConstraint;
import io.mirrorlake.profiler.constraint.Term;
import io.mirrorlake.profiler.copula.CorrelationMatrix;
import io.mirrorlake.profiler.copula.GaussianCopula;
import io.mirrorlake.profiler.copula.IndependentCopula;
import io.mirrorlake.profiler.copula.Latent;
import io.mirrorlake.profiler.key.Key;
import io.mirrorlake.profiler.marginal.Calendar;
import io.mirrorlake.profiler.marginal.CategoricalMarginal;
import io.mirrorlake.profiler.marginal.CategoricalMarginal.Category;
import io.mirrorlake.profiler.marginal.CategoricalMarginal.Remainder;
import io.mirrorlake.profiler.marginal.CheckDigit;
import io.mirrorlake.profiler.marginal.Family;
import io.mirrorlake.profiler.marginal.FamilyInterval;
import io.mirrorlake.profiler.marginal.Grid;
import io.mirrorlake.profiler.marginal.LetterCase;
import io.mirrorlake.profiler.marginal.Marginal;
import io.mirrorlake.profiler.marginal.NumericMarginal;
import io.mirrorlake.profiler.marginal.ParametricLaw;
import io.mirrorlake.profiler.marginal.ParetoTail;
import io.mirrorlake.profiler.marginal.PatternFormat;
import io.mirrorlake.profiler.marginal.PersonalFormat;
import io.mirrorlake.profiler.marginal.PersonalFormat.Part;
import io.mirrorlake.profiler.marginal.PersonalKind;
import io.mirrorlake.profiler.marginal.Piece;
import io.mirrorlake.profiler.marginal.ProseFormat;
import io.mirrorlake.profiler.marginal.ProseFormat.Length;
import io.mirrorlake.profiler.marginal.ProseFormat.Successor;
import io.mirrorlake.profiler.marginal.ProseFormat.Word;
import io.mirrorlake.profiler.marginal.Segment;
import io.mirrorlake.profiler.marginal.TextFormat;
import io.mirrorlake.profiler.marginal.TextPattern;
import io.mirrorlake.profiler.marginal.TextPattern.Run;
import io.mirrorlake.profiler.relation.TableRelations;
import io.mirrorlake.profiler.schema.Column;
import io.mirrorlake.profiler.schema.ColumnType;
import io.mirrorlake.profiler.schema.ColumnType.Kind;
import io.mirrorlake.profiler.schema.FieldType;
import io.mirrorlake.profiler.schema.FieldType.ArrayOf;
import io.mirrorlake.profiler.schema.FieldType.Field;
import io.mirrorlake.profiler.schema.FieldType.MapOf;
import io.mirrorlake.profiler.schema.FieldType.Struct;
import io.mirrorlake.profiler.writing.Writing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A profile that has every kind of type, marginal, key and copula. */
final class SampleProfile {
  private static final double DAY = LocalDate.of(2024, 2, 29).toEpochDay();
  private static final double MICROS = 1_709_210_096_789_012.0;
  private static final ParetoTail TAIL = new ParetoTail(-0.25, 3, true);
  private static final Run DIGITS = new Run("0123456789", 2, 5);

  private SampleProfile() {}

  static Profile profile() {
    return profile(orders(), countries());
  }

  static Profile profile(TableProfile... tables) {
    Provenance provenance =
        new Provenance(
            Instant.parse("2026-11-22T16:00:00.123456Z"), "0.1.0", "4.1.0", "17.0.15", "0123abcd");
    return new Profile(provenance, new Disclosure(10, Disclosure.ROW), List.of(tables));
  }

  /** A table with this one column. */
  static TableProfile tableOf(ColumnProfile column) {
    SourceDescription source = new SourceDescription("csv", "t.csv", Optional.empty());
    return new TableProfile("t", source, 100, List.of(column), new IndependentCopula(), List.of());
  }

  private static TableProfile countries() {
    return new TableProfile(
        "countries",
        new SourceDescription("jdbc", "jdbc:hsqldb:mem:x", Optional.empty()),
        0,
        List.of(
            keyed("code", ColumnType.of(Kind.STRING), new Key.Uuid()),
            keyed("number", ColumnType.decimal(12, 0), new Key.Scattered(-5, 1000)),
            numbers("area", ColumnType.decimal(12, 1), 0, 1, 5, 40),
            lake(),
            derived(
                "land",
                ColumnType.decimal(12, 1),
                new Formula.Linear(List.of(Term.of("area"), new Term("lake", -2)), new Grid(1, 1))),
            derived("again", ColumnType.decimal(12, 1), new Formula.Copy("land")),
            square(),
            derived("open", ColumnType.of(Kind.BOOLEAN), lookup()),
            formatted("mail", mail()),
            formatted("phone", phone()),
            formatted("remark", remark()),
            family("income", ColumnType.decimal(12, 2), ParametricLaw.of(Family.GAMMA, 2, 30.5)),
            family("growth", ColumnType.of(Kind.DOUBLE), ParametricLaw.of(Family.NORMAL, 60, 25)),
            family("wait", ColumnType.of(Kind.FLOAT), ParametricLaw.of(Family.EXPONENTIAL, 40)),
            numbers("since", ColumnType.of(Kind.INT), 0, 1, 5, 40),
            numbers("fee", ColumnType.decimal(18, 2), 0, 1, 5, 40),
            dry(),
            part(),
            derived("wet", ColumnType.decimal(12, 1), new Formula.Coalesce("area", "again"))),
        List.of(
            new ListedConstraint(
                new Constraint.Order("land", "area", true), 120, ListedConstraint.Origin.FOUND, 0),
            opening()),
        new IndependentCopula(),
        List.of(),
        TableRelations.NONE,
        List.of(),
        Map.of("since", writing("HH:mm"), "fee", writing("EUR 1,234.56")));
  }

  private static Writing writing(String text) {
    return Writing.of(text).orElseThrow();
  }

  private static ColumnProfile lake() {
    return new ColumnProfile.Drawn(
        column("lake", ColumnType.decimal(18, 1)),
        new NumericMarginal(0, Grid.INTEGERS, List.of(new Segment(0, 9, 1))),
        true);
  }

  private static ColumnProfile part() {
    return derived(
        "part",
        ColumnType.decimal(12, 1),
        new Formula.Share(1, List.of("area", "lake"), 100, new Grid(1, 1)));
  }

  private static ListedConstraint opening() {
    return new ListedConstraint(
        new Constraint.Determines("area", "open"), 120, ListedConstraint.Origin.DECLARED, 0.0125);
  }

  private static ColumnProfile dry() {
    return derived(
        "dry",
        ColumnType.decimal(12, 1),
        new Formula.Linear(List.of(new Term("area", 9)), -160, 5, new Grid(1, 1)));
  }

  private static ColumnProfile square() {
    Formula area = new Formula.Product("area", "land", Grid.CONTINUOUS);
    return derived("square", ColumnType.of(Kind.DOUBLE), area);
  }

  private static Formula lookup() {
    return new Formula.Lookup(
        "area",
        categories(new Category("true", 0.75), new Category("false", 0.25)),
        List.of(
            new Formula.Lookup.Entry(new Cell.Numeric(0), new Cell.Text("true")),
            new Formula.Lookup.Entry(new Cell.Missing(), new Cell.Missing())),
        Optional.of(new Cell.Text("false")));
  }

  private static ColumnProfile derived(String name, ColumnType type, Formula formula) {
    return new ColumnProfile.Derived(column(name, type), formula);
  }

  private static Column column(String name, ColumnType type) {
    return new Column(name, type, false);
  }

  private static NumericMarginal nulls() {
    return new NumericMarginal(1, Grid.INTEGERS, List.of());
  }

  private static TableProfile orders() {
    return new TableProfile(
        "orders",
        new SourceDescription("delta", "/data/orders", Optional.of("42")),
        12_340,
        List.of(
            keyed("id", ColumnType.of(Kind.BIGINT), new Key.Sequence(Long.MIN_VALUE, -1)),
            keyed("reference", ColumnType.of(Kind.STRING), new Key.Formatted(reference(0.5))),
            numbers("quantity", ColumnType.of(Kind.INT), 0, 1, 5, 40),
            numbers("weight", ColumnType.of(Kind.DOUBLE), -0.0, 1e-7, 0.1 + 0.2, 1.5e30),
            numbers("share", ColumnType.of(Kind.FLOAT), 0, 0.0625, 0.10000000149011612, 3),
            numbers("price", ColumnType.decimal(10, 2), 0, 0.5, 12.34, 99.99),
            numbers("rate", ColumnType.decimal(38, 18), 0, 0.0625, 0.12345678901234568, 1),
            numbers("small", ColumnType.of(Kind.TINYINT), -128, -127, 0, 127),
            numbers("medium", ColumnType.of(Kind.SMALLINT), -1, 0, 1, 2),
            numbers("huge", ColumnType.of(Kind.BIGINT), -0x1p62, 0, 1, 0x1p63),
            numbers("day", ColumnType.of(Kind.DATE), DAY, DAY + 1, DAY + 365, DAY + 400.5),
            numbers("at", ColumnType.of(Kind.TIMESTAMP), -6.2135596800e16, 0, MICROS, 1e300),
            numbers("local", ColumnType.of(Kind.TIMESTAMP_NTZ), -1, 0, MICROS, 1e16),
            numbers("months", new ColumnType(Kind.YEAR_MONTH_INTERVAL, 0, 1), -13, 0, 1, 99),
            numbers("span", new ColumnType(Kind.DAY_TIME_INTERVAL, 0, 3), -1, 0, 0.5, 1e9),
            special("reading", ColumnType.of(Kind.DOUBLE)),
            drawn("empty", ColumnType.of(Kind.INT), nulls()),
            text("comment"),
            drawn("paid", ColumnType.of(Kind.BOOLEAN), paid()),
            drawn(
                "photo",
                ColumnType.of(Kind.BINARY),
                categories(new Category("", 0.75), new Category("00FF", 0.25))),
            drawn("customer", FieldType.PRESENCE, categories(new Category("true", 1))),
            text("customer.name"),
            numbers("customer.tags.size", FieldType.SIZE, 0, 1, 2, 3)),
        List.of(),
        copula(),
        List.of(customer()),
        TableRelations.NONE,
        List.of("column 'photo' (binary) was left out", "second note: \"quoted\", caf\u00e9"),
        Map.of());
  }

  private static CategoricalMarginal paid() {
    return categories(new Category("true", 0.75), new Category("false", 0.25));
  }

  private static NestedColumn customer() {
    ColumnType code = new ColumnType(Kind.VARCHAR, 7, 0);
    Struct tag = new Struct(List.of(new Field("score", ColumnType.of(Kind.INT))));
    Struct type =
        new Struct(
            List.of(
                new Field("name", ColumnType.of(Kind.STRING)),
                new Field("tags", new MapOf(code, new ArrayOf(tag)))));
    String value = "customer.tags.value";
    return new NestedColumn(
        "customer",
        type,
        List.of(
            drawn("customer.tags.key", code, categories(new Category("a", 1))),
            numbers(value + ".size", FieldType.SIZE, 0, 1, 2, 3),
            drawn(value + ".element", FieldType.PRESENCE, categories(new Category("true", 1))),
            numbers(value + ".element.score", ColumnType.of(Kind.INT), 0, 1, 2, 3)));
  }

  private static GaussianCopula copula() {
    double[][] rows = {{}, {0.125}, {-0.3, 1e-5}, {0.5, 0, -0.25}};
    return new GaussianCopula(
        List.of(
            new Latent("quantity", Latent.Role.VALUE),
            new Latent("comment", Latent.Role.VALUE),
            new Latent("comment", Latent.Role.MISSING),
            new Latent("paid", Latent.Role.VALUE)),
        CorrelationMatrix.ofLowerTriangle(rows),
        0.01);
  }

  private static TextPattern reference(double weight) {
    return new TextPattern(weight, List.of(new Run("ABCXYZ", 2, 2), new Run("-", 1, 1), DIGITS));
  }

  private static PersonalFormat mail() {
    return new PersonalFormat(
        PersonalKind.EMAIL,
        0.97,
        "pt-BR",
        LetterCase.UPPER,
        List.of(new Part("mail.test", 0.5), new Part("caf\u00e9.test", 0.25)),
        Optional.empty());
  }

  private static PersonalFormat phone() {
    return new PersonalFormat(
        PersonalKind.PHONE,
        1,
        "en",
        LetterCase.NATURAL,
        List.of(),
        Optional.of(TextFormat.of(reference(1))));
  }

  private static ProseFormat remark() {
    return new ProseFormat(
        List.of(new Length(1, 1, 0.5), new Length(4, 5, 0.5)),
        List.of(new Successor("paid", 0.5)),
        List.of(
            new Word("paid", 0.75, List.of(new Successor("\"", 0.25))),
            new Word("\"", 0.25, List.of())));
  }

  private static ColumnProfile formatted(String name, TextFormat format) {
    return drawn(
        name,
        ColumnType.of(Kind.STRING),
        new CategoricalMarginal(0, List.of(), Optional.of(new Remainder(1, format))));
  }

  private static ColumnProfile text(String name) {
    TextPattern odd = new TextPattern(0.5, List.of(new Run("\u0001\"\\\ud83d\udc00\uffff", 1, 3)));
    TextFormat format =
        new PatternFormat(
            List.of(reference(0.25), new TextPattern(0.25, List.of()), odd), CheckDigit.LUHN);
    List<Category> named =
        List.of(new Category("", 0.5), new Category("a \"b\"\n\u2028\ud83d\ude00", 0.25));
    return drawn(
        name,
        ColumnType.of(Kind.STRING),
        new CategoricalMarginal(0.1, named, Optional.of(new Remainder(0.25, format))));
  }

  private static ColumnProfile special(String name, ColumnType type) {
    return drawn(
        name,
        type,
        new NumericMarginal(
            0.015625,
            Grid.CONTINUOUS,
            List.of(
                Segment.atom(Double.NEGATIVE_INFINITY, 0.25),
                Segment.atom(Double.MIN_VALUE, 0.25),
                new Segment(1, Double.MAX_VALUE, 0.25),
                Segment.atom(Double.POSITIVE_INFINITY, 0.125),
                Segment.atom(Double.NaN, 0.125))));
  }

  private static ColumnProfile.Drawn numbers(
      String name, ColumnType type, double atom, double low, double high, double last) {
    List<Segment> segments =
        List.of(
            Segment.atom(atom, 0.5),
            new Segment(low, high, 0.3),
            new Segment(high, last, 1.0 / 6, TAIL),
            Segment.atom(last, 1.0 / 30));
    List<Double> weekdays = List.of(1.5, 1.25, 1.0, 1.0, 1.0, 0.5, 0.0);
    Calendar calendar =
        new Calendar(
            Calendar.even(Calendar.MONTHS),
            Calendar.even(Calendar.DAYS_OF_MONTH),
            weekdays,
            Calendar.even(Calendar.HOURS));
    return drawn(name, type, new NumericMarginal(0, new Grid(1, 2), segments, calendar));
  }

  private static ColumnProfile family(String name, ColumnType type, ParametricLaw law) {
    Grid grid = type.kind() == Kind.DECIMAL ? new Grid(1, 2) : Grid.CONTINUOUS;
    List<Piece> pieces =
        List.of(
            Segment.atom(0, 0.25),
            new FamilyInterval(law, 0.25, 200, 0.625, 8, 2),
            Segment.atom(999, 0.125));
    return drawn(name, type, NumericMarginal.of(0, grid, pieces, Calendar.EVEN));
  }

  static CategoricalMarginal categories(Category... categories) {
    return new CategoricalMarginal(0, List.of(categories), Optional.empty());
  }

  static ColumnProfile.Drawn drawn(String name, ColumnType type, Marginal marginal) {
    return new ColumnProfile.Drawn(
        new Column(name, type, marginal.nullProbability() > 0), marginal);
  }

  static ColumnProfile keyed(String name, ColumnType type, Key key) {
    return new ColumnProfile.Keyed(new Column(name, type, false), key);
  }
}
