package io.mirrorlake.synthesizer;

import io.mirrorlake.profiler.copula.CorrelationMatrix;
import io.mirrorlake.profiler.copula.GaussianCopula;
import io.mirrorlake.profiler.copula.Latent;
import io.mirrorlake.profiler.copula.Latent.Role;
import io.mirrorlake.profiler.key.Key;
import io.mirrorlake.profiler.marginal.CategoricalMarginal;
import io.mirrorlake.profiler.marginal.CategoricalMarginal.Category;
import io.mirrorlake.profiler.marginal.CategoricalMarginal.Remainder;
import io.mirrorlake.profiler.marginal.CheckDigit;
import io.mirrorlake.profiler.marginal.Grid;
import io.mirrorlake.profiler.marginal.NumericMarginal;
import io.mirrorlake.profiler.marginal.PatternFormat;
import io.mirrorlake.profiler.marginal.Segment;
import io.mirrorlake.profiler.marginal.TextFormat;
import io.mirrorlake.profiler.marginal.TextPattern;
import io.mirrorlake.profiler.marginal.TextPattern.Run;
import io.mirrorlake.profiler.profile.ColumnProfile;
import io.mirrorlake.profiler.profile.ColumnProfile.Drawn;
import io.mirrorlake.profiler.profile.ColumnProfile.Keyed;
import io.mirrorlake.profiler.profile.Disclosure;
import io.mirrorlake.profiler.profile.Profile;
import io.mirrorlake.profiler.profile.Provenance;
import io.mirrorlake.profiler.profile.SourceDescription;
import io.mirrorlake.profiler.profile.TableProfile;
import io.mirrorlake.profiler.schema.Column;
import io.mirrorlake.profiler.schema.ColumnType;
import io.mirrorlake.profiler.schema.ColumnType.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A table with a column of every type and of every kind of key, some with nulls, some correlated.
 */
public final class EveryType {
  private static final long MICROS_PER_SECOND = 1_000_000;

  private EveryType() {}

  /** A profile of this table only. */
  public static Profile profile() {
    return profile(table());
  }

  /** A profile of these tables. */
  public static Profile profile(TableProfile... tables) {
    return new Profile(
        new Provenance(Instant.EPOCH, "test", "4.1.0", "17", "0".repeat(64)),
        new Disclosure(10, Disclosure.ROW),
        List.of(tables));
  }

  /** The table. */
  public static TableProfile table() {
    List<ColumnProfile> columns = new ArrayList<>();
    columns.addAll(keys());
    columns.add(bool());
    columns.addAll(numbers());
    columns.add(strings());
    columns.addAll(moments());
    columns.add(
        new Drawn(
            new Column("never", ColumnType.of(Kind.STRING), true),
            new CategoricalMarginal(1, List.of(), Optional.empty())));
    return table("every_type", columns);
  }

  private static List<ColumnProfile> keys() {
    TextPattern code = pattern(1, "ABCDEFGH", 3, "-", 1, "0123456789", 4);
    return List.of(
        key("id", ColumnType.of(Kind.BIGINT), new Key.Sequence(1000, 3)),
        key("number", ColumnType.of(Kind.INT), new Key.Scattered(1, 50_000)),
        key("code", ColumnType.of(Kind.STRING), new Key.Formatted(code)),
        key("uuid", ColumnType.of(Kind.STRING), new Key.Uuid()),
        key("wide_key", ColumnType.decimal(22, 2), new Key.Sequence(7, -1)));
  }

