package io.mirrorlake.synthesizer.dataset;

import static io.mirrorlake.synthesizer.dataset.Shapes.column;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mirrorlake.profiler.copula.CodeTreeText;
import io.mirrorlake.profiler.copula.GivenColumn;
import io.mirrorlake.profiler.copula.GivenColumn.Origin;
import io.mirrorlake.profiler.copula.TreeColumn;
import io.mirrorlake.profiler.copula.TreeCopula;
import io.mirrorlake.profiler.profile.Profile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Expenses of three stores and eight months, in a currency that goes with the store. */
class KeyDigitsTest {
  private static final List<String> FIELDS = List.of("store", "month", "currency", "old");

  /** Stores a and c pay in the first currency; the first two months are old. */
  private static final List<TreeColumn> TREES =
      List.of(trees("currency", "?0:0,2 =0*1 =1*1"), trees("old", "?1:0 =1*1 =0*1"));

  private static TreeColumn trees(String name, String tree) {
    return new TreeColumn(name, List.of(0, 1), false, List.of(CodeTreeText.read(tree)));
  }

  private static GivenColumn digit(String column, List<Integer> starts) {
    return new GivenColumn("?digit." + column, Origin.DIGIT, column, starts);
  }

  private static String either(String name) {
    return column(
        name,
        "bigint",
        false,
        "\"marginal\": {\"kind\": \"numeric\", \"nullProbability\": 0, \"grid\": {\"step\": 1,"
            + " \"decimals\": 0}, \"segments\": [{\"at\": 0, \"p\": 0.5}, {\"at\": 1, \"p\":"
            + " 0.5}]}");
  }

  private static Profile profile(List<GivenColumn> given) {
    Profile independent =
        new Shapes()
            .table(
                "expenses",
                24,
                "\"store\", \"month\"",
                List.of(
                    column(
                        "store",
                        "string",
                        false,
                        "\"digit\": {\"place\": 0, \"values\": [\"a\", \"b\", \"c\"]}"),
                    column(
                        "month",
                        "bigint",
                        false,
                        "\"digit\": {\"place\": 1, \"start\": 10, \"step\": 1, \"size\": 8}"),
                    either("currency"),
                    either("old")),
                List.of())
            .profile();
    return Shapes.dependent(independent, "expenses", new TreeCopula(given, TREES));
  }

  private static List<GivenColumn> given() {
    return List.of(digit("store", List.of(0, 1, 2)), digit("month", List.of(0, 2)));
  }

  private static void require(List<String> rows) {
    assertThat(rows)
        .allSatisfy(
            text -> {
              String[] row = text.split("\\|", -1);
              assertThat(row[2]).isEqualTo(row[0].equals("b") ? "1" : "0");
              assertThat(row[3]).isEqualTo(Integer.parseInt(row[1]) < 12 ? "1" : "0");
            });
  }

  @Test
  void columnsFollowThePartsOfTheKey() {
    Database database = new Database(DatasetPlan.of(profile(given()), 5, DatasetSize.SOURCE));

    List<String> rows = database.rows("expenses", 0, 24, FIELDS);

    assertThat(rows).hasSize(24);
    require(rows);
    assertThat(database.faults()).isEmpty();
    assertThat(database.rows("expenses", 7, 9, FIELDS)).isEqualTo(rows.subList(7, 9));
  }

  /** Beyond the last month months go on; the last code stands for them. */
  @Test
  void theLastCodeStandsForWhatLiesBeyond() {
    Database database =
        new Database(DatasetPlan.of(profile(given()), 5, new DatasetSize(100, Map.of())));

    require(database.rows("expenses", 0, 2400, FIELDS));
    assertThat(database.faults()).isEmpty();
  }

  @Test
  void otherColumnsAreNoPartsOfAKey() {
    assertThatThrownBy(() -> profile(List.of(digit("old", List.of(0, 1)))))
        .hasMessage(
            "'?digit.old' of table 'expenses' speaks of 'old', which would have to be part of a key"
                + " that follows from the row alone");
  }
}
