package io.mirrorlake.synthesizer.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A small shop: every kind of reference, two levels of families, a hierarchy, a bridge. */
class RetailTest {
  private static final Database SHOP = Database.of("retail.json", 7, DatasetSize.SOURCE);

  @Test
  void everyKeyHolds() {
    assertThat(SHOP.faults()).isEmpty();
    assertThat(Database.of("retail.json", 8, new DatasetSize(10, Map.of())).faults()).isEmpty();
    assertThat(Database.of("retail.json", 8, new DatasetSize(0.01, Map.of())).faults()).isEmpty();
  }

  @Test
  void sizesAreKnownBeforehand() {
    for (String table : SHOP.plan().tables()) {
      assertThat(SHOP.rows(table)).hasSize((int) SHOP.plan().rows(table));
    }
    assertThat(SHOP.plan().rows("customers")).isEqualTo(1000);
    assertThat(SHOP.plan().rows("countries")).isEqualTo(3);
  }

  @Test
  void anySliceIsThatSliceOfTheWhole() {
    for (String table : SHOP.plan().tables()) {
      List<String> whole = SHOP.rows(table);
      int rows = whole.size();
      for (int parts : new int[] {2, 3, 7}) {
        List<String> joined = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
          joined.addAll(
              SHOP.rows(table, (long) rows * part / parts, (long) rows * (part + 1) / parts));
        }
        assertThat(joined).as(table).isEqualTo(whole);
      }
    }
  }

  @Test
  void wantingFewerColumnsChangesNoValue() {
    for (String table : SHOP.plan().tables()) {
      List<String> fields = SHOP.plan().profile().table(table).fields();
      List<String> whole = SHOP.rows(table);
      for (int field = 0; field < fields.size(); field++) {
        int at = field;
        assertThat(SHOP.rows(table, 0, whole.size(), List.of(fields.get(field))))
            .as(table + "." + fields.get(field))
            .isEqualTo(whole.stream().map(row -> row.split("\\|", -1)[at] + "|").toList());
      }
    }
  }

  /**
   * These digests change only with a deliberate change of what is generated, which breaks every
   * user's backfills: say so in the change log.
   */
  @Test
  void goldenDigests() {
    assertThat(SHOP.digests())
        .containsExactly(
            "countries 33f016d3b179ce8fa9e99b94af79693527dd8cc56e81e058bc000bc4f2404a93",
            "customers 6ca2c3168032538e68e68514c5d0546613a8912827482d7ea3feb982180a72e0",
            "products f25aed337a3a9310ceaeaf392ad3580457933db788a78419e7fedd69a22a9e2a",
            "employees 9eb0c0fd7dd25fd2bf5e6a4de26c4206db60db619d9f268a3427ca2c57b8c9bf",
            "orders ca33108ec7f344fc13e20979baaaede5c8e891914a1c7e790707f10119a89f5b",
            "lines 6b2059a59ebdcba60deea94632cdea1505a01f1b9c0c2550c0369beda39dcf7c",
            "shifts 3bd066754d0649560daca699db263cf094c684ce8f3b1fd8e4eea90555feac8d");
  }
}
