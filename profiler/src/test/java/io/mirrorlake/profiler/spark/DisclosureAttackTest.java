package io.mirrorlake.profiler.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorlake.profiler.disclosure.ProfileLeaves;
import io.mirrorlake.profiler.fit.ConstraintOptions;
import io.mirrorlake.profiler.fit.Dependence;
import io.mirrorlake.profiler.fit.ProfileOptions;
import io.mirrorlake.profiler.fit.TextRules;
import io.mirrorlake.profiler.profile.Disclosure;
import io.mirrorlake.profiler.profile.Profile;
import io.mirrorlake.profiler.profile.ProfileJson;
import io.mirrorlake.profiler.profile.Provenance;
import io.mirrorlake.profiler.profile.SourceDescription;
import io.mirrorlake.profiler.profile.TableProfile;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Looks for values of few units in the text of a profile, as somebody who received it would. */
class DisclosureAttackTest {
  private static final List<Double> FAR = List.of(987_654.321, 424_242.0, -8.765432e7, 777.0);

  private static final ProfileOptions OPTIONS = ProfileOptions.defaults().withSecret(1);

  private static String text(Dataset<Row> source, ProfileOptions options) {
    TableProfile table =
        TableProfiler.of(options)
            .profile(
                source, "t", new SourceDescription("test", "memory", Optional.empty()), line -> {});
    Provenance provenance = new Provenance(Instant.EPOCH, "test", "test", "test", "0".repeat(64));
    return ProfileJson.write(new Profile(provenance, new Disclosure(10, "row"), List.of(table)));
  }

  private static Dataset<Row> rows(String... expressions) {
    return SharedSession.session().range(0, 3000, 1, 2).selectExpr(expressions);
  }

  /** Profiles whose privacy units are the customers, which are left out themselves. */
  private static ProfileOptions byCustomer(Dependence dependence) {
    return new ProfileOptions(
        dependence,
        10,
        Optional.of("customer"),
        OptionalLong.of(1),
        Optional.empty(),
        List.of("customer"),
        ConstraintOptions.DEFAULT,
        1000,
        TextRules.NONE);
  }

  @Test
  void aStringOfNineUnitsIsNowhereInTheProfile() {
    String text =
        text(rows("id", "if(id < 9, 'whistleblower', concat('role', id % 3)) as role"), OPTIONS);
    assertThat(text).contains("role0", "role1", "role2").doesNotContain("whistle");
  }

  @Test
  void aValueOfFifteenUnitsIsTold() {
    String text =
        text(rows("id", "if(id < 15, 'minority', concat('role', id % 3)) as role"), OPTIONS);
    assertThat(text).contains("minority");
  }

  @Test
  void neitherEndOfAColumnIsARealExtreme() {
    String text =
        text(
            rows("if(id = 0, 987654321, if(id = 1, -123456789, id * 7)) as amount", "id % 2 as c"),
            OPTIONS);
    assertThat(text).doesNotContain("987654321", "123456789");
  }

  @Test
  void aNumberOfNineUnitsIsNoPointMass() {
    String text =
        text(rows("cast(if(id < 9, 31337, id % 20) as int) as n", "id % 2 as c"), OPTIONS);
    assertThat(text).contains("{\"at\": 19").doesNotContain("31337");
  }

  @Test
  void manyRowsOfFewUnitsDoNotCount() {
    ProfileOptions byCustomer = byCustomer(OPTIONS.dependence());
    // 1,000 rows say 'rare', but all of them are of three customers.
    Dataset<Row> rows =
        rows(
            "if(id < 1000, id % 3, id) as customer",
            "if(id < 1000, 'rare', concat('role', id % 3)) as role", "id % 5 as c");

    assertThat(text(rows, byCustomer)).contains("role1").doesNotContain("rare");
    assertThat(text(rows.drop("customer"), OPTIONS)).contains("rare");
  }

  /** What three rows hold inside structs, arrays and maps, and how long the longest array is. */
  @Test
  void whatFewRowsHoldInsideNestedColumnsIsNowhere() {
    String text =
        text(
            rows(
                "named_struct('price', if(id < 3, 987654.321, id % 400 + 0.25),"
                    + " 'tag', if(id < 3, 'zyzzyva', concat('tag', id % 4))) as item",
                "if(id = 7, array_repeat(5, 777), transform(sequence(1, 1 + cast(id % 5 as int)),"
                    + " x -> if(id < 3, 424242, x * 10))) as sizes",
                "map(if(id < 3, 'QX-77777', concat('key', id % 3)), if(id < 3, -8.765432e7D,"
                    + " id / 7D)) as options",
                "if(id < 3, date'1877-03-14', date_add(date'2020-01-01', cast(id % 500 as int)))"
                    + " as day"),
            OPTIONS.withDependence(Dependence.GAUSSIAN));

    assertThat(ProfileLeaves.of(text))
        .hasSizeGreaterThan(100)
        .noneMatch(leaf -> FAR.contains(leaf.number()))
        .noneMatch(leaf -> leaf.text().matches(".*(zyzzyva|QX|77777|1877|-33895).*"))
        // Far from all that is not planted: no end, tail or length follows a value so far out.
        .noneMatch(leaf -> leaf.path().contains("segments") && Math.abs(leaf.number()) > 20_000);
  }

  /** The rows of nine customers hold far values; each has a hundred of them. */
  @Test
  void manyRowsOfFewUnitsMoveNoEnd() {
    ProfileOptions byCustomer = byCustomer(Dependence.GAUSSIAN);
    String text =
        text(
            rows(
                "if(id < 900, id % 9, 100 + id % 300) as customer",
                "if(id < 900, 500000 + id * 7, id % 1000) + 0.5 as amount",
                "if(id < 900, 'QX-77777', concat('AB-', 1000 + id)) as code",
                "if(id < 900, 3, id % 3) as kind"),
            byCustomer);

    assertThat(ProfileLeaves.of(text))
        .noneMatch(leaf -> leaf.path().contains("segments") && leaf.number() > 100_000)
        .noneMatch(leaf -> leaf.text().contains("QX"));
    assertThat(text).doesNotContain("{\"at\": 3,");
  }
}
