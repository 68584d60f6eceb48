package io.mirrorlake.synthesizer.condition;

import com.fasterxml.jackson.databind.JsonNode;
import io.mirrorlake.profiler.schema.UserException;
import io.mirrorlake.synthesizer.condition.ColumnCondition.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what is asked of one column: a value; a list of values; a range {@code {from, to}} with
 * {@code above} and {@code below} for ends that are left out; {@code {null: true}} or {@code {null:
 * false}}; or a distribution {@code {value: share, ...}}. {@code {values: [...]}} and {@code
 * {shares: {...}}} say the same where categories are named like these words.
 */
final class ConditionReader {
  private static final String VALUES = "values";
  private static final String SHARES = "shares";
  private static final Set<String> ENDS = Set.of("from", "above", "to", "below");

  /** Shares written with six digits. */
  private static final double TOLERANCE = 1e-6;

  private final String name;
  private final ColumnScale scale;

  private ConditionReader(String name, ColumnScale scale) {
    this.name = name;
    this.scale = scale;
  }

  /**
   * The reader of what is asked of a column.
   *
   * @param name the column's name as it was written
   */
  static ConditionReader of(String name, ColumnScale scale) {
    return new ConditionReader(name, scale);
  }

  /** The targets. */
  List<Target> read(JsonNode node) {
    if (node.isObject()) {
      return read(node, Set.copyOf(names(node)));
    }
    return all(values(node), node);
  }

  /** One target for all rows. */
  private List<Target> all(Stretches stretches, JsonNode node) {
    return List.of(new Target(1, stretches, name + ": " + node));
  }

  private List<Target> read(JsonNode node, Set<String> names) {
    if (names.isEmpty()) {
      throw wrong("has a condition that says nothing", "write a value, a range or shares");
    }
    if (ENDS.containsAll(names)) {
      return all(scale.range(range(node)), node);
    }
    if (names.equals(Set.of(Complaint.NULL)) && !isNumber(node.get(Complaint.NULL))) {
      return all(nulls(node.get(Complaint.NULL).asText()), node);
    }
    if (names.equals(Set.of(VALUES)) && !isNumber(node.get(VALUES))) {
      return all(values(node.get(VALUES)), node);
    }
    return shares(
        names.equals(Set.of(SHARES)) && node.get(SHARES).isObject() ? node.get(SHARES) : node);
  }

  private static List<String> names(JsonNode node) {
    return node.properties().stream().map(Map.Entry::getKey).toList();
  }

  private ValueRange range(JsonNode node) {
    boolean above = node.has("above");
    boolean below = node.has("below");
    if ((above && node.has("from")) || (below && node.has("to"))) {
      throw wrong("has a range with two ends on one side", "keep one of them");
    }
    return new ValueRange(
        end(node, above ? "above" : "from"), above, end(node, below ? "below" : "to"), below);
  }

  private Optional<String> end(JsonNode node, String name) {
    return Optional.ofNullable(node.get(name)).map(this::text);
  }

  private Stretches nulls(String text) {
    return switch (text) {
      case "true" -> scale.nulls();
      case "false" -> scale.notNull();
      default -> throw wrong("has the condition null: " + text, "write true or false");
    };
  }

  private Stretches values(JsonNode node) {
    if (!node.isArray()) {
      return scale.element(text(node));
    }
    if (node.isEmpty()) {
      throw wrong("has an empty list of values", "list a value, or remove the condition");
    }
    List<Stretches> parts = new ArrayList<>();
    node.forEach(each -> parts.add(scale.element(text(each))));
    return Stretches.union(parts);
  }

  private List<Target> shares(JsonNode node) {
    List<String> names = names(node);
    List<Target> targets = new ArrayList<>();
    double sum = 0;
    for (String value : names) {
      double share = share(value, node.get(value));
      sum += share;
      Stretches stretches = scale.element(value);
      for (int t = 0; t < targets.size(); t++) {
        if (targets.get(t).stretches().overlaps(stretches)) {
          throw wrong(
              "has targets '" + names.get(t) + "' and '" + value + "' that overlap",
              "let every value belong to one target");
        }
      }
      targets.add(new Target(share, stretches, name + ": " + value));
    }
    if (!(Math.abs(sum - 1) <= TOLERANCE)) {
      throw wrong("has shares that sum to " + sum, "let the shares of its targets sum to 1");
    }
    return targets;
  }

  private double share(String value, JsonNode node) {
    if (isNumber(node)) {
      double share = Double.parseDouble(node.asText());
      if (share > 0 && share <= 1) {
        return share;
      }
    }
    throw wrong(
        "has the share '" + node.asText() + "' for '" + value + "'",
        "write a number above 0 and up to 1, or a range {from: .., to: ..}, or {null: true}");
  }

  /** Numbers may be texts, as YAML's and the command line's are. */
  private static boolean isNumber(JsonNode node) {
    if (!node.isValueNode() || node.isNull() || node.isBoolean()) {
      return false;
    }
    try {
      Double.parseDouble(node.asText());
      return true;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private String text(JsonNode node) {
    if (!node.isValueNode()) {
      throw wrong("has a condition that is no plain value: " + node, "write one value");
    }
    return node.isNull() ? Complaint.NULL : node.asText();
  }

  private UserException wrong(String problem, String cure) {
    return scale.complaint().of(problem, cure);
  }
}
