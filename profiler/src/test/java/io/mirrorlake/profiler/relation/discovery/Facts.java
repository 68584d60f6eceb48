package io.mirrorlake.profiler.relation.discovery;

import io.mirrorlake.profiler.sketch.Hashing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Small tables in memory, as a scan would see them. */
final class Facts implements ExactCounts {
  private final Map<String, Map<String, List<@Nullable Object>>> tables = new LinkedHashMap<>();
  private final Map<String, DeclaredKeys> declared = new HashMap<>();

  /** A column of a table: values are longs, strings or null. */
  Facts column(String table, String column, int rows, IntFunction<@Nullable Object> value) {
    List<@Nullable Object> values = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      values.add(value.apply(row));
    }
    tables.computeIfAbsent(table, name -> new LinkedHashMap<>()).put(column, values);
    return this;
  }

  Facts declared(String table, DeclaredKeys keys) {
    declared.put(table, keys);
    return this;
  }

  List<ProposedTable> propose() {
    List<TableFacts> facts = new ArrayList<>();
    tables.forEach((name, columns) -> facts.add(table(name, columns)));
    return KeyDiscovery.propose(facts, new KeyDiscovery.Options(0.8, 5, 1_000, Set.of()), this);
  }

  ProposedTable propose(String table) {
    return propose().stream().filter(each -> each.name().equals(table)).findFirst().orElseThrow();
  }

  private TableFacts table(String name, Map<String, List<@Nullable Object>> columns) {
    List<ColumnFacts> facts = new ArrayList<>();
    List<long[]> sample = new ArrayList<>();
    int rows = columns.values().iterator().next().size();
    for (Map.Entry<String, List<@Nullable Object>> column : columns.entrySet()) {
      sample.add(column.getValue().stream().mapToLong(Facts::bits).toArray());
      facts.add(facts(column.getKey(), column.getValue()));
    }
    return new TableFacts(
        name, rows, facts, sample, declared.getOrDefault(name, DeclaredKeys.NONE));
  }

  private static ColumnFacts facts(String name, List<@Nullable Object> values) {
    ValueSample sample = new ValueSample(ValueSample.DEFAULT_CAPACITY);
    List<Object> present =
        values.stream().filter(Objects::nonNull).map(Object.class::cast).toList();
    present.forEach(value -> sample.add(bits(value)));
    boolean numbers = present.stream().allMatch(Long.class::isInstance);
    long range =
        numbers && !present.isEmpty()
            ? present.stream().mapToLong(Facts::bits).max().orElseThrow()
                - present.stream().mapToLong(Facts::bits).min().orElseThrow()
            : -1;
    boolean date = name.endsWith("_date");
    return new ColumnFacts(
        name,
        date ? KeyType.DATE : numbers ? KeyType.WHOLE : KeyType.TEXT,
        values.size() - present.size(),
        sample,
        range,
        numbers ? 0 : 3,
        name.equals("first_name"));
  }

  private static long bits(@Nullable Object value) {
    return value == null
        ? 0
        : value instanceof Long number ? number : Hashing.hash(value.toString());
  }

  @Override
  public boolean isUnique(String table, List<String> columns) {
    List<List<@Nullable Object>> rows = rows(table, columns);
    Set<List<@Nullable Object>> different = new HashSet<>(rows);
    return different.size() == rows.size() && rows.stream().noneMatch(row -> row.contains(null));
  }

  @Override
  public double coverage(String table, DeclaredKeys.ForeignKey key) {
    Set<List<@Nullable Object>> parents = new HashSet<>(rows(key.parent(), key.parentColumns()));
    List<List<@Nullable Object>> rows =
        rows(table, key.columns()).stream().filter(row -> !row.contains(null)).toList();
    return (double) rows.stream().filter(parents::contains).count() / rows.size();
  }

  private List<List<@Nullable Object>> rows(String table, List<String> columns) {
    Map<String, List<@Nullable Object>> values = Objects.requireNonNull(tables.get(table));
    List<List<@Nullable Object>> rows = new ArrayList<>();
    int count = values.values().iterator().next().size();
    for (int row = 0; row < count; row++) {
      List<@Nullable Object> parts = new ArrayList<>();
      for (String column : columns) {
        parts.add(Objects.requireNonNull(values.get(column)).get(row));
      }
      rows.add(parts);
    }
    return rows;
  }
}
