package io.mirrorlake.synthesizer.dependence;

import io.mirrorlake.profiler.copula.Copula;
import io.mirrorlake.profiler.copula.CorrelationMatrix;
import io.mirrorlake.profiler.copula.GaussianCopula;
import io.mirrorlake.profiler.copula.GivenColumn;
import io.mirrorlake.profiler.copula.IndependentCopula;
import io.mirrorlake.profiler.copula.TreeCopula;
import io.mirrorlake.profiler.profile.ColumnProfile.Drawn;
import io.mirrorlake.synthesizer.condition.ColumnCondition;
import io.mirrorlake.synthesizer.condition.ColumnCondition.Target;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * A copula, made ready to give some of a table's columns.
 *
 * <p>It names the independent uniforms that it consumes, a fixed number of draws a row: those of
 * the wanted columns and of every column these depend on. So a column gets the same u whatever
 * other columns are wanted. Instances are immutable.
 */
public sealed interface Dependence
    permits Independence, GaussianDependence, TreeDependence, ConditionedGaussian, ProposedTree {

  /** The draws it consumes, in the order of the arrays that {@link #couple} takes. */
  List<Draw> draws();

  /** The array that holds the u of the given wanted column after {@link #couple}. */
  int slot(int column);

  /**
   * How many rows it takes best at a time, up to {@link
   * io.mirrorlake.synthesizer.column.Tile#MAX_ROWS}. Arrays of 512 doubles are 4 KB: those of seven
   * or eight columns fit a first-level cache of 32 KB.
   */
  default int tileRows() {
    return 512;
  }

  /**
   * Turns independent uniforms into positions on the columns' u-scales, in place: nulls lie in [1 -
   * nullProbability, 1).
   *
   * @param arrays one array for each draw, with numbers inside (0, 1) on entry; on return, array
   *     slot(k) holds the u of wanted column k, inside [0, 1), and the other arrays hold nothing of
   *     use
   * @param rows how many numbers of each array to turn
   */
  void couple(double[][] arrays, int rows);

  /** Room to work in, for calls that would otherwise make it anew each time. */
  default CodeTile tile() {
    return new CodeTile(0, 0);
  }

  /** What has to be known of a row beforehand, in the order in which {@code couple} takes it. */
  default List<GivenColumn> given() {
    return List.of();
  }

  /** The arrays whose positions have to be known of the sibling before, as rows may keep them. */
  default List<Integer> repeated() {
    return List.of();
  }

  /**
   * The same where something of the rows is known beforehand.
   *
   * @param arrays as for the other
   * @param known the codes of the columns {@link #given}, and the positions {@link #repeated}
   * @param tile room to work in, of {@link #tile}
   */
  default void couple(double[][] arrays, KnownRows known, int rows, CodeTile tile) {
    couple(arrays, rows);
  }

  /**
   * The targets of each row, one for each condition.
   *
   * @param arrays as for {@link #couple}
   */
  default List<List<Target>> targets(double[][] arrays, int rows) {
    return Collections.nCopies(rows, List.of());
  }

  /**
   * How probable it is that a row without conditions keeps those of its targets: for each row a
   * mean over proposals, which is an estimate without bias but for a density ratio, which is left
   * out.
   *
   * @param arrays as for {@link #couple}; they are left as they are
   * @param attempts how many proposals to make for each row
   */
  default double[] likelihoods(double[][] arrays, int rows, int attempts) {
    double[] ones = new double[rows];
    Arrays.fill(ones, 1);
    return ones;
  }

  /**
   * The copula for these columns.
   *
   * @param copula the table's copula
   * @param scales those of its columns
   * @param wanted the columns to give, in this order
   */
  static Dependence of(Copula copula, Scales scales, List<Drawn> wanted) {
    return of(copula, scales, wanted, List.of());
  }

  /**
   * The copula for these columns, given conditions: every u lies where its column's condition has
   * it.
   *
   * @param copula the table's copula
   * @param scales those of its columns
   * @param wanted the columns to give, in this order
   * @param conditions at most one for a column
   */
  static Dependence of(
      Copula copula, Scales scales, List<Drawn> wanted, List<ColumnCondition> conditions) {
    if (!conditions.isEmpty()) {
      return conditioned(copula, scales, wanted, conditions);
    }
    if (copula instanceof GaussianCopula gaussian) {
      return GaussianDependence.of(gaussian, wanted);
    }
    if (copula instanceof TreeCopula tree) {
      return tree.ratio().isPresent()
          ? ProposedTree.of(tree, scales, wanted, List.of())
          : TreeDependence.of(tree, scales, wanted);
    }
    if (copula instanceof IndependentCopula) {
      return Independence.of(wanted);
    }
    throw new IllegalStateException("no way to sample " + copula);
  }

  private static Dependence conditioned(
      Copula copula, Scales scales, List<Drawn> wanted, List<ColumnCondition> conditions) {
    if (copula instanceof TreeCopula tree) {
      return ProposedTree.of(tree, scales, wanted, conditions);
    }
    if (copula instanceof GaussianCopula gaussian) {
      return ConditionedGaussian.of(gaussian, wanted, conditions);
    }
    return ConditionedGaussian.of(
        new GaussianCopula(List.of(), CorrelationMatrix.ofLowerTriangle(new double[0][]), 0),
        wanted,
        conditions);
  }
}
