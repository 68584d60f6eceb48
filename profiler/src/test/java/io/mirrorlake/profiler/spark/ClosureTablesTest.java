package io.mirrorlake.profiler.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorlake.profiler.fit.Dependence;
import io.mirrorlake.profiler.fit.ProfileOptions;
import io.mirrorlake.profiler.profile.ColumnProfile.Distance;
import io.mirrorlake.profiler.profile.ColumnProfile.Referenced;
import io.mirrorlake.profiler.profile.TableProfile;
import io.mirrorlake.profiler.relation.Closure;
import io.mirrorlake.profiler.relation.DeclaredReference;
import io.mirrorlake.profiler.schema.Column;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Closures are recognised on every row, and what is none is learned as before. */
final class ClosureTablesTest {
  /** Where the root's boss is told: by nothing, by an unknown number, or by its own. */
  private static final List<String> ROOTS = List.of("null", "0", "1");

  private static final String FOUND =
      "the table is the closure of staff.boss: its rows are made as all pairs of a row and one"
          + " above it";

  private static final String NOT_FOUND =
      "the table is not exactly the closure of staff.boss (all pairs of a row and one above it): its"
          + " references are learned each by itself";

  /** All pairs, with the number of steps. */
  private static final String PAIRS =
      "SELECT id AS person, id div cast(pow(2, steps) AS bigint) AS boss, cast(steps AS int) AS"
          + " steps FROM (SELECT id + 1 AS id, explode(sequence(0, cast(floor(log2(id + 1)) AS int)))"
          + " AS steps FROM range(400))";

  /** Of 400 people, each has half its number for a boss: a chain of eight steps. */
  private static String staff(String root) {
    return "SELECT id + 1 AS id, CASE WHEN id = 0 THEN "
        + root
        + " ELSE (id + 1) div 2 END AS boss, cast(id % 7 AS int) AS grade FROM range(400)";
  }

  private static DeclaredReference reference(String column, boolean leading) {
    return new DeclaredReference(List.of(column), "staff", List.of("id"), leading, false);
  }

  private static DatasetTable table(
      String name, String text, List<String> key, List<DeclaredReference> references) {
    ProfileOptions options =
        ProfileOptions.defaults().withSecret(7).withDependence(Dependence.INDEPENDENT);
    return Tables.of(name, text, key, references, options);
  }

  private static DatasetTable pairs(String text) {
    return table(
        "pairs",
        text,
        List.of("person", "boss"),
        List.of(reference("person", false), reference("boss", false)));
  }

  private static List<DatasetTable> tables(String root, DatasetTable... more) {
    List<DatasetTable> tables = new ArrayList<>();
    tables.add(table("staff", staff(root), List.of("id"), List.of(reference("boss", false))));
    tables.addAll(List.of(more));
    return tables;
  }

  /** The closure's table when it is decided what it is. */
  private static TableNode decided(String root, DatasetTable... more) {
    Map<String, TableNode> nodes = new LinkedHashMap<>();
    tables(root, more).forEach(table -> nodes.put(table.name(), new TableNode(table)));
    new SourceRepair(nodes).repairAll(line -> {});
    LawDecisions laws = new LawDecisions(nodes);
    nodes.values().forEach(laws::decide);
    new ClosureTables(nodes).decide();
    return Objects.requireNonNull(nodes.get("pairs"));
  }

  private static FoundClosure found(String closure) {
    TableNode table = decided("null", pairs(closure));
    FoundClosure found = table.closure().orElseThrow();
    assertThat(found.descendant().columns()).containsExactly("person");
    assertThat(found.ancestor().columns()).containsExactly("boss");
    assertThat(table.leading()).isEmpty();
    assertThat(table.notes()).containsExactly(found.reflexive() ? FOUND + ", or itself" : FOUND);
    return found;
  }

  private static void assertLearnedAsBefore(TableNode table, boolean told) {
    assertThat(table.closure()).isEmpty();
    assertThat(table.leading()).isPresent();
    assertThat(table.notes()).isEqualTo(told ? List.of(NOT_FOUND) : List.of());
  }

  @Test
  void closuresOfEveryKindOfRootAreLearned() {
    for (String root : ROOTS) {
      List<TableProfile> tables =
          DatasetProfiler.of().profile(tables(root, pairs(PAIRS)), line -> {});
      TableProfile staff = tables.get(0);
      TableProfile pairs = tables.get(1);

      Closure closure = pairs.relations().closure().orElseThrow();
      assertThat(closure.reflexive()).isTrue();
      assertThat(closure.descendant().name()).isEqualTo("pairs.person");
      assertThat(closure.ancestor().name()).isEqualTo("pairs.boss");
      Column steps = pairs.column("steps").column();
      assertThat(pairs.columns())
          .containsExactly(
              new Referenced(pairs.column("person").column(), "pairs.person", 0),
              new Referenced(pairs.column("boss").column(), "pairs.boss", 0),
              new Distance(steps, 0))
          .noneMatch(column -> column.column().nullable());
      assertThat(pairs.notes()).containsExactly(FOUND + ", or itself");
      assertThat(staff.relations().cells()).hasSize(9);
      assertThat(staff.column("boss").column().nullable()).isTrue();
      assertThat(staff.columns()).noneMatch(column -> column.name().startsWith("#pairs."));
      Tables.assertReadBack(tables);
    }
  }

