package io.mirrorlake.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mirrorlake.jobs.configuration.ConfigurationReader;
import io.mirrorlake.jobs.configuration.DatasetConfiguration;
import io.mirrorlake.profiler.schema.ErrorKind;
import io.mirrorlake.profiler.schema.UserException;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class KeyRulesTest {
  private static final Map<String, StructType> SCHEMAS =
      Map.of(
          "customers", StructType.fromDDL("id INT, name STRING, best_order BIGINT"),
          "orders", StructType.fromDDL("id BIGINT, customer_id SMALLINT, code STRING, again INT"),
          "lines", StructType.fromDDL("order_id BIGINT, line INT"),
          "readings", StructType.fromDDL("sensor INT, at TIMESTAMP, value DOUBLE, raw BINARY"));

  private static final String CUSTOMERS = "  customers: {source: c, primaryKey: id}\n";
  private static final String ORDERS =
      "  orders: {source: o, primaryKey: id, references: [{columns: customer_id, table: customers}]}\n";

  private static KeyRules rules(String tables) {
    ConfigurationReader reader = ConfigurationReader.of(Map.of());
    DatasetConfiguration configuration =
        reader.read(
            DatasetConfiguration.class,
            reader.file("output: out\ntables:\n" + tables, "shop.yaml"),
            List.of());
    return KeyRules.of(configuration, SCHEMAS, Map.of("lines", List.of("order_id", "line")));
  }

  private static void assertComplaint(String tables, String problem, String cure) {
    assertThatThrownBy(() -> rules(tables))
        .isInstanceOfSatisfying(
            UserException.class,
            e -> {
              assertThat(e.problem()).isEqualTo(problem);
              assertThat(e.cure()).isEqualTo(cure);
              assertThat(e.kind()).isEqualTo(ErrorKind.CONFIGURATION);
            });
  }

  @Test
  void whatIsNotWrittenComesFromThePrimaryKeys() {
    KeyRules rules = rules(CUSTOMERS + ORDERS + "  lines: {source: l}\n");
    assertThat(rules.primaryKey("lines")).as("declared").containsExactly("order_id", "line");
    assertThat(rules.primaryKey("orders")).containsExactly("id");
  }

  @Test
  void aMissingParentTableIsTold() {
    assertComplaint(
        ORDERS.replace("table: customers", "table: customer") + CUSTOMERS,
        "the reference orders(customer_id) refers to the table 'customer', which is not in the dataset",
        "did you mean 'customers'?");
    assertComplaint(
        ORDERS + "  customers: {source: c, role: skipped}\n",
        "the reference orders(customer_id) refers to the table 'customers', which is skipped",
        "remove the reference, or do not skip the table");
  }

  @Test
  void typesThatDifferAcrossAKeyAreTold() {
    assertComplaint(
        CUSTOMERS + ORDERS.replace("columns: customer_id", "columns: code"),
        "orders.code is string, but refers to customers.id, which is int",
        "give both the same type: 'source.schema' sets the types of files, a cast in a query those of a database");
  }

  /** Before a table is read, not after all others were fitted. */
  @Test
  void partsOfKeysThatCannotBeCountedAreTold() {
    String readings = "  readings: {source: r, primaryKey: [sensor, at]}\n";
    assertThat(rules(readings).primaryKey("readings")).containsExactly("sensor", "at");
    for (String column : List.of("value", "raw")) {
      String type = column.equals("raw") ? "binary" : "double";
      assertComplaint(
          readings.replace("at]", column + "]"),
          "the composite primary key of table 'readings' has the column '"
              + column
              + "' of type "
              + type
              + ", whose values cannot be counted",
          "name a key of whole numbers, decimals, strings, booleans, dates, timestamps or"
              + " references, or leave the key out");
    }
    String kept = readings.replace("at]", "value], role: reference");
    assertThat(rules(kept).primaryKey("readings")).containsExactly("sensor", "value");
  }

  @Test
  void unknownColumnsAndColumnsThatAreLeftOutAreTold() {
    assertComplaint(
        CUSTOMERS.replace("primaryKey: id", "primaryKey: ids"),
        "the key 'tables.customers.primaryKey' names the column 'ids', which the table has not",
        "did you mean 'id'?");
    assertComplaint(
        CUSTOMERS.replace("primaryKey: id", "primaryKey: id, exclude: id"),
        "table 'customers' leaves out the column 'id', which a key needs",
        "remove it from 'exclude', or remove the key");
    assertComplaint(
        CUSTOMERS.replace("primaryKey: id", "primaryKey: 'id, id'"),
        "a key of table 'customers' names a column twice: [id, id]",
        "keep one of them");
    assertComplaint(
        CUSTOMERS.replace("primaryKey: id", "orderBy: born"),
        "the key 'tables.customers.orderBy' names the column 'born', which the table has not",
        "its columns are id, name, best_order");
  }

  @Test
  void keysOfDifferentWidthAreTold() {
    assertComplaint(
        CUSTOMERS.replace(", primaryKey: id", "") + ORDERS,
        "the reference orders(customer_id) has 1 columns, but 'customers' has no primary key",
        "write 'parentColumns', one for each of 'columns', or the primaryKey of that table");
    assertComplaint(
        """
          lines: {source: l}
          orders: {source: o, references: [{columns: id, table: lines}]}
        """,
        "the reference orders(id) has 1 columns, but refers to 2: [order_id, line]",
        "write 'parentColumns', one for each of 'columns', or the primaryKey of that table");
    assertComplaint(
        CUSTOMERS
            + ORDERS.replace(
                "table: customers}", "table: customers}, {columns: customer_id, table: customers}"),
        "the reference orders(customer_id) is written twice",
        "keep one of the references");
  }

  @Test
  void leadingReferencesInACircleAreTold() {
    String lead = "table: customers, leading: true}";
    String circle = ORDERS.replace("table: customers}", lead);
    String back =
        "  customers: {source: c, primaryKey: id, references: [{columns: best_order, table: orders%s}]}\n";
    assertThat(rules(circle + String.format(back, "")).primaryKey("orders"))
        .as("a circle of which not all lead can be laid out")
        .containsExactly("id");
    assertComplaint(
        circle + String.format(back, ", leading: true"),
        "the leading references of orders, customers go in a circle",
        "take 'leading: true' from one of them");
    assertComplaint(
        CUSTOMERS
            + circle.replace(lead, lead + ", {columns: again, table: customers, leading: true}"),
        "table 'orders' has 2 references that lead",
        "keep 'leading: true' at the one whose rows belong together most");
    assertComplaint(
        "  orders: {source: o, primaryKey: id, references: [{columns: again, table: orders, leading: true}]}\n",
        "the reference orders(again) leads, but refers to its own table",
        "let another reference lead; a table that refers to itself is laid out by levels");
  }

  @Test
  void keptTablesReferToKeptTables() {
    assertComplaint(
        CUSTOMERS + ORDERS.replace("{source: o", "{source: o, role: reference"),
        "the reference orders(customer_id) is in a table that is kept as it is, but refers to 'customers', whose rows are made up",
        "keep both, or make up both, or remove the reference");
  }
}
