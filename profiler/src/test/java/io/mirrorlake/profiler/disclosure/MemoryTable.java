package io.mirrorlake.profiler.disclosure;

import io.mirrorlake.profiler.copula.Copula;
import io.mirrorlake.profiler.discovery.CandidateSearch;
import io.mirrorlake.profiler.discovery.ColumnRoles;
import io.mirrorlake.profiler.discovery.ConstraintKeeper;
import io.mirrorlake.profiler.discovery.ConstraintScan;
import io.mirrorlake.profiler.discovery.KeptConstraints;
import io.mirrorlake.profiler.discovery.RowSample;
import io.mirrorlake.profiler.discovery.TableRow;
import io.mirrorlake.profiler.fit.CodedColumn;
import io.mirrorlake.profiler.fit.ColumnSketch;
import io.mirrorlake.profiler.fit.ConstraintOptions;
import io.mirrorlake.profiler.fit.GaussianCopulaFitter;
import io.mirrorlake.profiler.fit.Recognition;
import io.mirrorlake.profiler.fit.RoundedCopula;
import io.mirrorlake.profiler.fit.SegmentCoder;
import io.mirrorlake.profiler.marginal.Marginal;
import io.mirrorlake.profiler.profile.ColumnProfile;
import io.mirrorlake.profiler.profile.Disclosure;
import io.mirrorlake.profiler.profile.Profile;
import io.mirrorlake.profiler.profile.ProfileJson;
import io.mirrorlake.profiler.profile.Provenance;
import io.mirrorlake.profiler.profile.SourceDescription;
import io.mirrorlake.profiler.profile.TableProfile;
import io.mirrorlake.profiler.relation.TableRelations;
import io.mirrorlake.profiler.schema.Column;
import io.mirrorlake.profiler.schema.ColumnType;
import io.mirrorlake.profiler.schema.ColumnType.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A small table and its profile, learned by the pure code as the scans on Spark would; numbers and
 * points in time as Double, strings as String, nulls as an empty Optional.
 */
final class MemoryTable {
  private static final int CAPACITY = 32_768;

  private final List<Column> columns = new ArrayList<>();
  private final List<List<Object>> rows = new ArrayList<>();
  private final Map<String, Optional<Recognition>> recognized = new HashMap<>();

  MemoryTable column(String name, Kind kind) {
    columns.add(new Column(name, ColumnType.of(kind), true));
    return this;
  }

  void add(Object... values) {
    rows.add(List.of(values));
  }

  MemoryTable with(Object... values) {
    MemoryTable more = new MemoryTable();
    more.columns.addAll(columns);
    more.rows.addAll(rows);
    more.add(values);
    return more;
  }

  List<Column> columns() {
    return columns;
  }

  /** The values of a column that are not null. */
  List<Object> values(int column) {
    return rows.stream()
        .map(row -> row.get(column))
        .filter(value -> !(value instanceof Optional))
        .toList();
  }

  /** The text of the profile under a fixed secret. */
  String profile(int minimumUnits, long secret) {
    DisclosurePolicy policy = new DisclosurePolicy(minimumUnits, false, secret);
    List<ColumnProfile> drawn = new ArrayList<>();
    for (int c = 0; c < columns.size(); c++) {
      drawn.add(drawn(c, policy));
    }
    KeptConstraints kept = constraints(drawn, policy);
    TableProfile table =
        new TableProfile(
            "t",
            new SourceDescription("test", "memory", Optional.empty()),
            policy.table("t").count(rows.size(), "rows"),
            kept.columns(),
            kept.constraints(),
            copula(drawn, kept, policy),
            List.of(),
            TableRelations.NONE,
            kept.notes(),
            Map.of());
    return ProfileJson.write(
        new Profile(
            new Provenance(Instant.EPOCH, "test", "test", "test", "0".repeat(64)),
            new Disclosure(minimumUnits, "row"),
            List.of(table)));
  }

  private ColumnProfile drawn(int c, DisclosurePolicy policy) {
    Column column = columns.get(c);
    ColumnSketch sketch = ColumnSketch.of(column.type(), CAPACITY, 0);
    for (List<Object> row : rows) {
      if (row.get(c) instanceof Double number) {
        ((ColumnSketch.Numbers) sketch).add(number, 0);
      } else if (row.get(c) instanceof String text) {
        ((ColumnSketch.Texts) sketch).add(text, 0);
      } else {
        sketch.addNull(0);
      }
    }
    DisclosurePolicy.ColumnRule rule = policy.column("t", column.name());
    Marginal marginal =
        sketch instanceof ColumnSketch.Texts texts
            ? texts.marginal(rule, recognized(column, texts))
            : sketch.marginal(rule);
    return new ColumnProfile.Drawn(
        new Column(column.name(), column.type(), marginal.nullProbability() > 0), marginal);
  }

  /** Recognition knows of no secret: once is enough. */
  private Optional<Recognition> recognized(Column column, ColumnSketch.Texts texts) {
    return recognized.computeIfAbsent(column.name(), texts::recognize);
  }

  private KeptConstraints constraints(List<ColumnProfile> drawn, DisclosurePolicy policy) {
    ConstraintOptions options = ConstraintOptions.DEFAULT;
    RowSample sample = new RowSample(CAPACITY);
    TableRow row = new TableRow(columns.size());
    for (int i = 0; i < rows.size(); i++) {
      put(row, i);
      sample.add(row, i);
    }
    ConstraintScan scan =
        CandidateSearch.search(columns, ColumnRoles.NONE, sample, options, policy);
    for (int i = 0; i < rows.size(); i++) {
      put(row, i);
      scan.add(row, 0);
    }
    return ConstraintKeeper.keep("t", drawn, scan, policy, options);
  }

  private void put(TableRow row, int i) {
    for (int c = 0; c < columns.size(); c++) {
      Object value = rows.get(i).get(c);
      if (value instanceof Double number) {
        row.put(c, number);
      } else if (value instanceof String text) {
        row.put(c, text);
      } else {
        row.putNull(c);
      }
    }
  }

  /** A Gaussian copula of the columns that are drawn for themselves. */
  private Copula copula(List<ColumnProfile> drawn, KeptConstraints kept, DisclosurePolicy policy) {
    List<CodedColumn> coded = new ArrayList<>();
    for (int c = 0; c < columns.size(); c++) {
      ColumnProfile now = kept.columns().get(c);
      Marginal marginal = drawn.get(c).distribution().orElseThrow();
      if (now instanceof ColumnProfile.Drawn && marginal.segmentCount() > 0) {
        coded.add(CodedColumn.of(columns.get(c).name(), marginal, codes(c, marginal)));
      }
    }
    return RoundedCopula.of(
        GaussianCopulaFitter.fit(coded).copula(), rows.size(), policy.table("t"));
  }

  private short[] codes(int c, Marginal marginal) {
    SegmentCoder coder = SegmentCoder.of(marginal);
    short[] codes = new short[rows.size()];
    for (int i = 0; i < codes.length; i++) {
      Object value = rows.get(i).get(c);
      codes[i] = CodedColumn.NULL;
      if (value instanceof Double number && coder instanceof SegmentCoder.Numbers numbers) {
        codes[i] = numbers.code(number);
      } else if (value instanceof String text && coder instanceof SegmentCoder.Texts texts) {
        codes[i] = texts.code(text);
      }
    }
    return codes;
  }
}
