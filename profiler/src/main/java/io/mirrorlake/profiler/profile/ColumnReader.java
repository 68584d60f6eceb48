package io.mirrorlake.profiler.profile;

import io.mirrorlake.profiler.constraint.Formula;
import io.mirrorlake.profiler.key.Key;
import io.mirrorlake.profiler.marginal.Calendar;
import io.mirrorlake.profiler.marginal.CategoricalMarginal;
import io.mirrorlake.profiler.marginal.Family;
import io.mirrorlake.profiler.marginal.FamilyInterval;
import io.mirrorlake.profiler.marginal.Grid;
import io.mirrorlake.profiler.marginal.Marginal;
import io.mirrorlake.profiler.marginal.Notation;
import io.mirrorlake.profiler.marginal.NumericMarginal;
import io.mirrorlake.profiler.marginal.ParametricLaw;
import io.mirrorlake.profiler.marginal.ParetoTail;
import io.mirrorlake.profiler.marginal.Piece;
import io.mirrorlake.profiler.marginal.Segment;
import io.mirrorlake.profiler.marginal.Spread;
import io.mirrorlake.profiler.marginal.TextFormat;
import io.mirrorlake.profiler.schema.Column;
import io.mirrorlake.profiler.schema.ColumnType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads a column with its marginal or key from a JSON tree; the inverse of {@link ColumnWriter}.
 */
final class ColumnReader {
  private ColumnReader() {}

  /** The types of all columns by name, which formulas refer to. */
  static Map<String, ColumnType> types(List<JsonCursor> columns) {
    Map<String, ColumnType> types = new HashMap<>();
    columns.forEach(at -> types.put(at.member("name").text(), type(at.member("type"))));
    return types;
  }

  /**
   * A column.
   *
   * @param types the types of all columns
   */
  static ColumnProfile column(JsonCursor at, Map<String, ColumnType> types) {
    List<String> kinds =
        Stream.concat(Stream.of("marginal", "key", "formula"), PlacedColumnJson.KEYS.stream())
            .toList();
    at.object(
        Stream.concat(Stream.of("name", "type", "nullable", "hidden", "written"), kinds.stream())
            .toArray(String[]::new));
    String name = at.member("name").text();
    boolean nullable = at.member("nullable").flag();
    ColumnType type = type(at.member("type"));
    Column column = at.build(() -> new Column(name, type, nullable));
    Optional<JsonCursor> key = at.optional("key");
    Optional<JsonCursor> formula = at.optional("formula");
    if (kinds.stream().flatMap(kind -> at.optional(kind).stream()).count() != 1) {
      throw at.error("a column has one of the keys " + String.join(", ", kinds), JsonCursor.CURE);
    }
    Optional<ColumnProfile> placed = PlacedColumnJson.read(at, column);
    if (placed.isPresent()) {
      return placed.get();
    }
    if (formula.isPresent()) {
      Formula rule = FormulaReader.formula(formula.get(), type, types);
      return at.build(() -> new ColumnProfile.Derived(column, rule));
    }
    if (key.isPresent()) {
      Key rule = key(key.get());
      return at.build(() -> new ColumnProfile.Keyed(column, rule));
    }
    Marginal marginal = marginal(at.member("marginal"), type);
    boolean hidden = at.optional("hidden").map(JsonCursor::flag).orElse(false);
    return at.build(() -> new ColumnProfile.Drawn(column, marginal, hidden));
  }

  static ColumnType type(JsonCursor at) {
    return ColumnType.ofDdl(at.text())
        .orElseThrow(() -> at.expected("a type such as \"int\" or \"decimal(10,2)\""));
  }

  static Marginal marginal(JsonCursor at, ColumnType type) {
    JsonCursor kind = at.member("kind");
    return switch (kind.text()) {
      case "numeric" -> numeric(at, type);
      case "categorical" -> categorical(at);
      default -> throw kind.expected("\"numeric\" or \"categorical\"");
    };
  }

  private static Marginal numeric(JsonCursor at, ColumnType type) {
    at.object("kind", "nullProbability", "grid", "calendar", "segments");
    double nullProbability = at.member("nullProbability").number();
    Grid grid = grid(at.member("grid"));
    List<Piece> pieces =
        at.member("segments").items().stream().map(item -> piece(item, type)).toList();
    Calendar calendar = at.optional("calendar").map(ColumnReader::calendar).orElse(Calendar.EVEN);
    return at.build(() -> NumericMarginal.of(nullProbability, grid, pieces, calendar));
  }

  static Grid grid(JsonCursor at) {
    at.object("step", "decimals", "phase", "digits");
    long step = at.member("step").whole();
    int decimals = at.member("decimals").count();
    long phase = at.optional("phase").map(JsonCursor::whole).orElse(0L);
    Notation notation = at.optional("digits").map(ColumnReader::notation).orElse(Notation.NUMBER);
    return at.build(() -> new Grid(step, decimals, phase, notation));
  }

