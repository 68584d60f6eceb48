package io.mirrorlake.jobs.configuration;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** The keys that a configuration record knows. */
public final class Keys {
  private static final LevenshteinDistance DISTANCE = LevenshteinDistance.getDefaultInstance();

  /** A typing error changes a letter or two, or, in long words, up to a third of them. */
  private static final int TOLERATED_ERRORS = 2;

  private Keys() {}

  /**
   * One key.
   *
   * @param path its full name, such as {@code source.csv.header}
   * @param type its type
   * @param setting its description
   */
  public record Key(String path, Type type, Setting setting) {
    /** The record behind the key, where it groups further keys. */
    public Optional<Class<?>> group() {
      return recordOf(type);
    }
  }

  /** All keys of the record and of the records in it, groups before their members. */
  public static List<Key> of(Class<?> record) {
    List<Key> keys = new ArrayList<>();
    collect(record, "", keys);
    return List.copyOf(keys);
  }

  private static void collect(Class<?> record, String prefix, List<Key> keys) {
    for (RecordComponent component : record.getRecordComponents()) {
      String path = prefix + component.getName();
      keys.add(new Key(path, component.getGenericType(), setting(component)));
      recordOf(component.getGenericType()).ifPresent(group -> collect(group, path + ".", keys));
    }
  }

  static Setting setting(RecordComponent component) {
    return Objects.requireNonNull(component.getAnnotation(Setting.class), component::toString);
  }

  /** The record type, where the type is a record or an optional one. */
  static Optional<Class<?>> recordOf(Type type) {
    if (type instanceof Class<?> plain && plain.isRecord()) {
      return Optional.of(plain);
    }
    return type instanceof ParameterizedType optional && optional.getRawType() == Optional.class
        ? recordOf(optional.getActualTypeArguments()[0])
        : Optional.empty();
  }

  /** The record type of a list's elements, or of a mapping's values, where it is one. */
  static Optional<Class<?>> elementOf(Type type) {
    if (!(type instanceof ParameterizedType generic) || generic.getRawType() == Optional.class) {
      return Optional.empty();
    }
    Type[] arguments = generic.getActualTypeArguments();
    return recordOf(arguments[arguments.length - 1]);
  }

  /** Whether the type is a mapping whose keys are free. */
  static boolean isFree(Type type) {
    return type instanceof ParameterizedType generic && generic.getRawType() == Map.class;
  }

  /** The known name that the writer of {@code unknown} most likely meant. */
  public static Optional<String> nearest(String unknown, Stream<String> known) {
    return known
        .filter(
            name ->
                distance(unknown, name) <= Math.max(TOLERATED_ERRORS, lastWord(name).length() / 3))
        .min(Comparator.comparingInt(name -> distance(unknown, name)));
  }

  /**
   * Compared as a whole or by the last word, whichever is closer, without regard to case and
   * dashes.
   */
  private static int distance(String unknown, String name) {
    int whole = DISTANCE.apply(plain(unknown), plain(name));
    // One more for another group, so that a near miss in the right group wins.
    int word = 1 + DISTANCE.apply(plain(lastWord(unknown)), plain(lastWord(name)));
    return Math.min(whole, word);
  }

  private static String plain(String name) {
    return name.replaceAll("[-_ ]", "").toLowerCase(Locale.ROOT);
  }

  private static String lastWord(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  /** How an enum's constant is written: {@code ERROR_IF_EXISTS} as {@code errorIfExists}. */
  public static String written(Enum<?> constant) {
    String[] words = constant.name().toLowerCase(Locale.ROOT).split("_", -1);
    StringBuilder name = new StringBuilder(words[0]);
    Arrays.stream(words)
        .skip(1)
        .forEach(
            word -> name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1)));
    return name.toString();
  }
}
