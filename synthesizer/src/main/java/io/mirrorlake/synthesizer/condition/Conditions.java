package io.mirrorlake.synthesizer.condition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mirrorlake.profiler.profile.ColumnProfile;
import io.mirrorlake.profiler.profile.ColumnProfile.Derived;
import io.mirrorlake.profiler.profile.TableProfile;
import io.mirrorlake.profiler.schema.NearestName;
import io.mirrorlake.profiler.schema.UserException;
import io.mirrorlake.profiler.writing.Writing;
import io.mirrorlake.synthesizer.condition.ColumnCondition.Target;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads conditions on a table's columns: a JSON object with a column's name before what is asked of
 * it ({@link ConditionReader}). The names of a struct's fields may be nested as the struct is, or
 * be joined by dots. What is asked of columns that follow from others is asked of those.
 */
public final class Conditions {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** No conditions. */
  public static final String NONE = "{}";

  private final TableProfile table;
  private final DrawnConditions drawn;

  private Conditions(TableProfile table) {
    this.table = table;
    this.drawn = DrawnConditions.of(table);
  }

  /**
   * The conditions in a text.
   *
   * @throws UserException where it is none, or asks what the profile does not have, or what the
   *     table's constraints do not let be
   */
  public static List<ColumnCondition> of(TableProfile table, String json) {
    Conditions read = new Conditions(table);
    read.addAll("", root(json));
    return read.drawn.settle();
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
              && table.visibleColumns().stream()
                  .anyMatch(each -> each.name().startsWith(name + "."));
      if (fields) {
        addAll(name + ".", entry.getValue());
      } else {
        add(column.orElseThrow(() -> unknown(name)), entry.getValue());
      }
    }
  }

  private void add(ColumnProfile column, JsonNode asked) {
    Complaint complaint = new Complaint(table.name(), column.name());
    ColumnProfile source = drawn.copied(column);
    if (source instanceof ColumnProfile.Keyed) {
      throw complaint.of(
          "is a key: its values follow from the row index",
          "choose rows by firstRow and rows, and put the condition on another column");
    }
    String text = column.name() + ": " + asked;
    if (source.distribution().isEmpty()) {
      addCalculated((Derived) source, complaint, asked, text);
      return;
    }
    Optional<Writing> writing = Optional.ofNullable(table.written().get(column.name()));
    List<Target> targets =
        ConditionReader.of(column.name(), ColumnScale.of(complaint, source, writing)).read(asked);
    drawn.ask(source, targets);
    double values = 1 - source.distribution().orElseThrow().nullProbability();
    if (targets.stream().allMatch(target -> target.stretches().within(values, 1).isEmpty())) {
      addPresences(column.name(), text);
    }
  }

  /** A sum and a product are there where all that they are calculated from is. */
  private void addCalculated(Derived column, Complaint complaint, JsonNode asked, String text) {
    boolean present =
        asked.size() == 1
            && asked.has(Complaint.NULL)
            && asked.get(Complaint.NULL).asText().equals("false");
    if (!present) {
      throw complaint.of(
          "cannot have a condition: it is calculated" + drawn.rule(column),
          drawn
                  .visibleInputs(column)
                  .map(names -> "put the condition on " + names + ", or ")
                  .orElse("")
              + "make the profile without that constraint (constraints.drop)");
    }
    drawn.askPresence(column, text);
    addPresences(column.name(), text);
  }

  private Optional<ColumnProfile> find(String name) {
    return table.visibleColumns().stream().filter(column -> column.name().equals(name)).findFirst();
  }

  private UserException unknown(String name) {
    List<String> names = table.visibleColumns().stream().map(ColumnProfile::name).toList();
    return Complaint.about(
        "table '" + table.name() + "' has no column '" + name + "'",
        "did you mean '"
            + NearestName.of(name, names)
            + "'? Its columns are "
            + String.join(", ", names));
  }

  /** A field that has to have a value needs its structs to be there. */
  private void addPresences(String name, String text) {
    for (int dot = name.indexOf('.'); dot > 0; dot = name.indexOf('.', dot + 1)) {
      find(name.substring(0, dot)).ifPresent(struct -> drawn.askPresence(struct, text));
    }
  }
}