  private static Notation notation(JsonCursor at) {
    return Notation.of(at.text())
        .orElseThrow(
            () ->
                at.expected(
                    Arrays.stream(Notation.values())
                        .map(notation -> '"' + notation.text() + '"')
                        .collect(Collectors.joining(", "))));
  }

  private static Piece piece(JsonCursor at, ColumnType type) {
    Optional<JsonCursor> law = at.optional("family");
    if (law.isEmpty()) {
      return segment(at, type);
    }
    at.object("from", "to", "p", "parts", "halvings", "family");
    double low = ValueText.read(at.member("from"), type);
    double high = ValueText.read(at.member("to"), type);
    double p = at.member("p").number();
    int parts = at.member("parts").count();
    int halvings = at.member("halvings").count();
    ParametricLaw family = law(law.get());
    return at.build(() -> new FamilyInterval(family, low, high, p, parts, halvings));
  }

  private static ParametricLaw law(JsonCursor at) {
    JsonCursor name = at.member("name");
    Family family =
        Family.of(name.text())
            .orElseThrow(
                () ->
                    name.expected(
                        Arrays.stream(Family.values())
                            .map(known -> '"' + known.text() + '"')
                            .collect(Collectors.joining(", "))));
    List<String> names = family.parameters();
    at.object(Stream.concat(Stream.of("name"), names.stream()).toArray(String[]::new));
    List<Double> values = names.stream().map(of -> at.member(of).number()).toList();
    return at.build(() -> new ParametricLaw(family, values));
  }

  private static Segment segment(JsonCursor at, ColumnType type) {
    Optional<JsonCursor> atom = at.optional("at");
    if (atom.isPresent()) {
      at.object("at", "p");
    } else {
      at.object("from", "to", "p", "tail");
    }
    double low = ValueText.read(atom.orElseGet(() -> at.member("from")), type);
    double high = atom.isPresent() ? low : ValueText.read(at.member("to"), type);
    double p = at.member("p").number();
    Spread spread = at.optional("tail").map(ColumnReader::tail).orElse(Spread.EVEN);
    return at.build(() -> new Segment(low, high, p, spread));
  }

  private static Spread tail(JsonCursor at) {
    at.object("upper", "shape", "scale");
    boolean upper = at.member("upper").flag();
    double shape = at.member("shape").number();
    double scale = at.member("scale").number();
    return at.build(() -> new ParetoTail(shape, scale, upper));
  }

  private static Calendar calendar(JsonCursor at) {
    at.object("months", "daysOfMonth", "weekdays", "hours");
    List<Double> months = weights(at.member("months"));
    List<Double> daysOfMonth = weights(at.member("daysOfMonth"));
    List<Double> weekdays = weights(at.member("weekdays"));
    List<Double> hours = weights(at.member("hours"));
    return at.build(() -> new Calendar(months, daysOfMonth, weekdays, hours));
  }

  private static List<Double> weights(JsonCursor at) {
    return at.items().stream().map(JsonCursor::number).toList();
  }

  private static Marginal categorical(JsonCursor at) {
    at.object("kind", "nullProbability", "categories", "remainder");
    double nullProbability = at.member("nullProbability").number();
    List<CategoricalMarginal.Category> categories =
        at.member("categories").items().stream().map(ColumnReader::category).toList();
    Optional<CategoricalMarginal.Remainder> remainder =
        at.optional("remainder").map(ColumnReader::remainder);
    return at.build(() -> new CategoricalMarginal(nullProbability, categories, remainder));
  }

  private static CategoricalMarginal.Category category(JsonCursor at) {
    at.object("value", "p");
    String value = at.member("value").text();
    double p = at.member("p").number();
    return at.build(() -> new CategoricalMarginal.Category(value, p));
  }

  private static CategoricalMarginal.Remainder remainder(JsonCursor at) {
    at.object("p", "format");
    double p = at.member("p").number();
    TextFormat format = TextFormatReader.format(at.member("format"));
    return at.build(() -> new CategoricalMarginal.Remainder(p, format));
  }

  private static Key key(JsonCursor at) {
    JsonCursor kind = at.member("kind");
    return switch (kind.text()) {
      case "sequence" -> sequence(at.object("kind", "start", "step"));
      case "scattered" -> scattered(at.object("kind", "low", "size"));
      case "formatted" ->
          new Key.Formatted(
              TextFormatReader.pattern(at.object("kind", "pattern").member("pattern")));
      case "uuid" -> {
        at.object("kind");
        yield new Key.Uuid();
      }
      default -> throw kind.expected("\"sequence\", \"scattered\", \"formatted\" or \"uuid\"");
    };
  }

  private static Key sequence(JsonCursor at) {
    long start = at.member("start").whole();
    long step = at.member("step").whole();
    return at.build(() -> new Key.Sequence(start, step));
  }

  private static Key scattered(JsonCursor at) {
    long low = at.member("low").whole();
    long size = at.member("size").whole();
    return at.build(() -> new Key.Scattered(low, size));
  }
}
