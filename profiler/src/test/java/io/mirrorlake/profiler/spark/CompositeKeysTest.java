package io.mirrorlake.profiler.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mirrorlake.profiler.copula.GivenColumn;
import io.mirrorlake.profiler.copula.TreeCopula;
import io.mirrorlake.profiler.fit.ProfileOptions;
import io.mirrorlake.profiler.key.KeyDigit;
import io.mirrorlake.profiler.profile.ColumnProfile;
import io.mirrorlake.profiler.profile.ColumnProfile.Enumerated;
import io.mirrorlake.profiler.profile.SourceDescription;
import io.mirrorlake.profiler.profile.TableProfile;
import io.mirrorlake.profiler.relation.DeclaredReference;
import io.mirrorlake.profiler.relation.ReferenceLaw;
import io.mirrorlake.profiler.relation.TableRole;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Primary keys with dates, moments, decimals and booleans in them. */
final class CompositeKeysTest {
  private static DatasetTable table(
      String name, String text, List<String> key, DeclaredReference... references) {
    return new DatasetTable(
        name,
        SharedSession.session().sql(text),
        new SourceDescription("sql", name, Optional.empty()),
        name.equals("airports") ? TableRole.REFERENCE : TableRole.SYNTHESIZED,
        key,
        List.of(references),
        Optional.empty(),
        ProfileOptions.defaults().withSecret(7));
  }

  private static TableProfile last(DatasetTable... tables) {
    List<TableProfile> profiles = DatasetProfiler.of().profile(List.of(tables), line -> {});
    return profiles.get(profiles.size() - 1);
  }

  private static DeclaredReference reference(String column, String parent, String key) {
    return new DeclaredReference(List.of(column), parent, List.of(key), false, false);
  }

  @Test
  void aDateAndANumber() {
    TableProfile currency =
        last(
            table(
                "currency",
                "SELECT add_months(date'1997-01-01', cast(id div 3 AS int)) AS date,"
                    + " cast(id % 3 + 1 AS int) AS currency_id, id * 0.5 AS rate FROM range(72)",
                List.of("date", "currency_id")));

    assertThat(currency.column("currency_id"))
        .isInstanceOfSatisfying(
            Enumerated.class,
            number -> assertThat(number.digit()).isEqualTo(new KeyDigit.Numbers(1, 1, 3)));
    assertThat(currency.column("date"))
        .isInstanceOfSatisfying(
            Enumerated.class,
            date -> {
              // The last digit goes on where more rows are wanted than the source had.
              assertThat(date.place()).isEqualTo(1);
              assertThat(date.digit()).isEqualTo(new KeyDigit.Months(324, 1, 24, false));
            });
  }

  @Test
  void aReferenceToAKeptTableAndAMoment() {
    TableProfile weather =
        last(
            table("airports", "SELECT concat('A', id) AS faa FROM range(30)", List.of("faa")),
            table(
                "weather",
                "SELECT concat('A', id % 3) AS origin, timestampadd(HOUR, id div 3,"
                    + " timestamp_ntz'2013-01-01 00:00:00') AS time_hour, cast(id % 40 AS int) AS"
                    + " temp FROM range(900)",
                List.of("origin", "time_hour"),
                reference("origin", "airports", "faa")));

    assertThat(((Enumerated) weather.column("origin")).digit())
        .isEqualTo(new KeyDigit.Texts(List.of("A0", "A1", "A2")));
    assertThat(((Enumerated) weather.column("time_hour")).digit())
        .isInstanceOfSatisfying(
            KeyDigit.Numbers.class,
            hours -> {
              assertThat(hours.step()).isEqualTo(3_600_000_000L);
              assertThat(hours.size()).isEqualTo(300);
            });
  }

  /** Currencies go with stores, and the prices of a month with the month. */
  @Test
  void columnsAreGivenThePartsOfTheirRowsKey() {
    TableProfile expenses =
        last(
            table("airports", "SELECT id AS store FROM range(20)", List.of("store")),
            table(
                "expenses",
                "SELECT id % 20 AS store, add_months(date'1997-01-01', cast(id div 20 AS int)) AS"
                    + " month, concat('C', id % 20 % 3) AS currency, id div 20 % 4 AS price"
                    + " FROM range(1200)",
                List.of("store", "month"),
                reference("store", "airports", "store")));

    List<GivenColumn> given = ((TreeCopula) expenses.copula()).given();
    assertThat(given)
        .extracting(of -> of.origin() + " " + of.column() + " " + of.codes())
        .containsExactly("DIGIT month 60", "DIGIT store 20");
  }

  /** In families the part runs along the siblings, whose positions are given already. */
  @Test
  void partsOfKeysInFamiliesAreNotGiven() {
    TableProfile lines =
        last(
            table("orders", "SELECT id, id % 3 AS kind FROM range(400)", List.of("id")),
            table(
                "lines",
                "SELECT id div 3 AS order_id, concat('S', id % 3) AS slot, cast(id div 3 % 3"
                    + " AS int) AS quantity, cast(id % 3 AS int) AS weight FROM range(1200)",
                List.of("order_id", "slot"),
                reference("order_id", "orders", "id")));

    assertThat(lines.column("slot")).isInstanceOf(Enumerated.class);
    assertThat(((TreeCopula) lines.copula()).given())
        .extracting(GivenColumn::origin)
        .doesNotContain(GivenColumn.Origin.DIGIT)
        .contains(GivenColumn.Origin.POSITION);
  }

  @Test
  void siblingsThatDifferByAMoment() {
    TableProfile balances =
        last(
            table("accounts", "SELECT id FROM range(200)", List.of("id")),
            table(
                "balances",
                "SELECT id div 6 AS account, date_add(date'2020-01-01', cast(id div 6 % 50"
                    + " + id % 6 * 5 + id % 2 AS int)) AS day, cast(id % 9 AS int) AS amount"
                    + " FROM range(1200)",
                List.of("account", "day"),
                reference("account", "accounts", "id")));

    assertThat(balances.column("day"))
        .isInstanceOfSatisfying(
            ColumnProfile.Evolved.class, day -> assertThat(day.least()).isEqualTo(1));
    assertThat(balances.column("#gap.day").hidden()).isTrue();
  }

  @Test
  void aFurtherParentThatEveryRowHasForItself() {
    TableProfile owners =
        last(
            table("clients", "SELECT id, id % 7 AS kind FROM range(400)", List.of("id")),
            table("accounts", "SELECT id FROM range(250)", List.of("id")),
            table(
                "owners",
                "SELECT id, id % 250 AS account, (id * 3) % 400 AS client FROM range(400)",
                List.of("id"),
                reference("account", "accounts", "id"),
                reference("client", "clients", "id")));

    assertThat(owners.relations().leading().orElseThrow().parent()).isEqualTo("accounts");
    assertThat(owners.relations().reference("owners.client").orElseThrow().law())
        .isInstanceOfSatisfying(ReferenceLaw.Popular.class, law -> assertThat(law.once()).isTrue());
  }

  @Test
  void doublesAreRefused() {
    DatasetTable readings =
        table(
            "readings",
            "SELECT id % 5 AS sensor, cast(id AS double) AS at FROM range(100)",
            List.of("sensor", "at"));

    assertThatThrownBy(() -> last(readings))
        .hasMessage(
            "column 'readings.at' of type double is part of a composite primary key\n"
                + "  cure: name a key of whole numbers, decimals, strings, booleans, dates,"
                + " timestamps and references");
  }
}
