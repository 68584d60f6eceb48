package io.mirrorlake.synthesizer.dependence;

import io.mirrorlake.profiler.copula.GaussianCopula;
import io.mirrorlake.profiler.profile.ColumnProfile.Drawn;
import io.mirrorlake.synthesizer.condition.ColumnCondition;
import io.mirrorlake.synthesizer.condition.ColumnCondition.Target;
import io.mirrorlake.synthesizer.dependence.AllowedScores.Outcome;
import io.mirrorlake.synthesizer.normal.StandardNormal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The Gaussian copula given conditions. The latents of conditioned columns lead the Cholesky
 * factor. Each is drawn from its normal distribution given those before it, within what its row
 * allows; the weight of a row is the product of the probabilities of that (Geweke, Hajivassiliou,
 * Keane; Genz 1992), for {@link BoundedRejection}. One conditioned column has the same weight in
 * every row and is exact at the first attempt. The uniforms that lead to these latents then take
 * the place of theirs, and the copula makes all columns as without conditions.
 */
final class ConditionedGaussian implements Dependence {
  private final GaussianDependence base;
  private final double[][] factor;
  private final RowTargets targets;
  private final List<ConditionedColumn> columns = new ArrayList<>();
  private final int[] slots;
  private final int leading;

  private ConditionedGaussian(
      GaussianDependence base, ConditionedLatents latents, List<Drawn> wanted) {
    this.base = base;
    this.factor = latents.copula().correlation().choleskyFactor();
    this.leading = latents.leading();
    List<ColumnCondition> conditions = latents.conditions();
    this.targets = RowTargets.of(conditions, base.draws());
    this.slots = new int[conditions.size()];
    int latent = 0;
    for (int c = 0; c < slots.length; c++) {
      columns.add(ConditionedColumn.of(conditions.get(c), latent, factor));
      latent += columns.get(c).latents();
      slots[c] = base.slot(wanted.size() + c);
    }
  }

  /** The copula given at least one condition. */
  static ConditionedGaussian of(
      GaussianCopula copula, List<Drawn> wanted, List<ColumnCondition> conditions) {
    ConditionedLatents latents = ConditionedLatents.of(copula, conditions);
    List<Drawn> all = new ArrayList<>(wanted);
    latents.conditions().forEach(condition -> all.add(condition.column()));
    return new ConditionedGaussian(GaussianDependence.of(latents.copula(), all), latents, wanted);
  }

  @Override
  public List<Draw> draws() {
    return targets.draws();
  }

  @Override
  public int slot(int column) {
    return base.slot(column);
  }

  @Override
  public List<List<Target>> targets(double[][] arrays, int rows) {
    return targets.list(arrays, rows);
  }

  @Override
  public double[] likelihoods(double[][] arrays, int rows, int attempts) {
    return BoundedRejection.means(
        new Rows(arrays, targets.choose(arrays, rows), false), rows, attempts);
  }

  @Override
  public void couple(double[][] arrays, int rows) {
    Rows proposals = new Rows(arrays, targets.choose(arrays, rows), true);
    BoundedRejection.run(proposals, arrays[targets.choice()], rows);
    base.couple(arrays, rows);
    for (int c = 0; c < slots.length; c++) {
      System.arraycopy(proposals.chosen[c], 0, arrays[slots[c]], 0, rows);
    }
  }

  /** Proposals for a tile's rows. */
  private final class Rows implements BoundedRejection.Proposal {
    private final double[][] arrays;
    private final int[][] rowTargets;
    private final double[][] first = new double[leading][];
    private final double[][] uniforms;
    private final double[][] places;
    private final double[][] chosen;
    private final double[] scores = new double[leading];
    private final Outcome outcome = new Outcome();
    private final boolean relative;

    /**
     * @param relative whether weights are shares of the most that they can be
     */
    Rows(double[][] arrays, int[][] rowTargets, boolean relative) {
      int rows = arrays[targets.choice()].length;
      this.relative = relative;
      this.arrays = arrays;
      this.rowTargets = rowTargets;
      this.uniforms = new double[leading][rows];
      this.places = new double[slots.length][rows];
      this.chosen = new double[slots.length][rows];
      for (int k = 0; k < leading; k++) {
        first[k] = arrays[k].clone();
      }
    }

    @Override
    public void propose(int attempt, int[] rows, int count, double[] weights) {
      Arrays.fill(weights, 0, count, 1);
      for (int i = 0; i < count; i++) {
        for (int c = 0; c < slots.length; c++) {
          weights[i] *= draw(c, attempt, rows[i], i);
        }
      }
    }

    /** Draws the latents of a column; the relative weight. */
    private double draw(int c, int attempt, int row, int proposal) {
      ConditionedColumn column = columns.get(c);
      int target = rowTargets[c][row];
      int k = column.first();
      double weight = 1;
      boolean isNull = false;
      if (column.isNullable()) {
        weight = draw(column.missing(target), k, attempt, row);
        uniforms[k][proposal] = outcome.uniform;
        isNull = outcome.u >= column.share();
        places[c][proposal] = outcome.u;
        k++;
      }
      if (column.hasValues()) {
        weight *= draw(isNull ? column.anyValue() : column.value(target), k, attempt, row);
        uniforms[k][proposal] = outcome.uniform;
        places[c][proposal] = isNull ? places[c][proposal] : outcome.u;
      }
      return weight;
    }

    private double draw(ConditionedColumn.Latitude within, int k, int attempt, int row) {
      double shift = 0;
      for (int j = 0; j < k; j++) {
        shift += factor[k][j] * scores[j];
      }
      double u = BoundedRejection.uniform(first[k][row], attempt);
      within.scores().draw(u, shift, factor[k][k], outcome);
      scores[k] = StandardNormal.quantile(outcome.uniform);
      return Math.min(1, outcome.weight / (relative ? within.bound() : 1));
    }

    @Override
    public void take(int proposal, int row) {
      for (int k = 0; k < leading; k++) {
        arrays[k][row] = uniforms[k][proposal];
      }
      for (int c = 0; c < slots.length; c++) {
        chosen[c][row] = places[c][proposal];
      }
    }
  }
}
