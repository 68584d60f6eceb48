package io.mirrorlake.jobs.configuration;

import io.mirrorlake.profiler.schema.ErrorKind;
import io.mirrorlake.profiler.schema.UserException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Turns settings into a configuration record, or says which value is wrong, where, and what would
 * be right.
 */
final class RecordBinder {
  /** Where a value comes from that nobody wrote. */
  private static final String DEFAULT_ORIGIN = "default";

  private final List<Keys.Key> known;

  /** What stands before the names of {@link #known}: a dot after each element of a mapping. */
  private final String root;

  private RecordBinder(Class<?> type, String root) {
    this.known = Keys.of(type);
    this.root = root;
  }

  static <R extends Record> R bind(Class<R> type, SettingNode.Mapping settings) {
    return type.cast(new RecordBinder(type, "").record(type, "", settings));
  }

  /** A record that is an element of a list or of a mapping. */
  private static Object element(Class<?> type, String path, SettingNode node) {
    return new RecordBinder(type, path + ".").record(type, path + ".", mapping(path, node));
  }

  private Object record(Class<?> type, String prefix, SettingNode.Mapping settings) {
    RecordComponent[] components = type.getRecordComponents();
    settings.members().forEach((key, node) -> requireKnown(components, prefix, key, node));
    Object[] arguments =
        Arrays.stream(components).map(component -> argument(component, prefix, settings)).toArray();
    return construct(type, components, arguments);
  }

  private void requireKnown(
      RecordComponent[] components, String prefix, String key, SettingNode node) {
    if (Arrays.stream(components).anyMatch(component -> component.getName().equals(key))) {
      return;
    }
    String here =
        Arrays.stream(components).map(RecordComponent::getName).collect(Collectors.joining(", "));
    String cure =
        Keys.nearest(prefix + key, known.stream().map(each -> root + each.path()))
            .map(nearest -> "write '" + nearest + "', which is the nearest known key")
            .orElse("use one of " + here);
    throw UserException.of(
        ErrorKind.CONFIGURATION, node.origin() + ": unknown key '" + prefix + key + "'", cure);
  }

  private @Nullable Object argument(
      RecordComponent component, String prefix, SettingNode.Mapping settings) {
    String path = prefix + component.getName();
    Setting setting = Keys.setting(component);
    SettingNode node = settings.members().get(component.getName());
    if (node == null && !setting.fallback().isEmpty()) {
      node = SettingNode.Scalar.of(setting.fallback(), DEFAULT_ORIGIN);
    }
    return node == null
        ? absent(component.getGenericType(), path, settings)
        : value(component.getGenericType(), path, setting, node);
  }

  private Object absent(Type type, String path, SettingNode.Mapping settings) {
    if (type instanceof ParameterizedType generic) {
      Type raw = generic.getRawType();
      return raw == Optional.class ? Optional.empty() : raw == List.class ? List.of() : Map.of();
    }
    Optional<Class<?>> group = Keys.recordOf(type);
    if (group.isPresent()) {
      return record(group.get(), path + ".", SettingNode.Mapping.empty(settings.origin()));
    }
    throw missing(path, settings);
  }

  private UserException missing(String path, SettingNode.Mapping settings) {
    String option =
        known.stream()
            .filter(key -> root.isEmpty())
            .filter(key -> key.path().equals(path) || shorthand(key).equals(path))
            .map(key -> key.setting().option())
            .filter(name -> !name.isEmpty())
            .map(name -> "give " + name + ", or ")
            .findFirst()
            .orElse("");
    return UserException.of(
        ErrorKind.CONFIGURATION,
        settings.origin() + ": the key '" + path + "' is missing",
        option + "write '" + path + "' in the configuration file");
  }

  /** A group's option is that of its shorthand: 'source.path' is asked for as --source. */
  private static String shorthand(Keys.Key key) {
    return key.group()
        .map(group -> group.getAnnotation(Shorthand.class))
        .map(shorthand -> key.path() + "." + shorthand.value())
        .orElse("");
  }

