package io.mirrorlake.profiler.profile;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mirrorlake.profiler.key.Key;
import io.mirrorlake.profiler.marginal.Calendar;
import io.mirrorlake.profiler.marginal.CategoricalMarginal;
import io.mirrorlake.profiler.marginal.FamilyInterval;
import io.mirrorlake.profiler.marginal.Grid;
import io.mirrorlake.profiler.marginal.Marginal;
import io.mirrorlake.profiler.marginal.NumericMarginal;
import io.mirrorlake.profiler.marginal.ParametricLaw;
import io.mirrorlake.profiler.marginal.ParetoTail;
import io.mirrorlake.profiler.marginal.Piece;
import io.mirrorlake.profiler.marginal.Segment;
import io.mirrorlake.profiler.schema.ColumnType;
import io.mirrorlake.profiler.writing.Writing;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes a column with its marginal or key as a JSON tree; {@link ColumnReader} is its inverse. */
final class ColumnWriter {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private ColumnWriter() {}

  static ObjectNode column(ColumnProfile column, Map<String, ColumnType> types) {
    return column(column, types, Optional.empty());
  }

  /** The same for a column that may be text which writes its values. */
  static ObjectNode column(
      ColumnProfile column, Map<String, ColumnType> types, Optional<Writing> writing) {
    ObjectNode node =
        NODES
            .objectNode()
            .put("name", column.name())
            .put("type", column.column().type().ddl())
            .put("nullable", column.column().nullable());
    writing.ifPresent(of -> node.put("written", of.text()));
    if (column.hidden()) {
      node.put("hidden", true);
    }
    if (column instanceof ColumnProfile.Drawn drawn) {
      node.set("marginal", marginal(drawn.marginal(), drawn.column().type()));
    } else if (column instanceof ColumnProfile.Keyed keyed) {
      node.set("key", key(keyed.key()));
    } else if (column instanceof ColumnProfile.Derived derived) {
      node.set("formula", FormulaWriter.formula(derived, types));
    } else {
      PlacedColumnJson.write(column, node);
    }
    return node;
  }

  static ObjectNode marginal(Marginal marginal, ColumnType type) {
    boolean numeric = marginal instanceof NumericMarginal;
    ObjectNode node = NODES.objectNode().put("kind", numeric ? "numeric" : "categorical");
    node.set("nullProbability", ValueText.number(marginal.nullProbability()));
    if (marginal instanceof NumericMarginal line) {
      addSegments(node, line, type);
    } else if (marginal instanceof CategoricalMarginal named) {
      addCategories(node, named);
    }
    return node;
  }

  private static void addSegments(ObjectNode node, NumericMarginal marginal, ColumnType type) {
    node.set("grid", grid(marginal.grid()));
    if (!marginal.calendar().equals(Calendar.EVEN)) {
      node.set("calendar", calendar(marginal.calendar()));
    }
    ArrayNode segments = node.putArray("segments");
    for (Piece piece : marginal.pieces()) {
      ObjectNode item = segments.addObject();
      if (piece instanceof Segment segment && segment.isAtom()) {
        item.set("at", ValueText.write(segment.low(), type));
      } else {
        item.set("from", ValueText.write(piece.low(), type));
        item.set("to", ValueText.write(piece.high(), type));
      }
      item.set("p", ValueText.number(piece.weight()));
      if (piece instanceof FamilyInterval family) {
        item.put("parts", family.parts()).put("halvings", family.halvings());
        item.set("family", law(family.law()));
      } else if (piece instanceof Segment segment && segment.spread() instanceof ParetoTail tail) {
        item.set("tail", tail(tail));
      }
    }
  }

  private static ObjectNode law(ParametricLaw law) {
    ObjectNode node = NODES.objectNode().put("name", law.family().text());
    for (int i = 0; i < law.parameters().size(); i++) {
      node.set(law.family().parameters().get(i), ValueText.number(law.parameters().get(i)));
    }
    return node;
  }

  private static ObjectNode tail(ParetoTail tail) {
    ObjectNode node = NODES.objectNode().put("upper", tail.upper());
    node.set("shape", ValueText.number(tail.shape()));
    return node.set("scale", ValueText.number(tail.scale()));
  }

  private static ObjectNode calendar(Calendar calendar) {
    ObjectNode node = NODES.objectNode();
    addWeights(node.putArray("months"), calendar.months());
    addWeights(node.putArray("daysOfMonth"), calendar.daysOfMonth());
    addWeights(node.putArray("weekdays"), calendar.weekdays());
    addWeights(node.putArray("hours"), calendar.hours());
    return node;
  }

  private static void addWeights(ArrayNode node, List<Double> weights) {
    weights.forEach(weight -> node.add(ValueText.number(weight)));
  }

  static ObjectNode grid(Grid grid) {
    ObjectNode node = NODES.objectNode().put("step", grid.step()).put("decimals", grid.decimals());
    if (grid.phase() > 0) {
      node.put("phase", grid.phase());
    }
    return grid.isOfDigits() ? node.put("digits", grid.notation().text()) : node;
  }

  private static void addCategories(ObjectNode node, CategoricalMarginal marginal) {
    ArrayNode categories = node.putArray("categories");
    for (CategoricalMarginal.Category category : marginal.categories()) {
      categories
          .addObject()
          .put("value", category.value())
          .set("p", ValueText.number(category.weight()));
    }
    marginal
        .remainder()
        .ifPresent(
            remainder -> {
              ObjectNode rest = node.putObject("remainder");
              rest.set("p", ValueText.number(remainder.weight()));
              rest.set("format", TextFormatWriter.format(remainder.format()));
            });
  }

  private static ObjectNode key(Key key) {
    ObjectNode node = NODES.objectNode();
    if (key instanceof Key.Sequence sequence) {
      node.put("kind", "sequence").put("start", sequence.start()).put("step", sequence.step());
    } else if (key instanceof Key.Scattered scattered) {
      node.put("kind", "scattered").put("low", scattered.low()).put("size", scattered.size());
    } else if (key instanceof Key.Formatted formatted) {
      node.put("kind", "formatted").set("pattern", TextFormatWriter.pattern(formatted.pattern()));
    } else if (key instanceof Key.Uuid) {
      node.put("kind", "uuid");
    }
    return node;
  }
}
