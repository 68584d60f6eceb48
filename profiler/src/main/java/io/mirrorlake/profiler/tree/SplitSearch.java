package io.mirrorlake.profiler.tree;

import io.mirrorlake.profiler.copula.CodeSet;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Finds the question that tells most about the groups of a column's codes.
 *
 * <p>The gain of a split is the fall of the entropy of the groups times the rows, in nats: half the
 * likelihood ratio statistic G^2. Under independence its expectation grows with the degrees of
 * freedom, so a split has to gain {@link #SELECTION} + penalty (g - 1) where g groups occur among
 * the rows: all groups, or neighbours joined to eight, four or two, whichever leaves most above the
 * penalty. Not for use by several threads at once.
 */
final class SplitSearch {
  /**
   * The best of a hundred or so questions gains about two nats more than one asked blindly, by
   * chance alone.
   */
  private static final double SELECTION = 2;

  /** For so few groups it is quicker to correct a sum than to sum anew. */
  private static final int FEW = 3;

  /** A question: rows whose code in the column is in the set go one way. */
  record Question(int column, CodeSet inside) {}

  private final TreeTask task;
  private final int groups;
  private final int[] table;
  private final int[] codeRows;
  private final double[] codeScore;
  private final int[] order;
  private final int[] total;
  private final Resolution[] resolutions;
  private final boolean[] used;
  private double best;
  private Optional<Question> question = Optional.empty();

  SplitSearch(TreeTask task) {
    this.task = task;
    this.groups = task.grouping().groups();
    int codes = task.ancestors().stream().mapToInt(a -> a.scale().size()).max().orElse(0);
    this.table = new int[codes * groups];
    this.codeRows = new int[codes];
    this.codeScore = new double[codes];
    this.order = new int[codes];
    this.total = new int[groups];
    this.resolutions =
        new Resolution[] {
          new Resolution(groups, groups),
          new Resolution(8, groups),
          new Resolution(4, groups),
          new Resolution(2, groups)
        };
    this.used = new boolean[resolutions.length];
  }

  /** The best question for rows [from, to) of the list, if one gains enough. */
  Optional<Question> best(int[] rows, int from, int to) {
    Arrays.fill(total, 0);
    for (int i = from; i < to; i++) {
      total[task.group(rows[i])]++;
    }
    question = Optional.empty();
    used[0] = resolutions[0].prepareAll(total, to - from, task);
    if (used[0]) {
      for (int r = 1; r < used.length; r++) {
        used[r] = resolutions[r].prepare(total, to - from, task.line(), task);
      }
      best = SELECTION;
      for (int a = 0; a < task.ancestors().size(); a++) {
        int occurring = tabulate(task.ancestors().get(a), rows, from, to);
        scan(a, occurring, to - from);
      }
    }
    return question;
  }

  /** Counts groups by code; returns how many codes occur, which then stand in a line. */
  private int tabulate(CodeColumn ancestor, int[] rows, int from, int to) {
    int codes = ancestor.scale().size();
    Arrays.fill(codeRows, 0, codes, 0);
    for (int i = from; i < to; i++) {
      codeRows[ancestor.code(rows[i])]++;
    }
    int occurring = 0;
    for (int code = 0; code < codes; code++) {
      if (codeRows[code] > 0) {
        order[occurring++] = code;
        Arrays.fill(table, code * groups, (code + 1) * groups, 0);
      }
    }
    if (occurring > 1) {
      for (int i = from; i < to; i++) {
        int row = rows[i];
        table[ancestor.code(row) * groups + task.group(row)]++;
      }
    }
    return occurring;
  }

  private void scan(int column, int occurring, int rows) {
    if (!task.ancestors().get(column).scale().ordered()) {
      line(occurring);
    }
    for (Resolution resolution : resolutions) {
      resolution.begin();
    }
    int leftRows = 0;
    for (int i = 0; i < occurring - 1; i++) {
      move(order[i]);
      leftRows += codeRows[order[i]];
      if (Math.min(leftRows, rows - leftRows) >= task.options().bagLeafRows()) {
        double gain = gain(leftRows, rows);
        if (gain > best) {
          best = gain;
          question = Optional.of(new Question(column, inside(column, i, occurring)));
        }
      }
    }
  }

  private void move(int code) {
    int moving = 0;
    for (int g = 0; g < groups; g++) {
      moving += table[code * groups + g] > 0 ? 1 : 0;
    }
    for (int g = 0; g < groups && moving > 0; g++) {
      int rows = table[code * groups + g];
      if (rows > 0) {
        move(g, rows, moving <= FEW);
      }
    }
  }

  private void move(int group, int rows, boolean alone) {
    for (int r = 0; r < used.length; r++) {
      if (used[r] && alone) {
        resolutions[r].moveAlone(group, rows, task);
      } else if (used[r]) {
        resolutions[r].move(group, rows);
      }
    }
  }

  private double gain(int leftRows, int rows) {
    double most = Double.NEGATIVE_INFINITY;
    for (int r = 0; r < used.length; r++) {
      if (used[r]) {
        most = Math.max(most, resolutions[r].excess(task));
      }
    }
    return most - task.product(leftRows) - task.product(rows - leftRows);
  }

  /**
   * Puts codes without an order in a line by the mean score of their rows, which for two groups
   * makes the best cut of the line the best of all subsets (Breiman et al. 1984, theorem 4.5).
   */
  private void line(int occurring) {
    for (int i = 0; i < occurring; i++) {
      int code = order[i];
      double score = 0;
      for (int g = 0; g < groups; g++) {
        score += table[code * groups + g] * task.score(g);
      }
      codeScore[code] = score / codeRows[code];
    }
    sortByScore(occurring);
  }

  /** By insertion: there are few codes, and the same codes are in the same line in every run. */
  private void sortByScore(int size) {
    for (int i = 1; i < size; i++) {
      int code = order[i];
      int place = i;
      while (place > 0 && codeScore[order[place - 1]] > codeScore[code]) {
        order[place] = order[place - 1];
        place--;
      }
      order[place] = code;
    }
  }

  /**
   * The codes up to place {@code last} of the line. A code that does not occur among the rows goes
   * with its neighbours where codes have an order, else with the greater part of the rows.
   */
  private CodeSet inside(int column, int last, int occurring) {
    CodeScale scale = task.ancestors().get(column).scale();
    if (scale.ordered()) {
      return CodeSet.of(IntStream.rangeClosed(0, order[last]).toArray());
    }
    int leftRows = 0;
    int rows = 0;
    for (int i = 0; i < occurring; i++) {
      leftRows += i <= last ? codeRows[order[i]] : 0;
      rows += codeRows[order[i]];
    }
    if (2 * leftRows <= rows) {
      return CodeSet.of(Arrays.copyOf(order, last + 1));
    }
    int[] right = Arrays.copyOfRange(order, last + 1, occurring);
    Arrays.sort(right);
    return CodeSet.of(
        IntStream.range(0, scale.size())
            .filter(code -> Arrays.binarySearch(right, code) < 0)
            .toArray());
  }
}
