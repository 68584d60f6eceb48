package io.mirrorlake.profiler.spark;

import static io.mirrorlake.profiler.spark.ColumnNames.named;
import static io.mirrorlake.profiler.spark.ColumnNames.present;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.xxhash64;

import io.mirrorlake.profiler.disclosure.SecretRounding;
import io.mirrorlake.profiler.fit.Dependence;
import io.mirrorlake.profiler.fit.ProfileOptions;
import io.mirrorlake.profiler.relation.Dealing;
import io.mirrorlake.profiler.relation.DeclaredReference;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Whether siblings whose further parents lie in the same cell share a parent. Each family has one
 * vote: the share of its pairs of such siblings that have the same parent. It is compared with what
 * chance would make of it: in a cell whose parents have n_1, n_2, ... of its n children, the sum of
 * n_i (n_i - 1) / (n (n - 1)).
 */
final class SiblingDealing {
  /** A pair that shares its parent this often stays together. */
  private static final double TOGETHER = 0.5;

  /** Chance must explain no more of it than this part. */
  private static final double CHANCE = 0.5;

  /** Siblings that share a parent less often than this part of chance keep apart. */
  private static final double APART = 0.25;

  /** So many families with a pair by chance show that none with one was no accident. */
  private static final double CHANCE_FAMILIES = 10;

  /** Limits of shares are drawn from a range of a fifth, so that no single family tips them. */
  private static final double RANGE = 1.2;

  /** The same for numbers of families. */
  private static final double FAMILY_RANGE = 1.5;

  private static final String FAMILY = "?family";
  private static final String CELL_OF = "?cellOf";
  private static final String PARENT = "?parentOf";
  private static final String ROWS = "?rows";
  private static final String SQUARES = "?squares";
  private static final String CHANCES = "?chances";

  private SiblingDealing() {}

  /** How the children of a popular reference are dealt out. */
  static Dealing of(ParentCells.Use use, TableNode parent) {
    TableNode child = use.child();
    Optional<DeclaredReference> leading = child.leading();
    boolean dependent = child.table().options().dependence() != Dependence.INDEPENDENT;
    boolean alone = parent.cells().size() >= parent.count();
    if (leading.isEmpty() || child.familySize() <= 1 || !dependent || alone) {
      return Dealing.SHUFFLED;
    }
    Dataset<Row> groups =
        ParentCells.withCell(child.rows(), use.reference(), parent, CELL_OF)
            .where(present(leading.get().columns()).and(present(use.reference().columns())))
            .where(named(CELL_OF).isNotNull())
            .groupBy(
                xxhash64(named(leading.get().columns())).as(FAMILY),
                named(CELL_OF),
                xxhash64(named(use.reference().columns())).as(PARENT))
            .agg(count(lit(1)).cast("double").as(ROWS))
            .localCheckpoint(true);
    Row votes = votes(groups).head();
    return votes.getLong(0) == 0
        ? Dealing.SHUFFLED
        : dealing(votes, child.table().options(), use.reference().name(child.name()));
  }

  /**
   * The families that have a pair, the sums of their votes and of chance, and chances at most 1.
   */
  private static Dataset<Row> votes(Dataset<Row> groups) {
    Column rows = named(ROWS);
    Column squares = named(SQUARES);
    Column pairs = rows.multiply(rows.minus(1));
    Dataset<Row> cells =
        groups
            .groupBy(named(CELL_OF), named(PARENT))
            .agg(sum(rows).as(ROWS))
            .groupBy(named(CELL_OF))
            .agg(sum(rows).as(ROWS), sum(rows.multiply(rows)).as(SQUARES))
            // In a cell of one parent there is nothing to deal out.
            .where(squares.lt(rows.multiply(rows)))
            .select(named(CELL_OF), squares.minus(rows).divide(pairs).as(CHANCES));
    Column same = named(SQUARES);
    Column chance = named(CHANCES);
    return groups
        .groupBy(named(CELL_OF), named(FAMILY))
        .agg(sum(rows).as(ROWS), sum(rows.multiply(rows)).as(SQUARES))
        .where(rows.gt(1))
        .join(cells, CELL_OF)
        .groupBy(named(FAMILY))
        .agg(
            sum(pairs).as(ROWS),
            sum(squares.minus(rows)).as(SQUARES),
            sum(pairs.multiply(chance)).as(CHANCES))
        .agg(
            count(lit(1)),
            sum(same.divide(rows)),
            sum(chance.divide(rows)),
            sum(least(chance.divide(2), lit(1.0))));
  }

  private static Dealing dealing(Row votes, ProfileOptions options, String reference) {
    SecretRounding secret = options.policy().table(reference);
    double families = votes.getLong(0);
    double same = votes.getDouble(1);
    double chance = votes.getDouble(2);
    double k = options.minimumUnits();
    if (families >= secret.limit(k, k * FAMILY_RANGE, "families")
        && same >= secret.limit(TOGETHER, TOGETHER * RANGE, "together") * families
        && chance <= CHANCE * same) {
      return Dealing.TOGETHER;
    }
    double expected = votes.getDouble(3);
    boolean apart =
        expected >= secret.limit(CHANCE_FAMILIES, CHANCE_FAMILIES * FAMILY_RANGE, "pairs")
            && same <= secret.limit(APART, APART * RANGE, "apart") * chance;
    return apart ? Dealing.APART : Dealing.SHUFFLED;
  }
}
