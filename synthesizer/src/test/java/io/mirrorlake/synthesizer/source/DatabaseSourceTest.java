package io.mirrorlake.synthesizer.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mirrorlake.profiler.profile.Profile;
import io.mirrorlake.profiler.profile.ProfileJson;
import io.mirrorlake.profiler.profile.TableProfile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables of a database, as Spark reads them. */
class DatabaseSourceTest {
  private static final String RESOURCE = "/io/mirrorlake/synthesizer/dataset/retail.json";
  @TempDir private static Path directory;
  private static Profile profile;
  private static String location;

  @BeforeAll
  static void write() throws IOException {
    try (InputStream stream = DatabaseSourceTest.class.getResourceAsStream(RESOURCE)) {
      byte[] bytes = Objects.requireNonNull(stream).readAllBytes();
      profile = ProfileJson.read(new String(bytes, StandardCharsets.UTF_8), RESOURCE);
    }
    location = SharedSpark.write(profile, directory);
    SharedSpark.session()
        .conf()
        .set("spark.sql.catalog.synthetic", MirrorlakeCatalog.class.getName());
    SharedSpark.session().conf().set("spark.sql.catalog.synthetic.profile", location);
    SharedSpark.session().conf().set("spark.sql.catalog.synthetic.seed", "7");
    SharedSpark.session().conf().set("spark.sql.catalog.synthetic.scale", "5");
  }

  private static Dataset<Row> read(String table, int partitions) {
    return SharedSpark.session()
        .read()
        .format("mirrorlake")
        .option("table", table)
        .option("seed", 7)
        .option("scale", 5)
        .option("partitions", partitions)
        .load(location);
  }

  private static Dataset<Row> sql(String query) {
    return SharedSpark.session().sql(query);
  }

  @Test
  void partitionsChangeNothing() {
    for (TableProfile table : profile.tables()) {
      assertThat(read(table.name(), 5).collectAsList())
          .as(table.name())
          .isEqualTo(read(table.name(), 1).collectAsList());
    }
  }

  @Test
  void theCatalogHasTheSameTables() {
    assertThat(sql("SHOW TABLES IN synthetic.shop").collectAsList()).hasSize(7);
    assertThat(sql("SELECT * FROM synthetic.shop.orders").collectAsList())
        .isEqualTo(read("orders", 1).collectAsList());
    assertThatThrownBy(() -> sql("SELECT * FROM synthetic.shop.nope"))
        .hasMessageContaining("TABLE_OR_VIEW_NOT_FOUND");
    assertThatThrownBy(() -> sql("DROP TABLE synthetic.shop.orders"))
        .hasMessageStartingWith(
            "catalog 'synthetic': a table of a profile cannot be dropped\n  cure: ");
  }

  @Test
  void noOrphanAtAll() {
    assertThat(
            sql("SELECT * FROM synthetic.shop.orders o LEFT ANTI JOIN synthetic.shop.customers c"
                    + " ON o.customer_id = c.id WHERE o.customer_id IS NOT NULL")
                .count())
        .isZero();
    assertThat(
            sql("SELECT * FROM synthetic.shop.lines l LEFT ANTI JOIN synthetic.shop.orders o"
                    + " ON l.order_id = o.id AND l.customer_id <=> o.customer_id")
                .count())
        .isZero();
    assertThat(
            sql("SELECT order_id, sku FROM synthetic.shop.lines GROUP BY 1, 2 HAVING count(*) > 1")
                .count())
        .isZero();
  }

  @Test
  void readsWithoutShuffleOrJoin() {
    String plan =
        sql("SELECT sku, customer_id FROM synthetic.shop.lines").queryExecution().toString();
    assertThat(plan)
        .contains("mirrorlake lines rows")
        .doesNotContain("Exchange")
        .doesNotContain("Join");
  }

  @Test
  void countsAndLimitsMakeNoRowTooMany() {
    long lines = read("lines", 1).collectAsList().size();
    Dataset<Row> count = sql("SELECT count(*) FROM synthetic.shop.lines");
    assertThat(count.first().getLong(0)).isEqualTo(lines);
    assertThat(count.queryExecution().toString()).contains("LocalTableScan");
    assertThat(sql("SELECT * FROM synthetic.shop.lines LIMIT 3").queryExecution().toString())
        .contains("rows [0, 3)");
  }

  @Test
  void refusesWhatWouldBreakKeys() {
    assertThatThrownBy(
            () ->
                SharedSpark.session()
                    .read()
                    .format("mirrorlake")
                    .option("table", "orders")
                    .option("where", "{\"amount\": 5}")
                    .load(location)
                    .collect())
        .hasMessage(
            "data source mirrorlake: the option where is given, but table 'orders' is one of a"
                + " database, whose keys need all of its rows\n"
                + "  cure: filter what is read, or profile the table without its keys");
    assertThatThrownBy(
            () ->
                SharedSpark.session()
                    .read()
                    .format("mirrorlake")
                    .option("table", "orders")
                    .option("rows", "{\"order\": 5}")
                    .load(location)
                    .collect())
        .hasMessage(
            "rows are asked for of table 'order', which the profile does not have\n"
                + "  cure: did you mean 'orders'?");
  }
}
