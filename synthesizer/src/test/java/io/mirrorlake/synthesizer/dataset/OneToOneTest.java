package io.mirrorlake.synthesizer.dataset;

import static io.mirrorlake.synthesizer.dataset.Shapes.family;
import static io.mirrorlake.synthesizer.dataset.Shapes.hidden;
import static io.mirrorlake.synthesizer.dataset.Shapes.key;
import static io.mirrorlake.synthesizer.dataset.Shapes.once;
import static io.mirrorlake.synthesizer.dataset.Shapes.part;
import static io.mirrorlake.synthesizer.dataset.Shapes.popular;
import static io.mirrorlake.synthesizer.dataset.Shapes.reference;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mirrorlake.profiler.profile.Profile;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Further parents that a row has for itself: a bank's dispositions are counted by accounts, and
 * each has a client of its own.
 */
class OneToOneTest {
  private static final String COVERED = "[[1, 1]], [[1, 1]]";

  private static Shapes accounts(String law, String key) {
    return new Shapes()
        .table(
            "clients",
            1000,
            List.of(0.3, 0.7),
            "\"id\"",
            List.of(key("id", 5), hidden("#cards", 0.5, 0.5)),
            List.of())
        .table(
            "cards",
            500,
            "\"id\"",
            List.of(key("id", 1), part("client", "cards.client", 0, false)),
            List.of(
                reference("cards.client", "\"client\"", "clients", "\"id\"", family("#cards", 0))))
        .table(
            "accounts",
            800,
            "\"id\"",
            List.of(key("id", 1), hidden("#owners", 0, 0.7, 0.3)),
            List.of())
        .table(
            "owners",
            1000,
            key,
            List.of(
                part("account", "owners.account", 0, false),
                part("client", "owners.client", 0, false),
                hidden("@client", 0.2, 0.8)),
            List.of(
                reference(
                    "owners.account", "\"account\"", "accounts", "\"id\"", family("#owners", 0)),
                reference("owners.client", "\"client\"", "clients", "\"id\"", law)));
  }

  private static Profile bank(String law) {
    return accounts(law, "\"account\", \"client\"").profile();
  }

  private static Database of(Profile profile, DatasetSize size) {
    return new Database(DatasetPlan.of(profile, 5, size));
  }

  @Test
  void everyParentExactlyOnce() {
    for (double scale : new double[] {0.01, 1, 7}) {
      Database bank = of(bank(once("@client", COVERED)), new DatasetSize(scale, Map.of()));
      assertThat(bank.faults()).isEmpty();
      List<String> clients = bank.keys("owners", List.of("client"));
      assertThat(new HashSet<>(clients)).hasSameSizeAs(clients);
      assertThat(bank.plan().rows("clients")).isEqualTo(bank.plan().rows("owners"));
      assertThat(bank.plan().approximations()).isEmpty();
    }
  }

  /** The counterpart: parents drawn on their own are shared and left out. */
  @Test
  void apartFromEachOtherTheyDoNotFit() {
    Profile profile =
        bank(popular("@client", false, "[[0.5, 0.5], [0.5, 1.5]], [[0.9, 1], [0.1, 2]]"));
    List<String> clients = of(profile, DatasetSize.SOURCE).keys("owners", List.of("client"));
    assertThat(new HashSet<>(clients)).hasSizeLessThan(clients.size() - 50);
  }

  @Test
  void aPartOfTheParentsAtMostOnce() {
    String half = "[[0.5, 0], [0.5, 1]], [[0.75, 0], [0.25, 1]]";
    Database bank = of(bank(once("@client", half)), DatasetSize.SOURCE);
    assertThat(bank.faults()).isEmpty();
    List<String> clients = bank.keys("owners", List.of("client"));
    assertThat(new HashSet<>(clients)).hasSameSizeAs(clients);
    // A fifth of some 1040 owners are half of their cell, the others a quarter.
    assertThat(bank.plan().rows("clients")).isBetween(3400L, 4000L);
  }

  @Test
  void allParentsHaveTheSameNumber() {
    String two = "[[1, 2]], [[1, 2]]";
    Database bank = of(bank(popular("@client", false, two)), DatasetSize.SOURCE);
    long owners = bank.plan().rows("owners");
    assertThat(bank.plan().rows("clients")).isBetween(owners / 2, owners / 2 + 2);
  }

  /** Cells that are too small for their children lend parents from the others. */
  @Test
  void cellsThatDoNotFit() {
    Database bank =
        of(bank(once("@client", COVERED)), new DatasetSize(1, Map.of("clients", 1200L)));
    List<String> clients = bank.keys("owners", List.of("client"));
    assertThat(bank.plan().rows("clients")).isEqualTo(1200);
    assertThat(new HashSet<>(clients)).hasSameSizeAs(clients);
  }

  @Test
  void tooFewParentsAreShared() {
    Database bank = of(bank(once("@client", COVERED)), new DatasetSize(1, Map.of("clients", 900L)));
    long more = bank.plan().rows("owners") - 900;
    assertThat(bank.plan().approximations())
        .containsExactly("owners.client: " + more + " rows share their row of 'clients'");
    assertThat(new HashSet<>(bank.keys("owners", List.of("client")))).hasSize(900);
  }

  @Test
  void tooFewParentsForAKeyAreRefused() {
    Profile profile = accounts(once("@client", COVERED), "\"client\"").profile();
    DatasetPlan plan = DatasetPlan.of(profile, 5, new DatasetSize(1, Map.of("clients", 900L)));
    assertThatThrownBy(() -> plan.table("owners", List.of("client")))
        .hasMessage(
            "each row of 'owners' refers to a row of 'clients' of its own, but "
                + (plan.rows("owners") - 900)
                + " find none among 900\n"
                + "  cure: ask for fewer rows of 'owners', or for more of 'clients'");
  }
}
