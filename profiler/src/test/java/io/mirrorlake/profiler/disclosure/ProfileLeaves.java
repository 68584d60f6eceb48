package io.mirrorlake.profiler.disclosure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Every string and number of a profile with the path that leads to it, and the column it belongs
 * to. Nothing is left out; names of fields are structure, and no leaves.
 */
public final class ProfileLeaves {
  /**
   * A leaf.
   *
   * @param path where it stands, with positions in arrays
   * @param fromTheEnd the same with positions counted from the ends of arrays
   * @param column the column, empty for what belongs to the table as a whole
   * @param text the string, empty for a number
   * @param number the number, NaN for a string that is none; points in time are strings
   */
  public record Leaf(String path, String fromTheEnd, String column, String text, double number) {}

  private final List<Leaf> leaves = new ArrayList<>();

  private ProfileLeaves() {}

  public static List<Leaf> of(String profile) {
    ProfileLeaves walk = new ProfileLeaves();
    try {
      walk.add("", "", "", new ObjectMapper().readTree(profile));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
    return walk.leaves;
  }

  private void add(String path, String end, String column, JsonNode node) {
    if (node.isObject()) {
      String inside =
          path.matches(".*/columns/[0-9]+")
              ? Optional.ofNullable(node.get("name")).map(JsonNode::asText).orElse(column)
              : column;
      node.properties()
          .forEach(
              field ->
                  add(
                      path + "/" + field.getKey(),
                      end + "/" + field.getKey(),
                      inside,
                      field.getValue()));
    } else if (node.isArray()) {
      leaves.add(new Leaf(path + "/size", end + "/size", column, "", node.size()));
      for (int i = 0; i < node.size(); i++) {
        add(path + "/" + i, end + "/" + (i - node.size()), column, node.get(i));
      }
    } else if (node.isNumber()) {
      leaves.add(new Leaf(path, end, column, "", node.asDouble()));
    } else if (node.isTextual()) {
      leaves.add(new Leaf(path, end, column, node.asText(), Double.NaN));
    }
  }
}
