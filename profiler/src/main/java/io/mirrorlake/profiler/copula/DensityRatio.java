package io.mirrorlake.profiler.copula;

import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How much more often a row occurs in reality than trees draw it, r(x) = exp(sum of the values that
 * x has in all trees), up to a factor: rows are drawn by the trees and accepted with probability
 * min(1, r(x) / bound) (density ratio estimation by classification: Sugiyama, Suzuki, Kanamori
 * 2012; rejection by a discriminator: Azadi et al. 2019).
 *
 * @param bound what a ratio is cut off at, from 0.01 to 100: about so many rows are drawn for one
 * @param trees the trees, at least one
 */
public record DensityRatio(double bound, List<SymmetricTree> trees) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The unit of values: this many are one nat. */
  public static final int PARTS_OF_NAT = 128;

  /** The most questions of a tree: places of a row fit a byte. */
  public static final int MAX_QUESTIONS = 8;

  private static final double LEAST_BOUND = 0.01;

  private static final double MOST_BOUND = 100;

  /** No row is less likely than exp(-30): the values of all trees are told within this. */
  private static final int MOST = 30 * PARTS_OF_NAT;

  public DensityRatio {
    trees = List.copyOf(trees);
    if (!(bound >= LEAST_BOUND && bound <= MOST_BOUND) || trees.isEmpty()) {
      throw new IllegalArgumentException(
          "a density ratio of " + trees.size() + " trees with the bound " + bound);
    }
  }

  /**
   * A question that every row is asked.
   *
   * @param column the position of a column among a copula's given columns and those that are drawn
   * @param codes the codes of that column that say yes
   */
  public record Question(int column, CodeSet codes) implements Serializable {
    private static final long serialVersionUID = 1L;

    public Question {
      if (column < 0) {
        throw new IllegalArgumentException("a question on column " + column);
      }
    }
  }

  /**
   * A tree that asks the same questions on all paths.
   *
   * @param questions one to {@link #MAX_QUESTIONS}
   * @param values by place, in parts of a nat: bit i of a row's place is set where question i has
   *     the answer yes
   */
  public record SymmetricTree(List<Question> questions, List<Integer> values)
      implements Serializable {
    private static final long serialVersionUID = 1L;

    public SymmetricTree {
      questions = List.copyOf(questions);
      values = List.copyOf(values);
      boolean fits = !questions.isEmpty() && questions.size() <= MAX_QUESTIONS;
      if (!fits || values.size() != 1 << questions.size()) {
        throw new IllegalArgumentException(
            "a tree of " + questions.size() + " questions and " + values.size() + " values");
      }
      for (int value : values) {
        if (Math.abs(value) > MOST) {
          throw new IllegalArgumentException(
              "a value of " + value + " is not within " + -MOST + " and " + MOST);
        }
      }
    }

    /** The place of a row. */
    public int place(CodeTree.CodeRow row) {
      return IntStream.range(0, questions.size())
          .map(
              i ->
                  questions.get(i).codes().contains(row.code(questions.get(i).column()))
                      ? 1 << i
                      : 0)
          .sum();
    }
  }

  /** The logarithm of a row's ratio, in parts of a nat. */
  public int value(CodeTree.CodeRow row) {
    return trees.stream().mapToInt(tree -> tree.values().get(tree.place(row))).sum();
  }
}
