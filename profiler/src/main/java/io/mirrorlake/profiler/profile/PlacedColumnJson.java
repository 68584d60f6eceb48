package io.mirrorlake.profiler.profile;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mirrorlake.profiler.key.CalendarPart;
import io.mirrorlake.profiler.key.KeyDigit;
import io.mirrorlake.profiler.key.Pace;
import io.mirrorlake.profiler.profile.ColumnProfile.Evolved.Rhythm;
import io.mirrorlake.profiler.schema.Column;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Columns that follow from a row's place among tables and families, as JSON trees, both ways. */
final class PlacedColumnJson {
  /** The keys of such columns, one of which each has. */
  static final List<String> KEYS =
      List.of("reference", "position", "distance", "evolution", "digit", "kept", "borrowed");

  private static final String MONTH_START = "monthStart";

  private static final String MONTH_END = "monthEnd";

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private PlacedColumnJson() {}

  /** Adds what the column has beside its name and type, if it is one of these. */
  static void write(ColumnProfile column, ObjectNode node) {
    if (column instanceof ColumnProfile.Referenced referenced) {
      node.putObject("reference")
          .put("name", referenced.reference())
          .put("part", referenced.part());
    } else if (column instanceof ColumnProfile.Positioned positioned) {
      node.putObject("position").put("start", positioned.start()).put("step", positioned.step());
    } else if (column instanceof ColumnProfile.Distance distance) {
      node.putObject("distance").put("start", distance.start());
    } else if (column instanceof ColumnProfile.Evolved evolved) {
      ObjectNode evolution = node.putObject("evolution");
      evolution.put("first", evolved.first()).put("gap", evolved.gap());
      if (evolved.least() > 0) {
        evolution.set("least", ValueText.number(evolved.least()));
      }
      evolved.above().ifPresent(above -> evolution.put("above", above));
      if (evolved.pace().isMonthly()) {
        evolution.put("unit", evolved.pace() == Pace.MONTH_END ? MONTH_END : MONTH_START);
      }
      evolved
          .rhythm()
          .ifPresent(
              rhythm ->
                  evolution
                      .putObject("calendar")
                      .put("part", rhythm.part().label())
                      .put("column", rhythm.column()));
    } else if (column instanceof ColumnProfile.Enumerated enumerated) {
      node.set("digit", digit(enumerated));
    } else if (column instanceof ColumnProfile.Kept) {
      node.put("kept", true);
    } else if (column instanceof ColumnProfile.Borrowed borrowed) {
      node.putObject("borrowed")
          .put("reference", borrowed.reference())
          .put("column", borrowed.of());
    }
  }

  private static ObjectNode digit(ColumnProfile.Enumerated column) {
    ObjectNode node = NODES.objectNode().put("place", column.place());
    if (column.digit() instanceof KeyDigit.Numbers numbers) {
      node.put("start", numbers.start()).put("step", numbers.step()).put("size", numbers.size());
    } else if (column.digit() instanceof KeyDigit.Months months) {
      node.put("start", months.start()).put("step", months.step()).put("size", months.size());
      node.put("unit", months.end() ? MONTH_END : MONTH_START);
    } else if (column.digit() instanceof KeyDigit.Texts texts) {
      ArrayNode values = node.putArray("values");
      texts.values().forEach(values::add);
    }
    return node;
  }

  /** The column, if it has one of the keys. */
  static Optional<ColumnProfile> read(JsonCursor at, Column column) {
    return KEYS.stream()
        .flatMap(key -> at.optional(key).stream().map(value -> read(key, value, column)))
        .findFirst();
  }

  private static ColumnProfile read(String key, JsonCursor at, Column column) {
    return switch (key) {
      case "reference" -> {
        at.object("name", "part");
        String name = at.member("name").text();
        int part = at.member("part").count();
        yield at.build(() -> new ColumnProfile.Referenced(column, name, part));
      }
      case "position" -> {
        at.object("start", "step");
        long start = at.member("start").whole();
        long step = at.member("step").whole();
        yield at.build(() -> new ColumnProfile.Positioned(column, start, step));
      }
      case "distance" -> {
        long start = at.object("start").member("start").whole();
        yield at.build(() -> new ColumnProfile.Distance(column, start));
      }
      case "evolution" -> evolved(at, column);
      case "digit" -> {
        at.object("place", "start", "step", "size", "unit", "values");
        int place = at.member("place").count();
        KeyDigit digit = digit(at);
        yield at.build(() -> new ColumnProfile.Enumerated(column, place, digit));
      }
      case "borrowed" -> borrowed(at, column);
      default -> {
        if (!at.flag()) {
          throw at.expected("true");
        }
        yield new ColumnProfile.Kept(column);
      }
    };
  }

  private static ColumnProfile evolved(JsonCursor at, Column column) {
    at.object("first", "gap", "least", "above", "unit", "calendar");
    String first = at.member("first").text();
    String gap = at.member("gap").text();
    double least = at.optional("least").map(JsonCursor::number).orElse(0.0);
    Optional<String> above = at.optional("above").map(JsonCursor::text);
    Pace pace =
        at.optional("unit")
            .map(unit -> isEnd(unit) ? Pace.MONTH_END : Pace.MONTH_START)
            .orElse(Pace.UNITS);
    Optional<Rhythm> rhythm = at.optional("calendar").map(PlacedColumnJson::rhythm);
    return at.build(
        () -> new ColumnProfile.Evolved(column, first, gap, least, above, pace, rhythm));
  }

  private static Rhythm rhythm(JsonCursor at) {
    at.object("part", "column");
    JsonCursor part = at.member("part");
    String label = part.text();
    return new Rhythm(
        Arrays.stream(CalendarPart.values())
            .filter(of -> of.label().equals(label))
            .findFirst()
            .orElseThrow(() -> part.expected("weekday, day or hour")),
        at.member("column").text());
  }

  private static ColumnProfile borrowed(JsonCursor at, Column column) {
    at.object("reference", "column");
    String reference = at.member("reference").text();
    return new ColumnProfile.Borrowed(column, reference, at.member("column").text());
  }

  private static KeyDigit digit(JsonCursor at) {
    Optional<JsonCursor> values = at.optional("values");
    if (values.isPresent()) {
      at.object("place", "values");
      List<String> texts = values.get().items().stream().map(JsonCursor::text).toList();
      return at.build(() -> new KeyDigit.Texts(texts));
    }
    long start = at.member("start").whole();
    long step = at.member("step").whole();
    long size = at.member("size").whole();
    Optional<JsonCursor> unit = at.optional("unit");
    if (unit.isEmpty()) {
      return at.build(() -> new KeyDigit.Numbers(start, step, size));
    }
    boolean end = isEnd(unit.get());
    return at.build(() -> new KeyDigit.Months(start, step, size, end));
  }

  private static boolean isEnd(JsonCursor unit) {
    boolean end = unit.text().equals(MONTH_END);
    if (!end && !unit.text().equals(MONTH_START)) {
      throw unit.expected("\"monthStart\" or \"monthEnd\"");
    }
    return end;
  }
}
