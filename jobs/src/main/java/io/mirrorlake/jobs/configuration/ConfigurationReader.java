package io.mirrorlake.jobs.configuration;

import io.mirrorlake.profiler.schema.ErrorKind;
import io.mirrorlake.profiler.schema.UserException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts a configuration together. This is the one place that says which setting wins: defaults are
 * overruled by the file, the file by {@code --set}, {@code --set} by the named options.
 */
public final class ConfigurationReader {
  /** The group of Spark's own settings, whose names contain dots. */
  private static final String SPARK = "spark";

  private final EnvironmentVariables environment;

  private ConfigurationReader(EnvironmentVariables environment) {
    this.environment = environment;
  }

  /** A reader that takes {@code ${NAME}} from these variables. */
  public static ConfigurationReader of(Map<String, String> environment) {
    return new ConfigurationReader(EnvironmentVariables.of(environment));
  }

  /**
   * A setting from the command line.
   *
   * @param path the key
   * @param value its value
   * @param origin how it was given: {@code --set rows}, or {@code --rows}
   */
  public record Adjustment(String path, String value, String origin) {
    /** The setting in the text {@code key=value}. */
    public static Adjustment ofText(String text) {
      int equals = text.indexOf('=');
      if (equals < 1) {
        throw UserException.of(
            ErrorKind.CONFIGURATION,
            "--set " + text + ": has no '='",
            "write --set key=value, for instance --set rows=1000");
      }
      String path = text.substring(0, equals).strip();
      return new Adjustment(path, text.substring(equals + 1), "--set " + path);
    }
  }

  /** The settings of a file's text. */
  public Settings file(String text, String where) {
    return new Settings(YamlSettings.read(text, where, environment));
  }

  /** The record that the file's settings and the adjustments amount to; later adjustments win. */
  public <R extends Record> R read(Class<R> type, Settings file, List<Adjustment> adjustments) {
    SettingNode.Mapping merged = expanded(file.root(), type);
    for (Adjustment adjustment : adjustments) {
      merged = merged.overlaidWith(expanded(nested(adjustment), type));
    }
    return RecordBinder.bind(type, SharedSource.spread(merged));
  }

  private SettingNode.Mapping nested(Adjustment adjustment) {
    SettingNode value = environment.substitute(adjustment.value(), adjustment.origin());
    List<String> names = Arrays.asList(adjustment.path().split("\\.", names(adjustment.path())));
    for (int i = names.size() - 1; i >= 0; i--) {
      value = new SettingNode.Mapping(Map.of(names.get(i), value), adjustment.origin());
    }
    return (SettingNode.Mapping) value;
  }

  /** Into how many names a path is split: Spark's keys keep their dots. */
  private static int names(String path) {
    return path.startsWith(SPARK + ".") ? 2 : -1;
  }

  /**
   * Writes plain values that stand for a group as the group, so that the layers can be merged key
   * by key.
   */
  private static SettingNode.Mapping expanded(SettingNode.Mapping settings, Class<?> type) {
    Map<String, SettingNode> members = new LinkedHashMap<>(settings.members());
    for (RecordComponent component : type.getRecordComponents()) {
      Keys.recordOf(component.getGenericType())
          .ifPresent(
              group ->
                  members.computeIfPresent(
                      component.getName(), (key, node) -> expanded(node, group)));
      Keys.elementOf(component.getGenericType())
          .ifPresent(
              element ->
                  members.computeIfPresent(
                      component.getName(), (key, node) -> eachExpanded(node, element)));
    }
    if (type == DatasetConfiguration.class) {
      members.computeIfPresent("source", (key, node) -> expanded(node, SourceConfiguration.class));
    }
    return new SettingNode.Mapping(members, settings.origin());
  }

  /** The same for the values of a mapping with free keys. */
  private static SettingNode eachExpanded(SettingNode node, Class<?> element) {
    if (!(node instanceof SettingNode.Mapping free)) {
      return node;
    }
    Map<String, SettingNode> members = new LinkedHashMap<>(free.members());
    members.replaceAll((key, each) -> expanded(each, element));
    return new SettingNode.Mapping(members, free.origin());
  }

  private static SettingNode expanded(SettingNode node, Class<?> group) {
    Shorthand shorthand = group.getAnnotation(Shorthand.class);
    SettingNode whole =
        shorthand != null && node instanceof SettingNode.Scalar
            ? new SettingNode.Mapping(Map.of(shorthand.value(), node), node.origin())
            : node;
    return whole instanceof SettingNode.Mapping mapping ? expanded(mapping, group) : whole;
  }

  /** The settings of one file, not yet bound. */
  public static final class Settings {
    private final SettingNode.Mapping root;

    private Settings(SettingNode.Mapping root) {
      this.root = root;
    }

    /** No file. */
    public static Settings none() {
      return new Settings(SettingNode.Mapping.empty("command line"));
    }

    /** Whether the file has this key at its top. */
    public boolean has(String key) {
      return root.members().containsKey(key);
    }

    private SettingNode.Mapping root() {
      return root;
    }
  }
}
