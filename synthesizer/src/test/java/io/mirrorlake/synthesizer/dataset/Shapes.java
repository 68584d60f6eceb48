package io.mirrorlake.synthesizer.dataset;

import io.mirrorlake.profiler.copula.Copula;
import io.mirrorlake.profiler.profile.Profile;
import io.mirrorlake.profiler.profile.ProfileJson;
import io.mirrorlake.profiler.profile.TableProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Profiles of small databases, written as the document writes them. */
final class Shapes {
  private static final String HEAD =
      """
      {"format": "mirrorlake-profile", "version": 1,
       "provenance": {"createdAt": "2026-11-25T12:00:00Z", "mirrorlake": "0.1.0", "spark": "4.1.0",
        "java": "17", "configurationDigest": "00"},
       "disclosure": {"minimumUnits": 10, "privacyUnit": "row"}, "tables": [\
      """;

  private final List<String> tables = new ArrayList<>();

  /** A key in sequence. */
  static String key(String name, int start) {
    return column(
        name,
        "bigint",
        false,
        "\"key\": {\"kind\": \"sequence\", \"start\": " + start + ", \"step\": 1}");
  }

  /** A part of a foreign key. */
  static String part(String name, String reference, int part, boolean nullable) {
    return column(
        name,
        "bigint",
        nullable,
        "\"reference\": {\"name\": \"" + reference + "\", \"part\": " + part + "}");
  }

  /** A hidden whole number that is one of the values from 0 on with these probabilities. */
  static String hidden(String name, double... probabilities) {
    List<String> segments = new ArrayList<>();
    for (int value = 0; value < probabilities.length; value++) {
      if (probabilities[value] > 0) {
        segments.add("{\"at\": " + value + ", \"p\": " + probabilities[value] + "}");
      }
    }
    return column(
        name,
        "int",
        false,
        "\"hidden\": true, \"marginal\": {\"kind\": \"numeric\", \"nullProbability\": 0, \"grid\":"
            + " {\"step\": 1, \"decimals\": 0}, \"segments\": "
            + segments
            + "}");
  }

  static String column(String name, String type, boolean nullable, String rest) {
    return "{\"name\": \""
        + name
        + "\", \"type\": \""
        + type
        + "\", \"nullable\": "
        + nullable
        + ", "
        + rest
        + "}";
  }

  /** A reference; columns and parent columns are lists of quoted names. */
  static String reference(
      String name, String columns, String parent, String parentColumns, String law) {
    return "{\"name\": \""
        + name
        + "\", \"columns\": ["
        + columns
        + "], \"parent\": \""
        + parent
        + "\", \"parentColumns\": ["
        + parentColumns
        + "], \"law\": "
        + law
        + "}";
  }

  static String family(String fanOut, double parentless) {
    return "{\"kind\": \"family\", \"fanOut\": \""
        + fanOut
        + "\", \"parentless\": "
        + parentless
        + "}";
  }

  static String popular(String cell, boolean distinct, String laws) {
    return "{\"kind\": \"popular\", \"cell\": \""
        + cell
        + "\", \"distinct\": "
        + distinct
        + ", \"byCell\": ["
        + laws
        + "]}";
  }

  /** A further parent that siblings share, or share with no sibling. */
  static String dealt(String cell, String siblings, String laws) {
    return popular(cell, false, laws)
        .replace("\"byCell\"", "\"siblings\": \"" + siblings + "\", \"byCell\"");
  }

  static String once(String cell, String laws) {
    return popular(cell, false, laws).replace("\"byCell\"", "\"once\": true, \"byCell\"");
  }

  Shapes table(String name, int rows, String key, List<String> columns, List<String> references) {
    return table(name, rows, List.of(), key, columns, references);
  }

