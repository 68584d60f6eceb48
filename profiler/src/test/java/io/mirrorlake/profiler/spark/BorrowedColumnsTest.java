package io.mirrorlake.profiler.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorlake.profiler.constraint.Formula;
import io.mirrorlake.profiler.copula.GivenColumn;
import io.mirrorlake.profiler.copula.TreeColumn;
import io.mirrorlake.profiler.copula.TreeCopula;
import io.mirrorlake.profiler.fit.Dependence;
import io.mirrorlake.profiler.fit.ProfileOptions;
import io.mirrorlake.profiler.profile.ColumnProfile;
import io.mirrorlake.profiler.profile.ColumnProfile.Borrowed;
import io.mirrorlake.profiler.profile.ColumnProfile.Derived;
import io.mirrorlake.profiler.profile.ColumnProfile.Drawn;
import io.mirrorlake.profiler.profile.TableProfile;
import io.mirrorlake.profiler.relation.DeclaredReference;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Lines of customers' orders are about products that are kept. What a line costs is the product's
 * price times its quantity; its charge is the product's fee, which some products do not have, times
 * its quantity. The tariff of a quote is a copy of the price. Trips lead from one kept port to
 * another, and cost their seats times what the second port takes. Products are made up where they
 * are used, and ordered.
 */
final class BorrowedColumnsTest {
  private static List<TableProfile> profiles = List.of();

  @BeforeAll
  static void profile() {
    profiles =
        DatasetProfiler.of()
            .profile(
                List.of(
                    Tables.of("customer", "SELECT id, id % 9 AS kind FROM range(100)"),
                    Tables.kept("product", PRODUCTS),
                    Tables.of("line", LINES, reference("customer", "customer", true), product()),
                    Tables.kept(
                        "port",
                        "SELECT id, cast(3 + pmod(xxhash64(id, 8), 90) AS int) AS take,"
                            + " cast(null AS int) AS nothing FROM range(40)"),
                    independent(
                        "trip",
                        TRIPS,
                        reference("start", "port", false),
                        reference("end", "port", false)),
                    independent(
                        "quote",
                        "SELECT q.id, product, price AS tariff, pmod(xxhash64(q.id), 9) AS days FROM"
                            + " (SELECT id, pmod(xxhash64(id, 2), 60) AS product FROM range(900)) q"
                            + " JOIN ("
                            + PRODUCTS
                            + ") p ON q.product = p.id",
                        product()),
                    independent("made", PRODUCTS),
                    independent(
                        "use", LINES.replace("product", "made"), reference("made", "made", false)),
                    independent(
                        "order",
                        LINES.replace("product", "made"),
                        reference("customer", "customer", true),
                        reference("made", "made", false))),
                line -> {});
  }

  private static final String PRODUCTS =
      "SELECT id, cast(1 + pmod(xxhash64(id, 4), 5000) / 100 AS decimal(8,2)) AS price,"
          + " if(id % 7 = 3, null, cast(pmod(xxhash64(id, 5), 40) AS double) / 4) AS fee,"
          + " cast(pmod(xxhash64(id, 6), 30) AS int) AS weight, concat('P', id) AS name"
          + " FROM range(60)";

  /** One line of twenty has no product, and one of twenty costs something else than it should. */
  private static final String LINES =
      "SELECT l.id, customer, product, quantity, cast(price * quantity AS decimal(10,2)) AS amount,"
          + " fee * quantity AS charge,"
          + " cast(price * quantity + if(l.id % 20 = 7, pmod(l.id, 9) - 4, 0) AS decimal(10,2)) AS paid,"
          + " cast(pmod(xxhash64(l.id, 9), 30) AS int) AS bulk"
          + " FROM (SELECT id, id div 20 AS customer, if(id % 20 = 0, null,"
          + " pmod(xxhash64(id, 2), 60)) AS product, cast(1 + pmod(xxhash64(id, 3), 9) AS int) AS"
          + " quantity FROM range(2000)) l LEFT JOIN ("
          + PRODUCTS
          + ") p ON l.product = p.id";

  private static final String TRIPS =
      "SELECT id, start, end, seats, cast(seats * (3 + pmod(xxhash64(end, 8), 90)) AS int) AS cost"
          + " FROM (SELECT id, pmod(xxhash64(id, 1), 40) AS start, pmod(xxhash64(id, 2), 40) AS end,"
          + " cast(1 + pmod(xxhash64(id, 3), 7) AS int) AS seats FROM range(1000))";

  /** A table of which no dependence is learned: formulas need none. */
  private static DatasetTable independent(
      String name, String query, DeclaredReference... references) {
    ProfileOptions options =
        ProfileOptions.defaults().withSecret(7).withDependence(Dependence.INDEPENDENT);
    return Tables.of(name, query, List.of("id"), List.of(references), options);
  }

  private static DeclaredReference product() {
    return reference("product", "product", false);
  }

