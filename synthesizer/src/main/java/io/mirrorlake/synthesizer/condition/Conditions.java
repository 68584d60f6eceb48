package io.mirrorlake.synthesizer.condition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mirrorlake.profiler.profile.ColumnProfile;
import io.mirrorlake.profiler.profile.ColumnProfile.Drawn;
import io.mirrorlake.profiler.profile.TableProfile;
import io.mirrorlake.profiler.schema.NearestName;
import io.mirrorlake.profiler.schema.UserException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads conditions on a table's columns: a JSON object with a column's name before what is asked of
 * it ({@link ConditionReader}). The names of a struct's fields may be nested as the struct is, or
 * be joined by dots.
 */
public final class Conditions {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final TableProfile table;
  private final List<ColumnCondition> conditions = new ArrayList<>();

  private Conditions(TableProfile table) {
    this.table = table;
  }

  /** No conditions. */
  public static final String NONE = "{}";

  /**
   * The conditions in a text.
   *
   * @throws UserException where it is none, or asks what the profile does not have
   */
  public static List<ColumnCondition> of(TableProfile table, String json) {
    Conditions read = new Conditions(table);
    read.addAll("", root(json));
    read.addPresences();
    return List.copyOf(read.conditions);
  }

  private static JsonNode root(String json) {
    try {
      JsonNode root = MAPPER.readTree(json);
      if (root != null && root.isObject()) {
        return root;
      }
    } catch (JsonProcessingException e) {
      throw malformed(json).withCause(e);
    }
    throw malformed(json);
  }

  private static UserException malformed(String json) {
    return Complaint.about(
        "'" + json + "' is no JSON object",
        "write the columns and what is asked of them, such as {\"income\": \">50K\"}");
  }

  private void addAll(String prefix, JsonNode group) {
    for (Map.Entry<String, JsonNode> entry : group.properties()) {
      String name = prefix + entry.getKey();
      Optional<ColumnProfile> column = find(name);
      boolean fields =
          column.isEmpty()
              && entry.getValue().isObject()
              && table.columns().stream().anyMatch(each -> each.name().startsWith(name + "."));
      if (fields) {
        addAll(name + ".", entry.getValue());
      } else {
        Drawn drawn = drawn(column.orElseThrow(() -> unknown(name)));
        conditions.add(
            new ColumnCondition(
                drawn,
                ConditionReader.of(ColumnScale.of(table.name(), drawn)).read(entry.getValue())));
      }
    }
  }

  private Optional<ColumnProfile> find(String name) {
    return table.columns().stream().filter(column -> column.name().equals(name)).findFirst();
  }

  private UserException unknown(String name) {
    List<String> names = table.columns().stream().map(ColumnProfile::name).toList();
    return Complaint.about(
        "table '" + table.name() + "' has no column '" + name + "'",
        "did you mean '"
            + NearestName.of(name, names)
            + "'? Its columns are "
            + String.join(", ", names));
  }

  private Drawn drawn(ColumnProfile column) {
    if (column instanceof Drawn drawn) {
      return drawn;
    }
    throw new Complaint(table.name() + "." + column.name())
        .of(
            "is a key: its values follow from the row index",
            "choose rows by firstRow and rows, and put the condition on another column");
  }

  /** A field that has to have a value needs its structs to be there. */
  private void addPresences() {
    for (ColumnCondition condition : List.copyOf(conditions)) {
      String name = condition.column().name();
      for (int dot = name.indexOf('.'); dot > 0; dot = name.indexOf('.', dot + 1)) {
        find(name.substring(0, dot))
            .filter(column -> needsPresence(condition, column))
            .map(Drawn.class::cast)
            .ifPresent(this::addPresence);
      }
    }
  }

  private boolean needsPresence(ColumnCondition condition, ColumnProfile struct) {
    double values = 1 - condition.column().marginal().nullProbability();
    boolean there =
        condition.targets().stream()
            .allMatch(target -> target.stretches().within(values, 1).isEmpty());
    boolean open =
        conditions.stream().noneMatch(other -> other.column().name().equals(struct.name()));
    return there && open && struct instanceof Drawn && struct.column().nullable();
  }

  private void addPresence(Drawn struct) {
    Stretches there = ColumnScale.of(table.name(), struct).notNull();
    conditions.add(new ColumnCondition(struct, List.of(new ColumnCondition.Target(1, there))));
  }
}
