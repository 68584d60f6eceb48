package io.mirrorlake.synthesizer.dependence;

import io.mirrorlake.profiler.copula.TreeCopula;
import io.mirrorlake.profiler.profile.ColumnProfile.Drawn;
import io.mirrorlake.synthesizer.condition.ColumnCondition;
import io.mirrorlake.synthesizer.condition.ColumnCondition.Target;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The tree copula where not every row that is drawn is taken: given conditions, or with a density
 * ratio. A conditioned column is drawn within what its row allows; the weight of a row is the
 * product of the probabilities that its leaves gave to that, times the ratio as a share of its
 * bound. The columns that conditions and the ratio ask, directly or through others, are proposed
 * together until a proposal is accepted ({@link BoundedRejection}); all other columns follow once.
 * A column that the copula does not know is drawn within what is allowed, without a weight.
 */
final class ProposedTree implements Dependence {
  /** Of wider tables, proposals of long tiles would not fit in a cache. */
  private static final int NARROW = 64;

  private final TreeDependence base;
  private final List<ColumnCondition> conditions;
  private final RowTargets targets;

  /** The forests' slots that are proposed, in their order. */
  private final int[] proposed;

  /** What the targets of a forest's condition allow, by slot; empty without a condition. */
  private final List<List<AllowedCodes>> allowed = new ArrayList<>();

  /** The number of a forest's condition, by slot, or -1. */
  private final int[] conditionOf;

  private final Optional<RatioWeights> ratio;

  private ProposedTree(TreeDependence base, TreeCopula copula, List<ColumnCondition> conditions) {
    this.base = base;
    this.conditions = conditions;
    this.targets = RowTargets.of(conditions, base.draws());
    boolean none = base.forests().isEmpty();
    this.proposed =
        none ? new int[0] : base.slots(copula.proposed(TreeDependence.names(columns(conditions))));
    this.ratio =
        copula.ratio().filter(of -> !none).map(of -> RatioWeights.of(of, base::slotOfPosition));
    this.conditionOf = new int[base.forests().size()];
    for (int slot = 0; slot < conditionOf.length; slot++) {
      conditionOf[slot] = condition(base.draws().get(slot).column());
      allowed.add(allowed(slot));
    }
  }

  private static List<Drawn> columns(List<ColumnCondition> conditions) {
    return conditions.stream().map(ColumnCondition::column).toList();
  }

  /**
   * The copula for these columns, given conditions.
   *
   * @param conditions may be none where the copula has a density ratio
   */
  static ProposedTree of(
      TreeCopula copula, Scales scales, List<Drawn> wanted, List<ColumnCondition> conditions) {
    List<Drawn> all = new ArrayList<>(wanted);
    all.addAll(columns(conditions));
    return new ProposedTree(TreeDependence.of(copula, scales, all), copula, conditions);
  }

  private int condition(String column) {
    for (int c = 0; c < conditions.size(); c++) {
      if (conditions.get(c).column().name().equals(column)) {
        return c;
      }
    }
    return -1;
  }

