package io.mirrorlake.profiler.tree;

import io.mirrorlake.profiler.copula.TreeColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Chooses the order of the columns by trials: the one of two that foretells held-out rows better,
 * and then, with that column last, which trees of its own foretell much better from all others than
 * the chain implies.
 */
final class OrderChoice {
  /** Parts are held out until the difference has so many standard errors, or none is left. */
  private static final double CLEAR = 3;

  /** A column of more codes is no class to be predicted. */
  private static final int MAX_CLASSES = 16;

  /** Which share of a column's predictability the chain loses at least where it is better last. */
  private static final double NOTABLE_LOSS = 0.05;

  /**
   * What trees of its own explain of a column's entropy at least (McFadden 1974): of one that
   * nothing foretells, most of next to nothing may be lost.
   */
  private static final double LEAST_EXPLAINED = 0.05;

  /** Parts are held out in turn until they have so many rows, whatever is looked at of each. */
  private static final int ENOUGH_ROWS = 6_000;

  /** A loss has to be so many standard errors. */
  private static final double CERTAIN = 2;

  private final TrialColumns columns;
  private final TrialRows rows;
  private final ColumnTasks tasks;

  private OrderChoice(TrialColumns columns, TrialRows rows, ColumnTasks tasks) {
    this.columns = columns;
    this.rows = rows;
    this.tasks = tasks;
  }

  /** The better order. */
  static List<Integer> of(
      List<Integer> first,
      List<Integer> second,
      TrialColumns columns,
      TrialRows rows,
      ColumnTasks tasks) {
    return new OrderChoice(columns, rows, tasks).choose(first, second);
  }

  /** An order's growth, and the trees of one trial. */
  private record Tried(TreeGrowth growth, List<TreeColumn> trees) {
    double[] logs(int[] heldOut) {
      return HeldOutLikelihood.of(trees, growth.withRows(heldOut).columns());
    }
  }

  private Tried tried(List<Integer> order, int part) {
    TreeGrowth growth = columns.inOrder(order);
    return new Tried(growth, tasks.run(growth.withRows(rows.learned(part))));
  }

  private List<Integer> choose(List<Integer> first, List<Integer> second) {
    Tried a = tried(first, 0);
    if (first.equals(second)) {
      return withBestLast(first, a);
    }
    Tried b = tried(second, 0);
    PairedDifferences gain = PairedDifferences.of(b.logs(rows.heldOut(0)), a.logs(rows.heldOut(0)));
    for (int part = 1; part < columns.parts() && !gain.beyond(CLEAR); part++) {
      int[] heldOut = rows.heldOut(part);
      gain.add(tried(second, part).logs(heldOut), tried(first, part).logs(heldOut));
    }
    return gain.mean() > 0 ? withBestLast(second, b) : withBestLast(first, a);
  }

  /** The order with the column last whose prediction by the chain loses most, if one's does. */
  private List<Integer> withBestLast(List<Integer> order, Tried tried) {
    if (!columns.free()) {
      return order;
    }
    List<Integer> classes =
        order.subList(0, order.size() - 1).stream()
            .filter(column -> columns.columns().get(column).scale().size() <= MAX_CLASSES)
            .filter(column -> !columns.known().isDecider(column))
            .filter(column -> !columns.known().isDecided(column))
            .sorted(Comparator.comparingDouble(column -> -columns.strength().total(column)))
            .limit(columns.budget().classes())
            .sorted(Comparator.comparingInt(order::indexOf))
            .toList();
    if (classes.isEmpty()) {
      return order;
    }
    double[] losses = losses(order, classes, tried);
    int worst = -1;
    for (int i = 0; i < losses.length; i++) {
      if (losses[i] > (worst < 0 ? 0 : losses[worst])) {
        worst = i;
      }
    }
    if (worst < 0) {
      return order;
    }
    List<Integer> moved = new ArrayList<>(order);
    moved.remove(classes.get(worst));
    moved.add(classes.get(worst));
    return List.copyOf(moved);
  }

  /**
   * For each class, how much its own trees know of it, in nats a row, that the chain does not; 0
   * where that is a small share of what is known, or may be chance. In a small table a part of the
   * rows is too few to be certain, so that each is held out in turn.
   */
  private double[] losses(List<Integer> order, List<Integer> classes, Tried tried) {
    int most = columns.budget().judgedRows();
    List<Knowledge> found = new ArrayList<>();
    int heldOut = 0;
    for (int part = 0; part < columns.parts() && heldOut < ENOUGH_ROWS; part++) {
      int[] held = rows.heldOut(part);
      int[] judged = Arrays.copyOf(held, Math.min(held.length, most));
      Tried chain = part == 0 ? tried : tried(order, part);
      List<Knowledge> more = knowledge(order, classes, chain, part, judged);
      found = part == 0 ? more : Knowledge.joined(found, more);
      heldOut += held.length;
    }
    return found.stream().mapToDouble(Knowledge::loss).toArray();
  }

  private List<Knowledge> knowledge(
      List<Integer> order, List<Integer> classes, Tried tried, int part, int[] judged) {
    List<CodeColumn> chain = tried.growth().withRows(judged).columns();
    TreeGrowth direct = columns.eachFromOthers(classes);
    List<TreeColumn> trees = tasks.run(direct.withRows(rows.learned(part)));
    List<CodeColumn> others = direct.withRows(judged).columns();
    return IntStream.range(0, classes.size())
        .parallel()
        .mapToObj(
            i -> {
              int column = classes.get(i);
              return new Knowledge(
                  columns.ownLogs(column, judged),
                  HeldOutLikelihood.of(trees.get(i), others, i, judged.length),
                  ImpliedLikelihood.of(tried.trees(), chain, order.indexOf(column), judged.length));
            })
        .toList();
  }

  /**
   * The logarithms of the probability of a column's codes in rows that were held out.
   *
   * @param own by the column's own distribution
   * @param known by trees of its own
   * @param implied by the chain
   */
  @SuppressWarnings("ArrayRecordComponent") // internal, never compared
  private record Knowledge(double[] own, double[] known, double[] implied) {
    static List<Knowledge> joined(List<Knowledge> first, List<Knowledge> second) {
      return IntStream.range(0, first.size())
          .mapToObj(i -> first.get(i).with(second.get(i)))
          .toList();
    }

    private Knowledge with(Knowledge more) {
      return new Knowledge(
          joined(own, more.own), joined(known, more.known), joined(implied, more.implied));
    }

    private static double[] joined(double[] first, double[] second) {
      return DoubleStream.concat(Arrays.stream(first), Arrays.stream(second)).toArray();
    }

    /** What is known and the chain loses, in nats a row, if it is notable. */
    double loss() {
      PairedDifferences lost = PairedDifferences.of(known, implied);
      double knowledge = PairedDifferences.of(known, own).mean();
      double entropy = -Arrays.stream(own).average().orElse(0);
      boolean explained = knowledge > 0 && knowledge >= LEAST_EXPLAINED * entropy;
      boolean certain = lost.mean() > 0 && lost.beyond(CERTAIN);
      boolean notable = explained && lost.mean() > NOTABLE_LOSS * knowledge;
      return notable && certain ? lost.mean() : 0;
    }
  }
}
