package io.mirrorlake.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorlake.jobs.CommandResult;
import io.mirrorlake.jobs.CsvRows;
import io.mirrorlake.jobs.RoundTrip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Customers' orders in the order of their dates: written down up to 3 days before, due 14, 28 or 42
 * days after, and shipped 1 to 9 days after, but for one in twenty that is not shipped yet. They go
 * to one street for each customer, mostly. From files to a profile and to rows.
 */
class SiblingDatesTest {
  private static final int CUSTOMERS = 300;

  @TempDir private static Path folder = Path.of("");

  private static String document = "";
  private static List<String[]> orders = List.of();

  private static String street(Random random) {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      name.append((char) ('a' + random.nextInt(26)));
    }
    return name.toString();
  }

  private static List<String> table() {
    Random random = new Random(29);
    List<String> lines = new ArrayList<>(List.of("id,customer,written,ordered,due,shipped,street"));
    for (int customer = 0; customer < CUSTOMERS; customer++) {
      LocalDate day = LocalDate.of(2021, 1, 1).plusDays(random.nextInt(300));
      String street = street(random);
      for (int i = 4 + random.nextInt(8); i > 0; i--) {
        day = day.plusDays(1 + random.nextInt(60));
        LocalDate shipped = day.plusDays(1 + random.nextInt(9));
        lines.add(
            String.join(
                ",",
                Integer.toString(lines.size()),
                Integer.toString(customer),
                day.minusDays(random.nextInt(4)).toString(),
                day.toString(),
                day.plusDays(14L * (1 + random.nextInt(3))).toString(),
                random.nextInt(20) == 0 ? "" : shipped.toString(),
                random.nextInt(10) == 0 ? street(random) : street));
      }
    }
    return lines;
  }

  private static final String DATASET =
      """
      tables:
        customer: {source: %1$s/customer.csv, primaryKey: [id]}
        orders:
          source: %1$s/orders.csv
          primaryKey: [id]
          references: [{columns: [customer], table: customer}]
          orderBy: ordered
      """;

  @BeforeAll
  static void synthesize() throws IOException {
    Random random = new Random(31);
    List<String> customers = new ArrayList<>(List.of("id,kind"));
    for (int i = 0; i < CUSTOMERS; i++) {
      customers.add(i + "," + random.nextInt(3));
    }
    Files.write(folder.resolve("customer.csv"), customers);
    Files.write(folder.resolve("orders.csv"), table());
    document = RoundTrip.profile(folder, "profile", DATASET.formatted(folder));
    orders = CsvRows.of(RoundTrip.synthesize(folder, "data").resolve("orders"));
  }

  private static long days(String[] row, int from, int to) {
    return ChronoUnit.DAYS.between(LocalDate.parse(row[from]), LocalDate.parse(row[to]));
  }

  @Test
  void datesAreToldByTheirDistanceFromTheOneThatSiblingsAreOrderedBy() {
    assertThat(document)
        .contains("\"written <= ordered\"", "\"ordered <= due\"", "\"ordered <= shipped\"")
        .contains("\"ordered - written\"", "\"due - ordered\"", "\"shipped - ordered\"");
    assertThat(orders).hasSizeGreaterThan(1_500);
    double sum = 0;
    int shipped = 0;
    for (String[] row : orders) {
      assertThat(days(row, 2, 3)).isBetween(0L, 3L);
      assertThat(days(row, 3, 4)).isIn(14L, 28L, 42L);
      if (!row[5].isEmpty()) {
        assertThat(days(row, 3, 5)).isBetween(1L, 9L);
        sum += days(row, 3, 5);
        shipped++;
      }
    }
    assertThat(sum / shipped).isCloseTo(5, within(0.3));
    assertThat((double) shipped / orders.size()).isCloseTo(0.95, within(0.03));
  }

  /** A real customer's orders have 1.7 different streets; 7.5, were each made anew. */
  @Test
  void textsThatAreMadeUpAreKeptFromSiblingToSibling() {
    Map<String, Set<String>> streets = new HashMap<>();
    Set<String> all = new HashSet<>();
    for (String[] row : orders) {
      streets.computeIfAbsent(row[1], any -> new HashSet<>()).add(row[6]);
      all.add(row[6]);
    }
    double different = (double) all.size() / streets.size();
    int sum = streets.values().stream().mapToInt(Set::size).sum();
    assertThat((double) sum / streets.size()).isBetween(1.2, 2.6);
    // What one customer's siblings keep, others do not have.
    assertThat(different).isBetween(1.2, 2.6);
  }

  @Test
  void whatIsOrderedByCanBeDeclaredAboutWhereItIsComputedFrom() throws IOException {
    String declared =
        RoundTrip.profile(
            folder,
            "declared",
            DATASET.formatted(folder)
                + "    constraints: {discover: false, add: ['ordered <= shipped']}\n");
    assertThat(declared).contains("\"ordered <= shipped\"").doesNotContain("\"ordered <= due\"");
    CommandResult.ofSettings(
            folder,
            "profile",
            DATASET.formatted(folder) + "    constraints: {add: ['ordered -> ordered_year']}\n",
            "output: " + folder.resolve("none"))
        .assertComplaint(
            2,
            "'ordered -> ordered_year' speaks of the column 'ordered_year', which the table has not",
            "its columns are id, written, ordered, due, shipped, street");
    CommandResult.ofSettings(
            folder,
            "profile",
            DATASET.formatted(folder)
                + "    constraints: {add: ['ordered = written'], tolerated: 1}\n",
            "output: " + folder.resolve("equal"))
        .assertComplaint(
            2,
            "the declared constraint 'ordered = written' cannot be kept in table 'orders': its columns"
                + " have too few values that can be told, or others of its constraints decide them"
                + " already",
            "declare another constraint, or drop those that are in its way");
  }
}