  private List<AllowedCodes> allowed(int slot) {
    return conditionOf[slot] < 0
        ? List.of()
        : conditions.get(conditionOf[slot]).targets().stream()
            .map(target -> AllowedCodes.of(base.forests().get(slot), target.stretches()))
            .toList();
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
  public int tileRows() {
    return ratio.isPresent() && base.forests().size() <= NARROW
        ? base.tileRows()
        : Dependence.super.tileRows();
  }

  @Override
  public List<List<Target>> targets(double[][] arrays, int rows) {
    return targets.list(arrays, rows);
  }

  @Override
  public double[] likelihoods(double[][] arrays, int rows, int attempts) {
    CodeTile codes = new CodeTile(base.forests().size(), rows);
    int[][] rowTargets = targets.choose(arrays, rows);
    double[] means =
        BoundedRejection.means(new Rows(arrays, codes, rowTargets, false), rows, attempts);
    for (int slot = base.forests().size(); slot < base.draws().size(); slot++) {
      int c = condition(base.draws().get(slot).column());
      for (int row = 0; c >= 0 && row < rows; row++) {
        means[row] *= conditions.get(c).targets().get(rowTargets[c][row]).stretches().probability();
      }
    }
    return means;
  }

  @Override
  public void couple(double[][] arrays, int rows) {
    int[][] rowTargets = targets.choose(arrays, rows);
    CodeTile codes = new CodeTile(base.forests().size(), rows);
    if (proposed.length > 0) {
      BoundedRejection.run(
          new Rows(arrays, codes, rowTargets, true), arrays[targets.choice()], rows);
    }
    boolean[] done = new boolean[base.draws().size()];
    for (int slot : proposed) {
      done[slot] = true;
    }
    for (int slot = 0; slot < base.forests().size(); slot++) {
      if (!done[slot]) {
        base.draw(slot, arrays, codes, rows);
      }
    }
    for (int slot = base.forests().size(); slot < done.length; slot++) {
      int c = condition(base.draws().get(slot).column());
      for (int row = 0; c >= 0 && row < rows; row++) {
        arrays[slot][row] =
            conditions
                .get(c)
                .targets()
                .get(rowTargets[c][row])
                .stretches()
                .quantile(arrays[slot][row]);
      }
    }
  }

  /** Proposals for a tile's rows. */
  private final class Rows implements BoundedRejection.Proposal {
    private final double[][] arrays;
    private final CodeTile codes;
    private final int[][] rowTargets;
    private final double[][] first;
    private final double[][] places;
    private final CodeTile placeCodes;
    private final boolean relative;

    /**
     * @param relative whether weights are shares of the most that they can be, with the ratio's
     */
    Rows(double[][] arrays, CodeTile codes, int[][] rowTargets, boolean relative) {
      int rows = arrays[targets.choice()].length;
      this.relative = relative;
      this.arrays = arrays;
      this.codes = codes;
      this.rowTargets = rowTargets;
      this.first = new double[base.forests().size()][];
      this.places = new double[base.forests().size()][];
      this.placeCodes = new CodeTile(base.forests().size(), rows);
      for (int slot : proposed) {
        first[slot] = arrays[slot].clone();
        places[slot] = new double[rows];
      }
    }

    @Override
    public void propose(int attempt, int[] rows, int count, double[] weights) {
      Arrays.fill(weights, 0, count, 1);
      for (int slot : proposed) {
        for (int i = 0; i < count; i++) {
          places[slot][i] = BoundedRejection.uniform(first[slot][rows[i]], attempt);
        }
        if (conditionOf[slot] < 0) {
          base.draw(slot, places, placeCodes, count);
        } else {
          drawWithin(slot, rows, count, weights);
        }
      }
      if (relative) {
        ratio.ifPresent(of -> of.multiply(placeCodes, count, weights));
      }
    }

    private void drawWithin(int slot, int[] rows, int count, double[] weights) {
      CodeForest forest = base.forests().get(slot);
      forest.score(placeCodes, slot, count);
      for (int i = 0; i < count; i++) {
        AllowedCodes within = allowed.get(slot).get(rowTargets[conditionOf[slot]][rows[i]]);
        double u = places[slot][i];
        int leaf = forest.leaf(u, placeCodes, i);
        places[slot][i] = within.place(leaf, u);
        placeCodes.set(slot, i, (byte) within.code(places[slot][i]));
        weights[i] *= weight(within, leaf);
      }
    }

    private double weight(AllowedCodes within, int leaf) {
      if (!relative) {
        return within.probability(leaf);
      }
      return within.bound() > 0 ? within.probability(leaf) / within.bound() : 0;
    }

    @Override
    public void take(int proposal, int row) {
      for (int slot : proposed) {
        arrays[slot][row] = places[slot][proposal];
        codes.set(slot, row, placeCodes.code(slot, proposal));
      }
    }
  }
}
