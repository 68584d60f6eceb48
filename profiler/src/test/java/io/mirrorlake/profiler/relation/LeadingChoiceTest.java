package io.mirrorlake.profiler.relation;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorlake.profiler.relation.LeadingChoice.Candidate;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LeadingChoiceTest {
  private static Candidate candidate(String name, long parents, double family, double similarity) {
    return new Candidate(name, false, false, false, 0, parents, family, similarity);
  }

  private static String best(Candidate... candidates) {
    return LeadingChoice.of(List.of(candidates), 10).map(Candidate::name).orElse("none");
  }

  @Test
  void siblingsThatAreAlikeLead() {
    Candidate customer = candidate("customer", 1000, 9, 2.5);
    Candidate product = candidate("product", 1000, 9, 0.5);

    assertThat(best(product, customer)).isEqualTo("customer");
  }

  @Test
  void hubsAndFewParentsDoNotLead() {
    assertThat(best(candidate("store", 1000, 65, 3), candidate("day", 49, 2, 3))).isEqualTo("none");
    assertThat(best(candidate("store", 1000, 64, 3), candidate("day", 49, 2, 9)))
        .isEqualTo("store");
  }

  @Test
  void familiesOfOneOnlyLeadWhereNothingElseDoes() {
    Candidate single = candidate("client", 5000, 1, 0);

    assertThat(best(single, candidate("account", 5000, 1.2, 0))).isEqualTo("account");
    assertThat(best(single)).isEqualTo("client");
  }

  @Test
  void whatOtherReferencesFollowFromLeads() {
    Candidate rental = new Candidate("rental", false, false, false, 1, 16_000, 1, 0);

    assertThat(best(candidate("customer", 600, 27, 2), rental)).isEqualTo("rental");
  }

  @Test
  void aBridgeIsLedByAPartOfItsKey() {
    Candidate film = new Candidate("film", false, true, false, 0, 30, 5, 0);

    assertThat(best(candidate("language", 1000, 20, 9), film)).isEqualTo("film");
  }

  @Test
  void theDeclaredOneLeadsWhateverItIs() {
    Candidate declared = new Candidate("store", true, false, false, 0, 2, 5000, 0);

    assertThat(best(candidate("customer", 1000, 9, 2.5), declared)).isEqualTo("store");
  }
}