  private Object value(Type type, String path, Setting setting, SettingNode node) {
    if (type instanceof ParameterizedType generic) {
      Type raw = generic.getRawType();
      Type element = generic.getActualTypeArguments()[0];
      if (raw == Optional.class) {
        return Optional.of(value(element, path, setting, node));
      }
      if (raw == List.class) {
        return list(element, path, setting, node);
      }
      return map(generic.getActualTypeArguments()[1], path, setting, node);
    }
    Optional<Class<?>> group = Keys.recordOf(type);
    if (group.isPresent()) {
      return record(group.get(), path + ".", mapping(path, node));
    }
    if (!(node instanceof SettingNode.Scalar scalar)) {
      throw ScalarReader.wrong(path, node.origin(), "is not a plain value", "write one value");
    }
    return ScalarReader.of(path, setting).read((Class<?>) type, scalar);
  }

  private Map<String, ?> map(Type element, String path, Setting setting, SettingNode node) {
    if (element == Object.class) {
      return mapping(path, node).plain();
    }
    if (element == String.class) {
      return free(path, mapping(path, node));
    }
    Map<String, Object> values = new LinkedHashMap<>();
    Keys.recordOf(element)
        .ifPresentOrElse(
            type ->
                mapping(path, node)
                    .members()
                    .forEach((key, each) -> values.put(key, element(type, path + "." + key, each))),
            () ->
                NamedValues.of(path, node)
                    .forEach(
                        (key, each) ->
                            values.put(key, value(element, each.path(), setting, each.node()))));
    return values;
  }

  private List<Object> list(Type element, String path, Setting setting, SettingNode node) {
    Optional<Class<?>> type = Keys.recordOf(element);
    if (type.isPresent()) {
      return records(type.get(), path, node);
    }
    Stream<SettingNode> elements =
        node instanceof SettingNode.Sequence sequence
            ? sequence.elements().stream()
            : node instanceof SettingNode.Scalar scalar ? commaSeparated(scalar) : Stream.of(node);
    return elements.map(each -> value(element, path, setting, each)).toList();
  }

  private static List<Object> records(Class<?> type, String path, SettingNode node) {
    if (!(node instanceof SettingNode.Sequence sequence)) {
      throw ScalarReader.wrong(
          path, node.origin(), "is no list", "write each of its elements after a dash");
    }
    List<Object> records = new ArrayList<>();
    for (SettingNode each : sequence.elements()) {
      records.add(element(type, path + "[" + records.size() + "]", each));
    }
    return records;
  }

  private static Stream<SettingNode> commaSeparated(SettingNode.Scalar scalar) {
    return Arrays.stream(scalar.text().split(",", -1))
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .map(text -> SettingNode.Scalar.of(text, scalar.origin()));
  }

  private static SettingNode.Mapping mapping(String path, SettingNode node) {
    if (node instanceof SettingNode.Mapping mapping) {
      return mapping;
    }
    throw ScalarReader.wrong(
        path, node.origin(), "groups further keys", "write its keys, indented below it");
  }

  /** A mapping with free keys; keys in groups are joined by dots. */
  private static Map<String, String> free(String path, SettingNode.Mapping mapping) {
    Map<String, String> values = new LinkedHashMap<>();
    mapping
        .members()
        .forEach(
            (key, node) -> {
              if (node instanceof SettingNode.Mapping inner) {
                free(path, inner).forEach((rest, value) -> values.put(key + "." + rest, value));
              } else if (node instanceof SettingNode.Scalar scalar) {
                values.put(key, scalar.text());
              } else {
                throw ScalarReader.wrong(
                    path + "." + key, node.origin(), "is a list", "write one value");
              }
            });
    return values;
  }

  private static Object construct(Class<?> type, RecordComponent[] components, Object[] arguments) {
    try {
      Class<?>[] types =
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      return constructor.newInstance(arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof UserException complaint) {
        throw complaint;
      }
      throw new IllegalStateException(e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
