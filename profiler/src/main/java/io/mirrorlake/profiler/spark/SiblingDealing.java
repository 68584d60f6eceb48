package io.mirrorlake.profiler.spark;

import static io.mirrorlake.profiler.spark.ColumnNames.named;
import static io.mirrorlake.profiler.spark.ColumnNames.present;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.xxhash64;

import io.mirrorlake.profiler.disclosure.SecretRounding;
import io.mirrorlake.profiler.relation.Dealing;
import io.mirrorlake.profiler.relation.DeclaredReference;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Whether siblings whose further parents lie in the same cell share a parent. Of all pairs of such
 * siblings the share with the same parent is compared with what chance would make it: in a cell
 * whose parents have n_1, n_2, ... of its n children, the sum of n_i (n_i - 1) / (n (n - 1)).
 */
final class SiblingDealing {
  /** A pair that shares its parent this often stays together. */
  private static final double TOGETHER = 0.5;

  /** Chance must explain no more of it than this part. */
  private static final double CHANCE = 0.5;

  /** Siblings that share a parent less often than this part of chance keep apart. */
  private static final double APART = 0.25;

  /** So many pairs by chance show that none was no accident. */
  private static final double CHANCE_PAIRS = 20;

  /** Limits are drawn from a range of a fifth, so that no single row tips them. */
  private static final double RANGE = 1.2;

  private static final String FAMILY = "?family";
  private static final String CELL_OF = "?cellOf";
  private static final String PARENT = "?parentOf";
  private static final String ROWS = "?rows";
  private static final String FAMILY_ROWS = "?familyRows";

  private SiblingDealing() {}

  /** How the children of a popular reference are dealt out. */
  static Dealing of(ParentCells.Use use, TableNode parent) {
    TableNode child = use.child();
    Optional<DeclaredReference> leading = child.leading();
    if (leading.isEmpty() || child.familySize() <= 1) {
      return Dealing.SHUFFLED;
    }
    Dataset<Row> groups =
        ParentCells.withCell(child.rows(), use.reference(), parent, CELL_OF)
            .where(present(leading.get().columns()).and(present(use.reference().columns())))
            .groupBy(
                xxhash64(named(leading.get().columns())).as(FAMILY),
                named(CELL_OF),
                xxhash64(named(use.reference().columns())).as(PARENT))
            .agg(count(lit(1)).cast("double").as(ROWS))
            .localCheckpoint(true);
    SecretRounding secret =
        child.table().options().policy().table(use.reference().name(child.name()));
    return dealing(siblings(groups), all(groups), secret);
  }

  /** The pairs of siblings in each cell. */
  private static Map<Integer, Pairs> siblings(Dataset<Row> groups) {
    Column rows = named(ROWS);
    Column family = named(FAMILY_ROWS);
    return groups
        .groupBy(named(CELL_OF), named(FAMILY))
        .agg(sum(rows).as(FAMILY_ROWS), sum(rows.multiply(rows)).as(ROWS))
        .groupBy(named(CELL_OF))
        .agg(sum(family.multiply(family.minus(1))), sum(rows.minus(family)))
        .collectAsList()
        .stream()
        .collect(
            Collectors.toMap(
                row -> row.getInt(0), row -> new Pairs(row.getDouble(1), row.getDouble(2))));
  }

  /** The pairs of any rows in each cell. */
  private static Map<Integer, Pairs> all(Dataset<Row> groups) {
    Column rows = named(ROWS);
    return groups
        .groupBy(named(CELL_OF), named(PARENT))
        .agg(sum(rows).as(ROWS))
        .groupBy(named(CELL_OF))
        .agg(sum(rows), sum(rows.multiply(rows)))
        .collectAsList()
        .stream()
        .collect(
            Collectors.toMap(
                row -> row.getInt(0), row -> Pairs.ofSums(row.getDouble(1), row.getDouble(2))));
  }

  /**
   * Pairs of rows in a cell.
   *
   * @param all ordered pairs
   * @param same those that share a parent
   */
  private record Pairs(double all, double same) {
    /** The pairs of n rows, where squares is the sum of the squares of the parents' rows. */
    static Pairs ofSums(double n, double squares) {
      return new Pairs(n * (n - 1), squares - n);
    }
  }

  private static Dealing dealing(
      Map<Integer, Pairs> siblings, Map<Integer, Pairs> cells, SecretRounding secret) {
    double pairs = 0;
    double same = 0;
    double chance = 0;
    for (Map.Entry<Integer, Pairs> of : siblings.entrySet()) {
      Pairs cell = cells.getOrDefault(of.getKey(), new Pairs(0, 0));
      // In a cell of one parent there is nothing to deal out.
      if (cell.same() < cell.all()) {
        pairs += of.getValue().all();
        same += of.getValue().same();
        chance += of.getValue().all() * cell.same() / cell.all();
      }
    }
    if (same >= secret.limit(TOGETHER, TOGETHER * RANGE, "together") * pairs
        && chance <= CHANCE * same
        && pairs > 0) {
      return Dealing.TOGETHER;
    }
    boolean apart =
        chance >= secret.limit(CHANCE_PAIRS, CHANCE_PAIRS * RANGE, "pairs")
            && same <= secret.limit(APART, APART * RANGE, "apart") * chance;
    return apart ? Dealing.APART : Dealing.SHUFFLED;
  }
}