  /** A table with cells. */
  Shapes table(
      String name,
      int rows,
      List<Double> cells,
      String key,
      List<String> columns,
      List<String> references) {
    tables.add(
        "{\"name\": \""
            + name
            + "\", \"source\": {\"format\": \"csv\", \"location\": \"x\"}, \"rows\": "
            + rows
            + ", \"notes\": [], \"columns\": "
            + columns
            + ", \"constraints\": [], \"relations\": {\"role\": \"synthesized\", \"primaryKey\": ["
            + key
            + "], \"references\": "
            + references
            + ", \"cells\": "
            + cells
            + "}, \"copula\": {\"kind\": \"independent\"}}");
    return this;
  }

  /**
   * A table of staff and their bosses, which lies in levels.
   *
   * @param firstId the id of the first row
   * @param byLevel the laws of the levels below the first
   */
  Shapes staff(int rows, List<Double> levels, int firstId, String byLevel) {
    return table(
        "staff",
        rows,
        levels,
        "\"id\"",
        List.of(key("id", firstId), part("boss", "staff.boss", 0, true)),
        List.of(
            reference(
                "staff.boss",
                "\"boss\"",
                "staff",
                "\"id\"",
                "{\"kind\": \"level\", \"byLevel\": [" + byLevel + "]}")));
  }

  /** A reference table of numbered rows, with cells. */
  Shapes kept(String name, int rows, List<Double> cells) {
    return kept(
        name,
        cells,
        List.of("id"),
        IntStream.rangeClosed(1, rows).mapToObj(Integer::toString).toList());
  }

  /**
   * A reference table with cells.
   *
   * @param columns a key of whole numbers, and columns of texts, or of a type that follows the name
   *     and a blank, after "!" for one that has no nulls
   * @param values row by row; empty for nulls
   */
  Shapes kept(String name, List<Double> cells, List<String> columns, List<String> values) {
    int width = columns.size();
    List<List<String>> rows = new ArrayList<>();
    for (int at = 0; at < values.size(); at += width) {
      rows.add(
          values.subList(at, at + width).stream()
              .map(value -> value.isEmpty() ? "null" : "\"" + value + "\"")
              .toList());
    }
    List<String> kept = new ArrayList<>();
    for (String column : columns) {
      boolean isKey = kept.isEmpty();
      String[] parts = column.split(" ", 2);
      String type = parts.length > 1 ? parts[1].replace("!", "") : isKey ? "bigint" : "string";
      boolean nullable = !isKey && !column.contains("!");
      kept.add(column(parts[0], type, nullable, "\"kept\": true"));
    }
    tables.add(
        "{\"name\": \""
            + name
            + "\", \"source\": {\"format\": \"csv\", \"location\": \"x\"}, \"rows\": "
            + rows.size()
            + ", \"notes\": [], \"columns\": "
            + kept
            + ", \"constraints\": [], \"relations\": {\"role\": \"reference\", \"primaryKey\":"
            + " [\"id\"], \"references\": [], \"cells\": "
            + cells
            + ", \"rows\": {\"columns\": "
            + columns.stream().map(column -> "\"" + column.split(" ", 2)[0] + "\"").toList()
            + ", \"values\": "
            + rows
            + "}}, \"copula\": {\"kind\": \"independent\"}}");
    return this;
  }

  /** A profile in which a table's columns depend on each other. */
  static Profile dependent(Profile independent, String name, Copula copula) {
    return new Profile(
        independent.provenance(),
        independent.disclosure(),
        independent.tables().stream()
            .map(table -> table.name().equals(name) ? dependent(table, copula) : table)
            .toList());
  }

  private static TableProfile dependent(TableProfile table, Copula copula) {
    return new TableProfile(
        table.name(),
        table.source(),
        table.rows(),
        table.columns(),
        table.constraints(),
        copula,
        table.nested(),
        table.relations(),
        table.notes(),
        Map.of());
  }

  Profile profile() {
    return ProfileJson.read(HEAD + String.join(",", tables) + "]}", "test");
  }
}
