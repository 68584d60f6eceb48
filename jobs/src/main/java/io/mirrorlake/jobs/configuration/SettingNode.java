package io.mirrorlake.jobs.configuration;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A piece of a configuration before it has types, with the place it was written. */
sealed interface SettingNode {
  /** Where it was written, for a message: {@code profile.yaml, line 7} or {@code --set rows}. */
  String origin();

  /** The values as texts, lists and maps. */
  Object plain();

  /**
   * A plain value.
   *
   * @param text the value
   * @param shown what a message may show of it: a value from the environment shows the variable's
   *     name only
   * @param origin where it was written
   */
  record Scalar(String text, String shown, String origin) implements SettingNode {
    static Scalar of(String text, String origin) {
      return new Scalar(text, text, origin);
    }

    @Override
    public String plain() {
      return text;
    }
  }

  /** Values in order. */
  record Sequence(List<SettingNode> elements, String origin) implements SettingNode {
    public Sequence {
      elements = List.copyOf(elements);
    }

    @Override
    public List<Object> plain() {
      return elements.stream().map(SettingNode::plain).toList();
    }
  }

  /** Values by key, in the order written. */
  record Mapping(Map<String, SettingNode> members, String origin) implements SettingNode {
    public Mapping {
      members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    @Override
    public Map<String, Object> plain() {
      Map<String, Object> values = new LinkedHashMap<>();
      members.forEach((key, node) -> values.put(key, node.plain()));
      return values;
    }

    static Mapping empty(String origin) {
      return new Mapping(Map.of(), origin);
    }

    /** This mapping with {@code upper} laid over it: mappings merge, anything else is replaced. */
    Mapping overlaidWith(Mapping upper) {
      Map<String, SettingNode> merged = new LinkedHashMap<>(members);
      upper.members.forEach(
          (key, value) ->
              merged.merge(
                  key,
                  value,
                  (below, above) ->
                      below instanceof Mapping lower && above instanceof Mapping mapping
                          ? lower.overlaidWith(mapping)
                          : above));
      return new Mapping(merged, origin);
    }
  }
}
