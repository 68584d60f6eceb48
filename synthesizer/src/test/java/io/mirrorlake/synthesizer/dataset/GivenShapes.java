package io.mirrorlake.synthesizer.dataset;

import static io.mirrorlake.synthesizer.dataset.Shapes.column;
import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorlake.profiler.copula.CodeTreeText;
import io.mirrorlake.profiler.copula.GivenColumn;
import io.mirrorlake.profiler.copula.GivenColumn.Origin;
import io.mirrorlake.profiler.copula.TreeColumn;
import io.mirrorlake.profiler.profile.Profile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What tests of given columns share: columns that are as others say, and tables by rows. */
final class GivenShapes {
  private GivenShapes() {}

  static GivenColumn further(String reference, String column, int codes) {
    return new GivenColumn(
        reference + "/" + column, Origin.FURTHER, reference, column, upTo(codes));
  }

  static GivenColumn previous(String column, int codes) {
    return new GivenColumn("previous." + column, Origin.PREVIOUS, column, upTo(codes));
  }

  static GivenColumn parent(String column, int codes) {
    return new GivenColumn("parent." + column, Origin.PARENT, column, upTo(codes));
  }

  static List<Integer> upTo(int codes) {
    return IntStream.range(0, codes).boxed().toList();
  }

  /** A column that is as another one says, among those given and drawn before. */
  static TreeColumn same(String name, int asked, int codes) {
    StringBuilder tree = new StringBuilder();
    for (int code = 0; code < codes - 1; code++) {
      tree.append("?" + asked + ":" + code + " =" + code + "*1 ");
    }
    return trees(name, codes, tree + "=" + (codes - 1) + "*1");
  }

  static TreeColumn trees(String name, int codes, String tree) {
    return new TreeColumn(name, upTo(codes), false, List.of(CodeTreeText.read(tree)));
  }

  static String number(String name, int values) {
    return column(name, "bigint", false, marginal(values, 0));
  }

  static String marginal(int values, double nulls) {
    List<String> segments = new ArrayList<>();
    for (int value = 0; value < values; value++) {
      segments.add("{\"at\": " + value + ", \"p\": " + 1.0 / values + "}");
    }
    return "\"marginal\": {\"kind\": \"numeric\", \"nullProbability\": "
        + nulls
        + ", \"grid\": {\"step\": 1, \"decimals\": 0}, \"segments\": "
        + segments
        + "}";
  }

  static Database database(Profile profile, double scale) {
    return new Database(DatasetPlan.of(profile, 7, new DatasetSize(scale, Map.of())));
  }

  static List<Map<String, String>> read(Database database, String table) {
    List<String> fields = database.plan().profile().table(table).fields();
    List<Map<String, String>> rows = new ArrayList<>();
    for (String text : database.rows(table)) {
      String[] values = text.split("\\|", -1);
      Map<String, String> row = new HashMap<>();
      for (int i = 0; i < fields.size(); i++) {
        row.put(fields.get(i), values[i]);
      }
      rows.add(row);
    }
    return rows;
  }

  /** The values of a column by another one, which is a key. */
  static Map<String, String> by(Database database, String table, String column) {
    Map<String, String> values = new HashMap<>();
    read(database, table).forEach(row -> values.put(row.get("id"), row.get(column)));
    return values;
  }

  /** The values are those of the rows referred to, or what stands for none of them. */
  static void requireSame(
      List<Map<String, String>> rows,
      String column,
      Map<String, String> parents,
      String reference,
      int none) {
    assertThat(rows)
        .allSatisfy(
            row ->
                assertThat(row.get(column))
                    .as("%s", row)
                    .isEqualTo(parents.getOrDefault(row.get(reference), "" + none)));
    assertThat(rows.stream().map(row -> row.get(column)).distinct().count()).isGreaterThan(2);
  }

  static void requireParts(Database database) {
    for (String table : database.plan().tables()) {
      List<String> whole = database.rows(table);
      int step = Math.max(37, whole.size() / 20);
      for (int first = 0; first < whole.size(); first += step) {
        int end = Math.min(whole.size(), first + step);
        assertThat(database.rows(table, first, end)).isEqualTo(whole.subList(first, end));
      }
      List<String> fields = database.plan().profile().table(table).fields();
      for (int i = 0; i < fields.size(); i++) {
        int at = i;
        assertThat(database.rows(table, 0, whole.size(), List.of(fields.get(i))))
            .as("%s.%s", table, fields.get(i))
            .isEqualTo(whole.stream().map(row -> row.split("\\|", -1)[at] + "|").toList());
      }
    }
  }
}
