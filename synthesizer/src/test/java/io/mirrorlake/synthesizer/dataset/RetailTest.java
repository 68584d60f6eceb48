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
            "customers a88e8f42c6f03479071e205f20bf35d3b06666c48ddeae5085ef961f5034db5f",
            "products 6243eb29b18c114248d2fa98cb9f7f00e6de66d87f3997f20d96ae3b852f30e1",
            "employees ba7f99fa66cf608c23a3e4ad9a63afd76d655e50ca940c3a7e85328587e15fa5",
            "orders 654eca8800528fa07b10bb15e518ec3c34a7769106bb0952de0324ee69b40bd6",
            "lines 93633f819f4c3f5b41cdb30ba381c9c120a61d179e0e079d8424dd64d12cf96a",
            "shifts 6528b41bb766741d585be7a45a1ce1e50c2f37adddf50c1aec78ebac0ee5dd49");
  }
}