  private static DeclaredReference reference(String column, String parent, boolean leading) {
    return new DeclaredReference(List.of(column), parent, List.of("id"), leading, false);
  }

  private static TableProfile table(String name) {
    return profiles.stream().filter(of -> of.name().equals(name)).findFirst().orElseThrow();
  }

  private static Formula formula(String table, String column) {
    assertThat(table(table).column(column)).isInstanceOf(Derived.class);
    return ((Derived) table(table).column(column)).formula();
  }

  private static List<Borrowed> borrowed(String table) {
    return table(table).columns().stream()
        .filter(Borrowed.class::isInstance)
        .map(Borrowed.class::cast)
        .toList();
  }

  @Test
  void amountsAreProductsOfTheParentsPrice() {
    Formula.Product amount = (Formula.Product) formula("line", "amount");
    assertThat(amount.left()).isEqualTo(">line.product.price");
    assertThat(amount.right()).isEqualTo("quantity");
    assertThat(amount.grid().decimals()).isEqualTo(2);
    assertThat(table("line").column("amount").column().nullable()).isTrue();
    assertThat(table("line").column("quantity")).isInstanceOf(Drawn.class);
  }

  @Test
  void pricesAreCopied() {
    assertThat(formula("quote", "tariff")).isEqualTo(new Formula.Copy(">quote.product.price"));
  }

  @Test
  void nullsOfTheParentAreFollowed() {
    Formula.Product charge = (Formula.Product) formula("line", "charge");
    assertThat(List.of(charge.left(), charge.right()))
        .containsExactly(">line.product.fee", "quantity");
  }

  @Test
  void eachReferenceLendsItsOwnParentsColumns() {
    Formula.Product cost = (Formula.Product) formula("trip", "cost");
    assertThat(List.of(cost.left(), cost.right())).containsExactly(">trip.end.take", "seats");
    assertThat(borrowed("trip"))
        .containsExactly(
            new Borrowed(
                new io.mirrorlake.profiler.schema.Column(
                    ">trip.end.take", table("port").column("take").column().type(), false),
                "trip.end",
                "take"));
  }

  @Test
  void whatNothingIsComputedFromIsGone() {
    assertThat(borrowed("line"))
        .extracting(Borrowed::name)
        .containsExactlyInAnyOrder(">line.product.price", ">line.product.fee");
    assertThat(borrowed("line")).allMatch(ColumnProfile::hidden);
    assertThat(table("line").fields())
        .containsExactly(
            "id", "customer", "product", "quantity", "amount", "charge", "paid", "bulk");
  }

  @Test
  void whatManyRowsBreakIsDrawn() {
    assertThat(table("line").column("paid")).isInstanceOf(Drawn.class);
    assertThat(table("line").column("bulk")).isInstanceOf(Drawn.class);
  }

  @Test
  void constraintsAreListed() {
    assertThat(table("line").constraints())
        .extracting(listed -> listed.constraint().text())
        .contains(
            "amount = >line.product.price * quantity", "charge = >line.product.fee * quantity");
    assertThat(table("trip").constraints())
        .extracting(listed -> listed.constraint().text())
        .contains("cost = >trip.end.take * seats");
  }

  @Test
  void theCopulaKnowsNoneOfThem() {
    TreeCopula trees = (TreeCopula) table("line").copula();
    assertThat(trees.columns())
        .extracting(TreeColumn::name)
        .contains("quantity", "paid", "bulk")
        .doesNotContain("amount", "charge")
        .noneMatch(name -> name.contains(">"));
    assertThat(trees.given())
        .extracting(GivenColumn::name)
        .contains("previous.quantity")
        .noneMatch(name -> name.contains(">"));
    assertThat(table("line").notes()).noneMatch(note -> note.contains(">"));
  }

  @Test
  void profilesAreRead() {
    Tables.assertReadBack(profiles);
  }

  /** The rows of a leading parent that is made up are drawn before those of its children. */
  @Test
  void leadingParentsThatAreMadeUpLendColumns() {
    assertThat(table("use").relations().leading()).isPresent();
    assertThat(borrowed("use"))
        .extracting(Borrowed::name)
        .containsExactlyInAnyOrder(">use.made.price", ">use.made.fee");
    assertThat(formula("use", "amount").inputs()).containsExactly(">use.made.price", "quantity");
    assertThat(formula("use", "charge").inputs()).containsExactly(">use.made.fee", "quantity");
    assertThat(table("use").column("paid")).isInstanceOf(Drawn.class);
  }

  /** Nobody knows the row of a further parent that is made up before it is chosen. */
  @Test
  void furtherParentsThatAreMadeUpLendNone() {
    assertThat(borrowed("order")).isEmpty();
    assertThat(table("order").constraints())
        .noneMatch(listed -> listed.constraint().text().contains(">"));
  }
}
