package io.mirrorlake.profiler.tree;

import io.mirrorlake.profiler.copula.CodeSet;
import io.mirrorlake.profiler.copula.DensityRatio.Question;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Finds the question about a column that a symmetric tree asks next: one for all places, which is
 * the one that gains most by the second-order expansion of the loss, sum over places of G_yes^2 /
 * (H_yes + lambda) + G_no^2 / (H_no + lambda) - G^2 / (H + lambda), with the sums G of the rows'
 * gradients and H of their curvatures (Chen and Guestrin 2016). Immutable.
 */
final class QuestionSearch {
  private final int column;
  private final int size;
  private final int places;
  private final double lambda;

  /** The sums of gradients and curvatures of each place's codes, in turn. */
  private final double[] sums;

  /** Those of each place's rows. */
  private final double[] totals;

  /**
   * A question and what it gains.
   *
   * @param gain half of what the loss falls by, to second order
   */
  record Found(double gain, Question question) {
    static final Comparator<Found> BY_GAIN = Comparator.comparingDouble(Found::gain);
  }

  /**
   * Rows and where they stand.
   *
   * @param rows their numbers
   * @param places where each of them stands in the tree so far
   * @param gradients of each of them
   * @param curvatures of each of them
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
  record Standing(int[] rows, byte[] places, float[] gradients, float[] curvatures) {}

  private QuestionSearch(int column, int size, int places, double lambda, double[] sums) {
    this.column = column;
    this.size = size;
    this.places = places;
    this.lambda = lambda;
    this.sums = sums;
    this.totals = new double[2 * places];
    for (int place = 0; place < places; place++) {
      for (int code = 0; code < size; code++) {
        totals[2 * place] += gradient(place, code);
        totals[2 * place + 1] += curvature(place, code);
      }
    }
  }

  /**
   * The best question about a column, if one gains anything.
   *
   * @param position the column's position in the copula
   * @param codes the codes of all rows
   * @param count how many places there are
   * @param lambda what curvatures are raised by
   */
  static Optional<Found> best(
      int position, CodeScale scale, byte[] codes, Standing standing, int count, double lambda) {
    int size = scale.size();
    double[] sums = new double[2 * count * size];
    int[] rows = standing.rows();
    for (int i = 0; i < rows.length; i++) {
      int cell = 2 * ((standing.places()[i] & 0xff) * size + (codes[rows[i]] & 0xff));
      sums[cell] += standing.gradients()[i];
      sums[cell + 1] += standing.curvatures()[i];
    }
    QuestionSearch search = new QuestionSearch(position, size, count, lambda, sums);
    return size < 2 ? Optional.empty() : scale.ordered() ? search.cut() : search.subset();
  }

  private double gradient(int place, int code) {
    return sums[2 * (place * size + code)];
  }

  private double curvature(int place, int code) {
    return sums[2 * (place * size + code) + 1];
  }

  private double score(double gradient, double curvature) {
    return gradient * gradient / (curvature + lambda);
  }

  /** What is gained at a place by a question to whose yes these sums belong. */
  private double gain(int place, double gradient, double curvature) {
    double all = totals[2 * place];
    double whole = totals[2 * place + 1];
    return score(gradient, curvature)
        + score(all - gradient, whole - curvature)
        - score(all, whole);
  }

  /** The best of all cuts between neighbouring codes. */
  private Optional<Found> cut() {
    double[] below = new double[2 * places];
    double most = 0;
    int best = -1;
    for (int code = 0; code < size - 1; code++) {
      double gain = 0;
      for (int place = 0; place < places; place++) {
        below[2 * place] += gradient(place, code);
        below[2 * place + 1] += curvature(place, code);
        gain += gain(place, below[2 * place], below[2 * place + 1]);
      }
      if (gain > most) {
        most = gain;
        best = code;
      }
    }
    int last = best;
    return best < 0
        ? Optional.empty()
        : Optional.of(found(most, IntStream.rangeClosed(0, last).toArray()));
  }

  /**
   * Of the sets of codes that are the best for one place each, that of the place which gains most.
   */
  private Optional<Found> subset() {
    double most = 0;
    int[] best = {};
    for (int place = 0; place < places; place++) {
      int[] line = line(place);
      double gradient = 0;
      double curvature = 0;
      for (int i = 0; i < line.length - 1; i++) {
        gradient += gradient(place, line[i]);
        curvature += curvature(place, line[i]);
        double gain = gain(place, gradient, curvature);
        if (gain > most) {
          most = gain;
          best = IntStream.rangeClosed(0, i).map(at -> line[at]).toArray();
        }
      }
    }
    double all = gain(best);
    return all > 0 ? Optional.of(found(all, best)) : Optional.empty();
  }

  /** The codes that occur at a place, in the order of their mean gradients: the best cut is one. */
  private int[] line(int place) {
    return IntStream.range(0, size)
        .filter(code -> curvature(place, code) > 0)
        .boxed()
        .sorted(
            Comparator.comparingDouble(
                code -> gradient(place, code) / (curvature(place, code) + 1)))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private double gain(int[] codes) {
    double gain = 0;
    for (int place = 0; place < places; place++) {
      double gradient = 0;
      double curvature = 0;
      for (int code : codes) {
        gradient += gradient(place, code);
        curvature += curvature(place, code);
      }
      gain += gain(place, gradient, curvature);
    }
    return gain;
  }

  private Found found(double gain, int[] codes) {
    return new Found(gain, new Question(column, CodeSet.of(codes)));
  }
}
