package io.mirrorlake.synthesizer.dataset;

import io.mirrorlake.profiler.profile.Profile;
import io.mirrorlake.profiler.profile.ProfileJson;
import io.mirrorlake.profiler.profile.TableProfile;
import io.mirrorlake.profiler.relation.Reference;
import io.mirrorlake.synthesizer.plan.Digest;
import io.mirrorlake.synthesizer.plan.RowRange;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** A synthetic database in memory, and what is wrong with its keys. */
final class Database {
  /** As many hexadecimal digits as tell any two databases apart. */
  private static final int DIGEST = 16;

  private final DatasetPlan plan;

  Database(DatasetPlan plan) {
    this.plan = plan;
  }

  static Profile profile(String resource) {
    try (InputStream stream = Database.class.getResourceAsStream(resource)) {
      byte[] bytes = Objects.requireNonNull(stream, resource).readAllBytes();
      return ProfileJson.read(new String(bytes, StandardCharsets.UTF_8), resource);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Database of(String resource, long seed, DatasetSize size) {
    return new Database(DatasetPlan.of(profile(resource), seed, size));
  }

  DatasetPlan plan() {
    return plan;
  }

  /** All rows of a table, with every field. */
  List<String> rows(String table) {
    return rows(table, 0, plan.rows(table));
  }

  List<String> rows(String table, long first, long end) {
    return rows(table, first, end, plan.profile().table(table).fields());
  }

  List<String> rows(String table, long first, long end, List<String> fields) {
    TableRows rows = plan.table(table, fields);
    RowReader reader = rows.reader(new RowRange(first, end));
    List<String> texts = new ArrayList<>();
    for (int count = reader.next(); count > 0; count = reader.next()) {
      for (int row = 0; row < count; row++) {
        texts.add(Digest.row(reader.sampler(), fields.size(), row));
      }
    }
    return texts;
  }

  /** The values of some columns, as one text a row; empty where a part is null. */
  List<String> keys(String table, List<String> columns) {
    return rows(table, 0, plan.rows(table), columns).stream()
        .map(row -> ("|" + row).contains("|null|") ? "" : row)
        .toList();
  }

  /** The SHA-256 of every table, in order. */
  List<String> digests() {
    return plan.tables().stream().map(table -> table + " " + Digest.sha256(rows(table))).toList();
  }

  /** The beginning of the SHA-256 of all tables' digests. */
  String digest() {
    return Digest.sha256(digests()).substring(0, DIGEST);
  }

  /** What is wrong with keys: repeated or missing primary keys, references to nothing. */
  List<String> faults() {
    List<String> faults = new ArrayList<>();
    for (TableProfile table : plan.profile().tables()) {
      List<String> key = table.relations().primaryKey();
      if (!key.isEmpty()) {
        Set<String> seen = new HashSet<>();
        for (String value : keys(table.name(), key)) {
          if (value.isEmpty() || !seen.add(value)) {
            faults.add(table.name() + " has the key '" + value + "' again");
          }
        }
      }
      for (Reference reference : table.relations().references()) {
        Set<String> there = new HashSet<>(keys(reference.parent(), reference.parentColumns()));
        for (String value : keys(table.name(), reference.columns())) {
          if (!value.isEmpty() && !there.contains(value)) {
            faults.add(reference.name() + " refers to '" + value + "'");
          }
        }
        if (keys(table.name(), reference.columns()).contains("")
            && reference.columns().stream()
                .noneMatch(column -> table.column(column).column().nullable())) {
          faults.add(reference.name() + " has nulls");
        }
      }
    }
    return faults;
  }
}
