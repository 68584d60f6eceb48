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
            "customers 1f4092517730109165216d06151412104162532be790b37db946cbdd188d1054",
            "products 28f6b7d8a035b2136561f6248f3cd09da346dcb6e06b82e50e127eda93e7d232",
            "employees edf06c122c814628271e2d9417f03f80b30e9abab0dce9a47dbb1cf740caaffc",
            "orders ab3c8e1d84f7e905dec0753aa863ee2d1b99cb942f93c8d82ad995f73c37ac63",
            "lines e94792ec7030da0136d1672180694c4124ce6cc15dc2cf7f0047e25faf7efefe",
            "shifts 312582ed054dc251c14748d10c333441fba137d4884196491889450dd3be4d47");
  }
}
