package io.mirrorlake.synthesizer.dataset;

import static io.mirrorlake.synthesizer.dataset.Shapes.column;
import static io.mirrorlake.synthesizer.dataset.Shapes.family;
import static io.mirrorlake.synthesizer.dataset.Shapes.hidden;
import static io.mirrorlake.synthesizer.dataset.Shapes.key;
import static io.mirrorlake.synthesizer.dataset.Shapes.part;
import static io.mirrorlake.synthesizer.dataset.Shapes.reference;
import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorlake.profiler.copula.CodeTreeText;
import io.mirrorlake.profiler.copula.TreeColumn;
import io.mirrorlake.profiler.copula.TreeCopula;
import io.mirrorlake.profiler.profile.Profile;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Races of drivers who keep their number and their time where a flag says so. */
class RepeatedValuesTest {
  private static final List<String> FIELDS = List.of("driver", "number", "time", "parity");

  /** The flag says yes in seven rows of ten; numbers are 0 to 9. */
  private static final double KEPT = 0.7;

  private static final double BY_CHANCE = 0.1;

  /** Numbers have a code each, times one for all: what repeats is the value, not the code. */
  private static final TreeCopula COPULA =
      new TreeCopula(
          List.of(
              trees("=number", List.of(0, 1), "="),
              trees("number", List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9), "=").repeating("=number"),
              trees("time", List.of(0), "=").repeating("=number"),
              trees("parity", List.of(0, 1), "?1:0,2,4,6,8 =0*1 =1*1")));

  private static TreeColumn trees(String name, List<Integer> starts, String tree) {
    return new TreeColumn(name, starts, false, List.of(CodeTreeText.read(tree)));
  }

  private static String numbers(String name, int values) {
    List<String> segments = new ArrayList<>();
    for (int value = 0; value < values; value++) {
      segments.add("{\"at\": " + value + ", \"p\": " + 1.0 / values + "}");
    }
    return drawn(name, "bigint", segments.toString());
  }

  private static String drawn(String name, String type, String segments) {
    return column(
        name,
        type,
        false,
        "\"marginal\": {\"kind\": \"numeric\", \"nullProbability\": 0, \"grid\":"
            + " {\"step\": 1, \"decimals\": 0}, \"segments\": "
            + segments
            + "}");
  }

  private static Profile independent() {
    return new Shapes()
        .table(
            "drivers",
            400,
            "\"id\"",
            List.of(key("id", 1), hidden("#races.driver", 0.1, 0.2, 0, 0, 0, 0, 0, 0.4, 0.3)),
            List.of())
        .table(
            "races",
            2160,
            "\"id\"",
            List.of(
                key("id", 1),
                part("driver", "races.driver", 0, false),
                hidden("=number", 1 - KEPT, KEPT),
                numbers("number", 10),
                drawn("time", "bigint", "[{\"from\": 0, \"to\": 999999999, \"p\": 1}]"),
                numbers("parity", 2)),
            List.of(
                reference(
                    "races.driver", "\"driver\"", "drivers", "\"id\"", family("#races.driver", 0))))
        .profile();
  }

  private static Profile profile(TreeCopula copula) {
    return Shapes.dependent(independent(), "races", copula);
  }

  private static Database database(TreeCopula copula) {
    return new Database(DatasetPlan.of(profile(copula), 3, DatasetSize.SOURCE));
  }

  private static List<List<String>> rows(Database database) {
    return database.keys("races", FIELDS).stream().map(row -> List.of(row.split("\\|"))).toList();
  }

  /** The share of rows with the value of the row before, among siblings or among neighbours. */
  private static double same(List<List<String>> rows, String field, boolean siblings) {
    int at = FIELDS.indexOf(field);
    int pairs = 0;
    int same = 0;
    for (int i = 1; i < rows.size(); i++) {
      if (rows.get(i).get(0).equals(rows.get(i - 1).get(0)) == siblings) {
        pairs++;
        same += rows.get(i).get(at).equals(rows.get(i - 1).get(at)) ? 1 : 0;
      }
    }
    assertThat(pairs).isGreaterThan(siblings ? 1500 : 300);
    return (double) same / pairs;
  }

  /**
   * A share p of some 1,750 pairs of siblings, or 360 pairs of neighbours of two families, has a
   * standard deviation of sqrt(p (1 - p) / pairs), at most 0.012 and 0.016: five of them are
   * exceeded with a probability of 6e-7.
   */
  @Test
  void siblingsKeepTheirValueWhereTheFlagSaysSo() {
    List<List<String>> rows = rows(database(COPULA));

    double both = KEPT + (1 - KEPT) * BY_CHANCE;
    assertThat(Math.abs(same(rows, "number", true) - both)).isLessThan(0.06);
    assertThat(Math.abs(same(rows, "time", true) - KEPT)).isLessThan(0.06);
    assertThat(Math.abs(same(rows, "number", false) - BY_CHANCE)).isLessThan(0.08);
    assertThat(same(rows, "time", false)).isZero();
  }

  /** The companion: without the mark, siblings are alike by chance. */
  @Test
  void noFlagIsFollowedThatNoColumnNames() {
    List<TreeColumn> columns =
        COPULA.columns().stream()
            .map(of -> new TreeColumn(of.name(), of.starts(), of.ordered(), of.trees()))
            .toList();
    List<List<String>> rows = rows(database(new TreeCopula(columns)));

    assertThat(Math.abs(same(rows, "number", true) - BY_CHANCE)).isLessThan(0.06);
    assertThat(same(rows, "time", true)).isZero();
  }

  /**
   * What is drawn after a column knows the value that was kept, not the one it took the place of.
   */
  @Test
  void laterColumnsKnowWhatIsKept() {
    assertThat(rows(database(COPULA)))
        .allMatch(row -> Integer.parseInt(row.get(1)) % 2 == Integer.parseInt(row.get(3)));
  }

  @Test
  void anyRowsAndColumnsCanBeReadAlone() {
    Database database = database(COPULA);
    List<String> whole = database.rows("races");
    for (int first = 0; first < whole.size(); first += 97) {
      int end = Math.min(whole.size(), first + 97);
      assertThat(database.rows("races", first, end)).isEqualTo(whole.subList(first, end));
    }
    assertThat(database.keys("races", List.of("time")))
        .isEqualTo(rows(database).stream().map(row -> row.get(2) + "|").toList());
  }
}
