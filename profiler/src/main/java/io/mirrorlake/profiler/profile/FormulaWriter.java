package io.mirrorlake.profiler.profile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mirrorlake.profiler.constraint.Cell;
import io.mirrorlake.profiler.constraint.Formula;
import io.mirrorlake.profiler.constraint.ListedConstraint;
import io.mirrorlake.profiler.schema.ColumnType;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Writes formulas and constraints as JSON trees; {@link FormulaReader} is its inverse. */
final class FormulaWriter {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private FormulaWriter() {}

  static ObjectNode constraint(ListedConstraint listed) {
    ObjectNode node =
        NODES
            .objectNode()
            .put("holds", listed.constraint().text())
            .put("rows", listed.rows())
            .put("origin", listed.origin().name().toLowerCase(Locale.ROOT));
    if (listed.violated() > 0) {
      node.set("violated", ValueText.number(listed.violated()));
    }
    return node;
  }

  static ObjectNode formula(ColumnProfile.Derived column, Map<String, ColumnType> types) {
    ObjectNode node = NODES.objectNode();
    Formula formula = column.formula();
    if (formula instanceof Formula.Copy copy) {
      node.put("kind", "copy").put("of", copy.of());
    } else if (formula instanceof Formula.Linear linear) {
      ArrayNode terms = node.put("kind", "sum").putArray("terms");
      linear
          .terms()
          .forEach(
              term -> terms.addObject().put("column", term.column()).put("factor", term.factor()));
      if (linear.constant() != 0) {
        node.put("constant", linear.constant());
      }
      if (linear.divisor() != 1) {
        node.put("divisor", linear.divisor());
      }
      node.set("grid", ColumnWriter.grid(linear.grid()));
    } else if (formula instanceof Formula.Product product) {
      node.put("kind", "product").put("left", product.left()).put("right", product.right());
      node.set("grid", ColumnWriter.grid(product.grid()));
    } else if (formula instanceof Formula.Share share) {
      ArrayNode among = node.put("kind", "share").put("place", share.place()).putArray("among");
      share.among().forEach(among::add);
      node.put("whole", share.whole());
      node.set("grid", ColumnWriter.grid(share.grid()));
    } else if (formula instanceof Formula.Coalesce coalesce) {
      node.put("kind", "coalesce").put("first", coalesce.first()).put("second", coalesce.second());
    } else if (formula instanceof Formula.Lookup lookup) {
      addLookup(node, lookup, column.column().type(), type(lookup.from(), types));
    }
    return node;
  }

  private static ColumnType type(String name, Map<String, ColumnType> types) {
    return Objects.requireNonNull(types.get(name), name);
  }

  private static void addLookup(
      ObjectNode node, Formula.Lookup lookup, ColumnType type, ColumnType from) {
    node.put("kind", "lookup").put("from", lookup.from());
    node.set("marginal", ColumnWriter.marginal(lookup.marginal(), type));
    ArrayNode entries = node.putArray("entries");
    for (Formula.Lookup.Entry entry : lookup.entries()) {
      ObjectNode item = entries.addObject();
      item.set("from", cell(entry.from(), from));
      item.set("to", cell(entry.to(), type));
    }
    lookup.fallback().ifPresent(cell -> node.set("fallback", cell(cell, type)));
  }

  private static JsonNode cell(Cell cell, ColumnType type) {
    if (cell instanceof Cell.Text text) {
      return NODES.textNode(text.value());
    }
    return cell instanceof Cell.Numeric number
        ? ValueText.write(number.value(), type)
        : NODES.nullNode();
  }
}
