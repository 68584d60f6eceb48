package io.mirrorlake.profiler.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorlake.profiler.fit.ProfileOptions;
import io.mirrorlake.profiler.profile.SourceDescription;
import io.mirrorlake.profiler.profile.TableProfile;
import io.mirrorlake.profiler.relation.DeclaredReference;
import io.mirrorlake.profiler.relation.FanOutLaw;
import io.mirrorlake.profiler.relation.ReferenceLaw;
import io.mirrorlake.profiler.relation.TableRole;
import io.mirrorlake.profiler.spark.ParentCells.Use;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;

/** Sales of products whose price no column of theirs tells: only what their sales are like. */
final class FamiliesOfCellsTest {
  private static final DeclaredReference OF =
      new DeclaredReference(List.of("product"), "products", List.of("id"), false, false);

  private static DatasetTable table(String name, TableRole role, String sql) {
    return new DatasetTable(
        name,
        SharedSession.session().sql(sql),
        new SourceDescription("sql", name, Optional.empty()),
        role,
        List.of("id"),
        name.equals("products") ? List.of() : List.of(OF),
        Optional.empty(),
        ProfileOptions.defaults().withSecret(7));
  }

  /** Product p of 600 costs 5 (37 p mod 101), and is sold in 12 rows, or in 60 if p is below 20. */
  private static List<DatasetTable> shop(TableRole role) {
    return List.of(
        table(
            "products",
            role,
            "SELECT id, concat('product ', id) AS name, cast(hash(id) % 50 AS int) AS size FROM"
                + " range(600)"),
        table(
            "sales",
            TableRole.SYNTHESIZED,
            "SELECT 100 * p + n AS id, p AS product, cast(5 * (37 * p % 101)"
                + " + hash(n, p) % 3 AS double) AS amount FROM (SELECT id AS p, explode(sequence(1,"
                + " if(id < 20, 60, 12))) AS n FROM range(600))"));
  }

  private static List<TableNode> counted(List<DatasetTable> tables) {
    List<TableNode> nodes = tables.stream().map(TableNode::new).toList();
    nodes.forEach(node -> node.facts(KeyFacts.of(node)));
    return nodes;
  }

  /** The share of the amounts' variance that lies between cells. */
  private static double told(TableNode products, TableNode sales) {
    Dataset<Row> rows = ParentCells.withCell(sales.rows(), OF, products, "cell");
    Row variances =
        rows.groupBy("cell")
            .agg(
                functions.count("*").as("n"),
                functions.avg("amount").as("mean"),
                functions.var_pop("amount").as("within"))
            .agg(functions.expr("sum(n * within) / sum(n)"))
            .first();
    double all = rows.agg(functions.var_pop("amount")).first().getDouble(0);
    return 1 - variances.getDouble(0) / all;
  }

  @Test
  void cellsOfMadeUpParentsTellWhatTheirChildrenAreLike() {
    List<TableNode> nodes = counted(shop(TableRole.SYNTHESIZED));
    ParentCells.cut(nodes.get(0), List.of(new Use(nodes.get(1), OF)));

    assertThat(nodes.get(0).cells()).hasSizeBetween(30, 64);
    assertThat(told(nodes.get(0), nodes.get(1))).isGreaterThan(0.97);
  }

  /** 20 products are sold often enough to have a cell each, the others share the rest. */
  @Test
  void cellsOfKeptParentsThatFewReferToTellItToo() {
    List<TableNode> nodes = counted(shop(TableRole.REFERENCE));
    StaticTables.order(nodes.get(0), List.of(new Use(nodes.get(1), OF)));

    List<Double> cells = nodes.get(0).cells();
    assertThat(cells.stream().filter(share -> share < 1.5 / 600).count()).isBetween(20L, 128L);
    assertThat(cells.get(cells.size() - 1)).isGreaterThanOrEqualTo(12 / 600.0);
    assertThat(told(nodes.get(0), nodes.get(1))).isGreaterThan(0.97);
  }

  /** A cell of several kept parents has a law, a cell of one has none to tell. */
  @Test
  void lawsOfKeptParents() {
    List<TableProfile> profiles = DatasetProfiler.of().profile(shop(TableRole.REFERENCE), l -> {});
    List<Double> cells = profiles.get(0).relations().cells();
    ReferenceLaw.Popular law =
        (ReferenceLaw.Popular) profiles.get(1).relations().references().get(0).law();

    assertThat(law.byCell()).hasSameSizeAs(cells);
    for (int cell = 0; cell < cells.size(); cell++) {
      FanOutLaw of = law.byCell().get(cell);
      if (cells.get(cell) < 1.5 / 600) {
        assertThat(of).isEqualTo(FanOutLaw.even());
      } else {
        assertThat(of.mean()).isBetween(11.0, 20.0);
      }
    }
  }
}
