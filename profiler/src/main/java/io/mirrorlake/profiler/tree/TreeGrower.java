package io.mirrorlake.profiler.tree;

import io.mirrorlake.profiler.copula.CodeParts;
import io.mirrorlake.profiler.copula.CodeSet;
import io.mirrorlake.profiler.copula.CodeTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Grows one tree from the root down: questions are found on a bag of the rows, distributions are
 * learned from all rows, and are then brought in line with the column's own.
 */
final class TreeGrower {
  /** Deeper than any path of questions that each gain enough; bounds the recursion. */
  private static final int MAX_DEPTH = 60;

  private final TreeTask task;
  private final List<Integer> positions;
  private final SplitSearch search;
  private final CodeShrinkage shrinkage;
  private final RowList bag;
  private final RowList all;
  private final RandomGenerator random;
  private final boolean ofPart;
  private final List<LeafRaking.Leaf> leaves = new ArrayList<>();

  /**
   * @param positions the ancestors' positions among the copula's columns
   * @param bag the rows to find questions on; brought into another order
   * @param ofPart whether these are a part of the rows that the column's own distribution is of
   */
  TreeGrower(
      TreeTask task, List<Integer> positions, int[] bag, RandomGenerator random, boolean ofPart) {
    this.task = task;
    this.positions = positions;
    this.search = new SplitSearch(task);
    this.shrinkage = task.options().shrinkage().forColumn(task.column().scale());
    this.bag = new RowList(bag);
    this.all = new RowList(IntStream.range(0, task.column().rows()).toArray());
    this.random = random;
    this.ofPart = ofPart;
  }

  /** Rows [from, to) of either list, and the distribution that their node has. */
  private record Node(
      int bagFrom, int bagTo, int allFrom, int allTo, int depth, Distribution distribution) {}

  /** The probabilities of all codes. */
  private static final class Distribution {
    private final double[] codes;

    Distribution(double[] codes) {
      this.codes = codes;
    }
  }

  /** A tree whose leaves' distributions are not told yet. */
  private sealed interface Draft {
    /** The tree as it is told. */
    CodeTree told(RandomGenerator random);
  }

  /** A question and what lies below it. */
  private record Fork(int position, CodeSet inside, Draft first, Draft second) implements Draft {
    @Override
    public CodeTree told(RandomGenerator random) {
      return new CodeTree.Split(position, inside, first.told(random), second.told(random));
    }
  }

  /** A leaf. */
  private record Tip(LeafRaking.Leaf leaf) implements Draft {
    @Override
    public CodeTree told(RandomGenerator random) {
      return new CodeTree.Leaf(LeafParts.of(leaf.distribution(), leaf.rows(), random.nextDouble()));
    }
  }

  /** The tree. A root has the column's own distribution, which is known best. */
  CodeTree grow() {
    Distribution own = new Distribution(shrinkage.marginal());
    Node root = new Node(0, bag.rows().length, 0, all.rows().length, 0, own);
    Distribution below = below(root, 0, all.rows().length);
    Optional<Draft> draft = split(root);
    if (draft.isEmpty() && ofPart) {
      int rows = all.rows().length;
      draft = Optional.of(tip(new Node(0, bag.rows().length, 0, rows, 0, below)));
    }
    LeafRaking.to(below.codes, leaves);
    return draft
        .map(tree -> tree.told(random))
        .orElseGet(() -> new CodeTree.Leaf(CodeParts.ofDense(new int[0])));
  }

  private Draft grow(Node node) {
    return split(node).orElseGet(() -> tip(node));
  }

  private Draft tip(Node node) {
    int rows = node.allTo() - node.allFrom();
    LeafRaking.Leaf leaf = new LeafRaking.Leaf(node.distribution().codes, rows);
    leaves.add(leaf);
    return new Tip(leaf);
  }

  private Optional<Draft> split(Node node) {
    boolean large =
        node.allTo() - node.allFrom() >= 2 * task.leafRows() && node.depth() < MAX_DEPTH;
    return large
        ? search
            .best(
                new SplitSearch.Span(bag.rows(), node.bagFrom(), node.bagTo()),
                new SplitSearch.Span(all.rows(), node.allFrom(), node.allTo()))
            .flatMap(q -> split(node, q))
        : Optional.empty();
  }

  /** The split, unless too few of all rows go one way; their units were counted by the search. */
  private Optional<Draft> split(Node node, SplitSearch.Question question) {
    CodeSet inside = question.inside();
    CodeColumn ancestor = task.ancestors().get(question.column());
    int middle = all.part(node.allFrom(), node.allTo(), ancestor, inside);
    if (Math.min(middle - node.allFrom(), node.allTo() - middle) < task.leafRows()) {
      return Optional.empty();
    }
    int bagMiddle = bag.part(node.bagFrom(), node.bagTo(), ancestor, inside);
    Node first =
        new Node(
            node.bagFrom(),
            bagMiddle,
            node.allFrom(),
            middle,
            node.depth() + 1,
            below(node, node.allFrom(), middle));
    Node second =
        new Node(
            bagMiddle,
            node.bagTo(),
            middle,
            node.allTo(),
            node.depth() + 1,
            below(node, middle, node.allTo()));
    int position = positions.get(question.column());
    return Optional.of(new Fork(position, inside, grow(first), grow(second)));
  }

  /** The distribution of rows [from, to) under a node. */
  private Distribution below(Node node, int from, int to) {
    int[] counts = new int[task.column().scale().size()];
    for (int i = from; i < to; i++) {
      counts[task.column().code(all.rows()[i])]++;
    }
    return new Distribution(shrinkage.distribution(counts, node.distribution().codes));
  }
}
