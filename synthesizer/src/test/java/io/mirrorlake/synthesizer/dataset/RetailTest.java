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
            "customers 3682c4aef465bc165c8b636ba158e2c9f118a885ec626782afb05011d3f60302",
            "products de57ca4105a750c7963f48a9239f62e2d580c1ec8c96709a87e2c1a9f3b6400f",
            "employees 7e8a9be03f3ff7096462404fe30345b421e1b2ef4a8d7ef1678edb869a8f4f59",
            "orders 3a1ca50b9ffe052b03c5aa6e6b4fd21e734d19f3f29cc697178681dad74f61c6",
            "lines 5bb331690202ae27645af1a57960d7259bfa5210b1944126df6781b5e6cc47a6",
            "shifts 3b0ce75eebe0fdbddc3b87a37adc2c3bf33fd2ad798accec4fc702b0954a2d89");
  }
}
