package io.mirrorlake.jobs.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mirrorlake.jobs.configuration.ConfigurationReader.Adjustment;
import io.mirrorlake.profiler.schema.UserException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DatasetConfigurationTest {
  private static final String SHOP =
      """
      source: {path: "jdbc:x:shop", jdbc: {user: reader, password: swordfish, fetchRows: 5}}
      tables:
        customers: {source: {table: customers}, primaryKey: id, role: reference}
        orders:
          source: {table: orders, jdbc: {fetchRows: 7}}
          references:
            - {columns: customer_id, table: customers}
            - {columns: [a, b], table: orders, parentColumns: "c, d", leading: true, orphans: reproduce}
        log: {source: log.csv, role: skipped}
      output: out
      """;

  private static <R extends Record> R read(Class<R> type, String yaml, String... settings) {
    ConfigurationReader reader = ConfigurationReader.of(Map.of());
    List<Adjustment> adjustments = Stream.of(settings).map(Adjustment::ofText).toList();
    return reader.read(type, reader.file(yaml, "shop.yaml"), adjustments);
  }

  private static DatasetConfiguration dataset(String yaml, String... settings) {
    return read(DatasetConfiguration.class, yaml, settings);
  }

  @Test
  void tablesShareASourceAndMayOverruleIt() {
    Map<String, TableConfiguration> tables =
        dataset(SHOP.replace("log: {source: log.csv,", "log: {source: {table: log},")).tables();
    assertThat(tables.keySet()).containsExactly("customers", "orders", "log");
    SourceConfiguration orders = tables.get("orders").source();
    assertThat(orders.path()).isEqualTo("jdbc:x:shop");
    assertThat(orders.table()).contains("orders");
    assertThat(orders.jdbc().user()).contains("reader");
    assertThat(orders.jdbc().fetchRows()).isEqualTo(7);
    assertThat(tables.get("customers").source().jdbc().fetchRows()).isEqualTo(5);
  }

  @Test
  void referencesAreRead() {
    List<ReferenceConfiguration> references = dataset(SHOP).tables().get("orders").references();
    assertThat(references)
        .containsExactly(
            new ReferenceConfiguration(
                List.of("customer_id"), "customers", List.of(), false, OrphanChoice.REPAIR),
            new ReferenceConfiguration(
                List.of("a", "b"), "orders", List.of("c", "d"), true, OrphanChoice.REPRODUCE));
    assertThat(dataset(SHOP).skipped()).containsExactly("log");
    assertThat(dataset(SHOP).profiled().keySet()).containsExactly("customers", "orders");
  }

  @Test
  void anySettingReachesATable() {
    DatasetConfiguration configuration =
        dataset(SHOP, "tables.orders.orderBy=placed", "source.jdbc.user=other");
    assertThat(configuration.tables().get("orders").orderBy()).contains("placed");
    assertThat(configuration.tables().get("customers").source().jdbc().user()).contains("other");
  }

  @Test
  void digestsCoverTablesAndNoSecrets() {
    String digest = EffectiveConfiguration.digest(dataset(SHOP));
    assertThat(EffectiveConfiguration.digest(dataset(SHOP.replace("swordfish", "other"))))
        .isEqualTo(digest);
    assertThat(EffectiveConfiguration.digest(dataset(SHOP.replace("customer_id", "id"))))
        .isNotEqualTo(digest);
    assertThat(EffectiveConfiguration.lines(dataset(SHOP)))
        .contains("tables.orders.references[1].leading=true")
        .noneMatch(line -> line.contains("swordfish"));
  }

  @Test
  void mistakesAreToldWithTheirPlace() {
    assertComplaint(
        () -> dataset("tables:\n  orders: {source: o.csv, primary: id}\noutput: out"),
        "shop.yaml, line 2: unknown key 'tables.orders.primary'",
        "write 'tables.orders.primaryKey', which is the nearest known key");
    assertComplaint(
        () -> dataset("tables:\n  orders: {role: reference}\noutput: out"),
        "shop.yaml, line 2: the key 'tables.orders.source.path' is missing",
        "write 'tables.orders.source.path' in the configuration file");
    assertComplaint(
        () ->
            dataset("tables:\n  orders:\n    source: o\n    references: [{columns: a}]\noutput: o"),
        "shop.yaml, line 4: the key 'tables.orders.references[0].table' is missing",
        "write 'tables.orders.references[0].table' in the configuration file");
    assertComplaint(
        () -> dataset("tables:\n  orders: {source: o, references: customers}\noutput: o"),
        "shop.yaml, line 2: the key 'tables.orders.references' is no list",
        "write each of its elements after a dash");
    assertComplaint(
        () -> dataset("tables: {log: {source: l.csv, role: skipped}}\noutput: o"),
        "the key 'tables' names no table to profile",
        "write a table such as 'orders: {source: orders.csv}' below it, or use 'source' for a single table");
  }

  @Test
  void rowsMayBeGivenByTable() {
    String file = "profile: p\noutput: o\n";
    assertThat(read(SynthesizeConfiguration.class, file + "rows: {orders: 1_000}").rows())
        .containsExactly(Map.entry("orders", 1_000L));
    assertThat(read(SynthesizeConfiguration.class, file, "rows=orders=5,lines=7").rows())
        .containsExactly(Map.entry("orders", 5L), Map.entry("lines", 7L));
    assertThat(read(SynthesizeConfiguration.class, file, "scale=2.5").scale()).contains(2.5);
    assertComplaint(
        () -> read(SynthesizeConfiguration.class, file + "rows: {orders: many}"),
        "shop.yaml, line 3: the key 'rows.orders' is 'many'",
        "write a whole number of at least 0");
    assertComplaint(
        () -> read(SynthesizeConfiguration.class, file + "rows: [1]"),
        "shop.yaml, line 3: the key 'rows' is a list",
        "write one value, or values by name");
  }

  private static void assertComplaint(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable work, String problem, String cure) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(
            UserException.class,
            e -> {
              assertThat(e.problem()).isEqualTo(problem);
              assertThat(e.cure()).isEqualTo(cure);
            });
  }
}
