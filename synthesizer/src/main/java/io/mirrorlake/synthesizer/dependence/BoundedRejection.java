package io.mirrorlake.synthesizer.dependence;

import io.mirrorlake.synthesizer.random.CounterHash;
import io.mirrorlake.synthesizer.random.RandomStream;
import java.util.stream.IntStream;

/**
 * Draws from a distribution proportional to a weight, by proposals from the unweighted one: a
 * proposal is accepted with a probability of its weight, which is exact. A row that accepted none
 * of {@link #ATTEMPTS} proposals takes one of them at random in proportion to their weights
 * (sampling-importance-resampling; Rubin 1987), which is nearly exact; where all weights were 0 it
 * takes the first. So every row ends, and depends on its own uniforms only.
 */
final class BoundedRejection {
  /**
   * A condition that a hundredth of the proposals meets is left to the weights in 6 of 1,000 rows.
   */
  static final int ATTEMPTS = 512;

  /** What proposes. */
  interface Proposal {
    /**
     * Proposes once more for some rows.
     *
     * @param attempt the number of the attempt, from 0
     * @param rows the rows, in the first {@code count} places
     * @param weights takes each proposal's weight, in [0, 1]
     */
    void propose(int attempt, int[] rows, int count, double[] weights);

    /** Makes a proposal of the last attempt that of its row, in place of an earlier one. */
    void take(int proposal, int row);
  }

  private final double[] choices;
  private final int[] pending;
  private final double[] weights;
  private final double[] totals;
  private int count;

  private BoundedRejection(double[] choices, int rows) {
    this.choices = choices;
    this.pending = new int[rows];
    this.weights = new double[rows];
    this.totals = new double[rows];
    this.count = rows;
    for (int row = 0; row < rows; row++) {
      pending[row] = row;
    }
  }

  /**
   * Settles on a proposal for each row.
   *
   * @param choices a uniform for each row
   */
  static void run(Proposal proposal, double[] choices, int rows) {
    BoundedRejection search = new BoundedRejection(choices, rows);
    for (int attempt = 0; attempt < ATTEMPTS && search.count > 0; attempt++) {
      proposal.propose(attempt, search.pending, search.count, search.weights);
      search.settle(proposal, attempt);
    }
  }

  /**
   * The mean weight of each row's proposals.
   *
   * @param attempts how many of them
   */
  static double[] means(Proposal proposal, int rows, int attempts) {
    int[] all = IntStream.range(0, rows).toArray();
    double[] weights = new double[rows];
    double[] means = new double[rows];
    for (int attempt = 0; attempt < attempts; attempt++) {
      proposal.propose(attempt, all, rows, weights);
      for (int row = 0; row < rows; row++) {
        means[row] += weights[row] / attempts;
      }
    }
    return means;
  }

  private void settle(Proposal proposal, int attempt) {
    int left = 0;
    for (int i = 0; i < count; i++) {
      int row = pending[i];
      totals[row] += weights[i];
      boolean accepted = uniform(choices[row], 2 * attempt + 1) < weights[i];
      boolean kept = uniform(choices[row], 2 * attempt + 2) * totals[row] < weights[i];
      if (accepted || kept || attempt == 0) {
        proposal.take(i, row);
      }
      if (!accepted) {
        pending[left++] = row;
      }
    }
    count = left;
  }

  /**
   * Number {@code attempt} of the uniforms that one uniform starts: itself, and then those of a
   * hash of its bits.
   */
  static double uniform(double first, int attempt) {
    return attempt == 0
        ? first
        : RandomStream.uniform(CounterHash.hash(Double.doubleToRawLongBits(first), attempt));
  }
}