  @Test
  void pairsOfARowAndItselfMayBeMissing() {
    FoundClosure found = found(PAIRS + " WHERE steps > 0");

    assertThat(found.reflexive()).isFalse();
    assertThat(found.distance()).contains(new FoundClosure.Distance("steps", 0));
  }

  @Test
  void distancesMayBeginAnywhere() {
    String moved = "SELECT boss, person, cast(steps + %d AS bigint) AS far FROM (" + PAIRS + ")";

    assertThat(found(moved.formatted(1)).distance()).contains(new FoundClosure.Distance("far", 1));
    assertThat(found(moved.formatted(-1) + " WHERE steps > 0").distance())
        .contains(new FoundClosure.Distance("far", -1));
  }

  @Test
  void distancesMayBeMissing() {
    FoundClosure found = found("SELECT boss, person FROM (" + PAIRS + ")");

    assertThat(found.reflexive()).isTrue();
    assertThat(found.distance()).isEmpty();
  }

  @Test
  void furtherColumnsAreAHindranceUnlessLeftOut() {
    DatasetTable dated = pairs("SELECT *, date'2024-01-01' AS since FROM (" + PAIRS + ")");
    ProfileOptions without =
        dated.options().withColumns(Optional.empty(), Optional.empty(), List.of("since"));
    DatasetTable undated =
        new DatasetTable(
            dated.name(),
            dated.rows(),
            dated.description(),
            dated.role(),
            dated.primaryKey(),
            dated.references(),
            dated.orderBy(),
            without);

    assertLearnedAsBefore(decided("null", dated), false);
    assertThat(decided("null", undated).closure()).isPresent();
  }

  @Test
  void onePairThatIsMissingOrTwiceOrElsewhereIsEnough() {
    String without = PAIRS + " WHERE NOT (id = 77 AND steps = 2)";
    String from = " FROM (" + PAIRS + ")";
    List<String> broken =
        List.of(
            without,
            "SELECT person, CASE WHEN person = 77 AND steps = 2 THEN 5 ELSE boss END AS boss, steps"
                + from,
            "SELECT person, boss, steps + cast(person = 77 AS int) AS steps" + from,
            "SELECT person, boss, nullif(steps, 8) AS steps" + from);

    for (String closure : broken) {
      assertLearnedAsBefore(decided("null", pairs(closure)), true);
    }
    DatasetTable twice = pairs(without + " UNION ALL SELECT 400L, 400L, 0");
    assertLearnedAsBefore(decided("null", withoutKey(twice)), true);
  }

  private static DatasetTable withoutKey(DatasetTable table) {
    return new DatasetTable(
        table.name(),
        table.rows(),
        table.description(),
        table.role(),
        List.of(),
        table.references(),
        table.orderBy(),
        table.options());
  }

  @Test
  void aBrokenClosureIsProfiledAllTheSame() {
    TableProfile pairs =
        DatasetProfiler.of()
            .profile(tables("0", pairs(PAIRS + " WHERE id <> 77 OR steps <> 2")), line -> {})
            .get(1);

    assertThat(pairs.relations().closure()).isEmpty();
    assertThat(pairs.relations().leading()).isPresent();
    assertThat(pairs.notes()).contains(NOT_FOUND);
  }

  @Test
  void whatElseIsAskedOfTheTableGoesFirst() {
    DatasetTable led =
        table(
            "pairs",
            PAIRS,
            List.of("person", "boss"),
            List.of(reference("person", true), reference("boss", false)));
    assertLearnedAsBefore(decided("null", led), false);

    DatasetTable remarks =
        table(
            "remarks",
            "SELECT person AS id, person, boss FROM (" + PAIRS + ") WHERE steps = 1",
            List.of("id"),
            List.of(
                new DeclaredReference(
                    List.of("person", "boss"), "pairs", List.of("person", "boss"), false, false)));
    assertLearnedAsBefore(decided("null", pairs(PAIRS), remarks), false);
  }

  @Test
  void rowsAboveThemselvesHaveNoClosure() {
    assertLearnedAsBefore(decided("400", pairs(PAIRS)), true);
  }
}