  private static List<ColumnProfile> numbers() {
    ColumnType real = ColumnType.of(Kind.DOUBLE);
    Segment zero = Segment.atom(0, 0.5);
    return List.of(
        numeric("tiny", ColumnType.of(Kind.TINYINT), 0, Grid.INTEGERS, interval(-128, 127, 1)),
        numeric(
            "small",
            ColumnType.of(Kind.SMALLINT),
            0.25,
            new Grid(5, 0),
            Segment.atom(-1, 0.125),
            interval(0, 995, 0.875)),
        numeric(
            "amount",
            ColumnType.of(Kind.INT),
            0,
            Grid.INTEGERS,
            zero,
            interval(1, 99, 0.25),
            interval(100, 10_000, 0.25)),
        numeric("big", ColumnType.of(Kind.BIGINT), 0.5, Grid.INTEGERS, interval(-9e15, 9e15, 1)),
        numeric("ratio", ColumnType.of(Kind.FLOAT), 0, new Grid(1, 1), interval(-5, 5, 1)),
        numeric(
            "price",
            real,
            0,
            new Grid(1, 2),
            interval(0.01, 99.99, 0.75),
            Segment.atom(100, 0.125),
            Segment.atom(Double.NaN, 0.125)),
        numeric("length", real, 0.125, Grid.CONTINUOUS, interval(-1.5, 2.5, 1)),
        numeric("money", ColumnType.decimal(10, 2), 0, new Grid(5, 2), interval(0, 1000, 1)),
        numeric(
            "fortune",
            ColumnType.decimal(30, 10),
            0.0625,
            Grid.CONTINUOUS,
            interval(-1e15, 1e15, 1)));
  }

  private static List<ColumnProfile> moments() {
    Grid seconds = new Grid(MICROS_PER_SECOND, 0);
    return List.of(
        numeric("day", ColumnType.of(Kind.DATE), 0, Grid.INTEGERS, interval(0, 20_000, 1)),
        numeric("moment", ColumnType.of(Kind.TIMESTAMP), 0, seconds, interval(0, 1.7e15, 1)),
        numeric(
            "local_moment",
            ColumnType.of(Kind.TIMESTAMP_NTZ),
            0,
            Grid.INTEGERS,
            interval(1.6e15, 1.7e15, 1)));
  }

  private static TableProfile table(String name, List<ColumnProfile> columns) {
    return new TableProfile(
        name,
        new SourceDescription("none", "made by hand", Optional.empty()),
        12_340,
        columns,
        copula(),
        List.of());
  }

  private static GaussianCopula copula() {
    List<Latent> latents =
        List.of(
            new Latent("small", Role.VALUE),
            new Latent("small", Role.MISSING),
            new Latent("amount", Role.VALUE),
            new Latent("length", Role.VALUE),
            new Latent("word", Role.VALUE),
            new Latent("day", Role.VALUE));
    double[][] correlations = {
      {}, {0.3}, {0.6, 0.2}, {-0.5, 0.1, -0.4}, {0.2, 0, 0.4, 0.1}, {0.1, 0.7, 0.3, 0.2, 0.1}
    };
    return new GaussianCopula(latents, CorrelationMatrix.ofLowerTriangle(correlations), 0);
  }

  private static Segment interval(double low, double high, double weight) {
    return new Segment(low, high, weight);
  }

  private static ColumnProfile key(String name, ColumnType type, Key key) {
    return new Keyed(new Column(name, type, false), key);
  }

  private static ColumnProfile numeric(
      String name, ColumnType type, double nulls, Grid grid, Segment... segments) {
    return new Drawn(
        new Column(name, type, nulls > 0), new NumericMarginal(nulls, grid, List.of(segments)));
  }

  private static ColumnProfile bool() {
    return new Drawn(
        new Column("flag", ColumnType.of(Kind.BOOLEAN), true),
        new CategoricalMarginal(
            0.125,
            List.of(new Category("true", 0.75), new Category("false", 0.25)),
            Optional.empty()));
  }

  private static ColumnProfile strings() {
    TextFormat format =
        new PatternFormat(
            List.of(pattern(0.5, "xyz", 2, "-", 1, "01", 3), pattern(0.5, "ßä€", 4)),
            CheckDigit.NONE);
    return new Drawn(
        new Column("word", ColumnType.of(Kind.STRING), true),
        new CategoricalMarginal(
            0.125,
            List.of(new Category("red", 0.5), new Category("grün", 0.25), new Category("", 0.125)),
            Optional.of(new Remainder(0.125, format))));
  }

  private static TextPattern pattern(double weight, Object... alphabetsAndLengths) {
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < alphabetsAndLengths.length; i += 2) {
      String alphabet = (String) alphabetsAndLengths[i];
      int most = (Integer) alphabetsAndLengths[i + 1];
      runs.add(new Run(alphabet, alphabet.length() == 1 ? most : Math.max(1, most - 1), most));
    }
    return new TextPattern(weight, runs);
  }
}
