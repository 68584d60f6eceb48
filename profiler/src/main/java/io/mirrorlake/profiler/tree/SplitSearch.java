package io.mirrorlake.profiler.tree;

import io.mirrorlake.profiler.copula.CodeSet;
import java.util.Arrays;
import java.util.Optional;

/**
 * Finds the question that tells most about the groups of a column's codes.
 *
 * <p>The gain of a split is the fall of the entropy of the groups times the rows, in nats: half the
 * likelihood ratio statistic G^2. Under independence its expectation grows with the degrees of
 * freedom, so a split has to gain {@link #SELECTION} + penalty (g - 1) where g groups occur among
 * the rows: all groups, or neighbours joined to eight, four or two, whichever leaves most above the
 * penalty. Codes without an order are lined up by the groups that they have, and the best cut of
 * such a line gains by chance, the more the more codes there are: that is asked for beside. Not for
 * use by several threads at once.
 */
final class SplitSearch {
  /**
   * The best of a hundred or so questions gains about two nats more than one asked blindly, by
   * chance alone.
   */
  private static final double SELECTION = 2;

  /** Of so many rows, the best question is hardly ever a worse one than that of all. */
  private static final int MANY = 32_768;

  /** Of a column's best cuts so many are looked at, where cuts leave too few units. */
  private static final int CUTS = 4;

  /** A question: rows whose code in the column is in the set go one way. */
  record Question(int column, CodeSet inside) {}

  private final TreeTask task;
  private final CodeTable table;
  private final int[] total;
  private final Resolution[] resolutions;
  private final boolean[] used;
  private final int[] leftRows;
  private final double[] excess;
  private byte[] rowGroup = new byte[0];
  private final RowUnits.Counter units;
  private Span all = new Span(new int[0], 0, 0);
  private double best;
  private int least;
  private Optional<Question> question = Optional.empty();

  SplitSearch(TreeTask task) {
    this.task = task;
    int groups = task.groups().most();
    int codes = task.ancestors().stream().mapToInt(a -> a.scale().size()).max().orElse(0);
    this.table = new CodeTable(codes);
    this.total = new int[groups];
    this.resolutions =
        new Resolution[] {
          new Resolution(groups, groups),
          new Resolution(8, groups),
          new Resolution(4, groups),
          new Resolution(2, groups)
        };
    this.used = new boolean[resolutions.length];
    this.leftRows = new int[codes];
    this.excess = new double[codes];
    this.units = task.units().counter();
  }

  /** The rows [from, to) of a list. */
  @SuppressWarnings("ArrayRecordComponent") // internal, never compared
  record Span(int[] rows, int from, int to) {}

  /**
   * The best question for some rows, if one gains enough. Of many rows a part is looked at, evenly
   * spaced; all of them where that part knows of none.
   *
   * @param bag the rows to look at
   * @param learned the rows that the leaves are learned from: the question leaves enough units of
   *     these on either side
   */
  Optional<Question> best(Span bag, Span learned) {
    this.all = learned;
    return best(bag.rows(), bag.from(), bag.to());
  }

  private Optional<Question> best(int[] rows, int from, int to) {
    int step = (to - from + MANY - 1) / MANY;
    if (step > 1) {
      int[] some = new int[(to - from) / step];
      for (int i = 0; i < some.length; i++) {
        some[i] = rows[from + i * step];
      }
      Optional<Question> found = best(some, 0, some.length, step);
      if (found.isPresent()) {
        return found;
      }
    }
    return best(rows, from, to, 1);
  }

  private Optional<Question> best(int[] rows, int from, int to, int step) {
    question = Optional.empty();
    least = Math.max(1, (int) (task.leafRows() * task.options().bagShare()) / step);
    if (to - from < 2 * least) {
      return question;
    }
    Arrays.fill(total, 0);
    rowGroup = rowGroup.length < to - from ? new byte[to - from] : rowGroup;
    task.groups().prepare(task.column(), rows, from, to);
    for (int i = from; i < to; i++) {
      byte group = task.groups().of(task.column().code(rows[i]));
      rowGroup[i - from] = group;
      total[group]++;
    }
    used[0] = resolutions[0].prepareAll(total, to - from, task);
    if (used[0]) {
      for (int r = 1; r < used.length; r++) {
        used[r] = resolutions[r].prepare(total, to - from, task.line(), task);
      }
      best = SELECTION;
      for (int a = 0; a < task.ancestors().size(); a++) {
        table.count(task.ancestors().get(a), rows, from, to, rowGroup);
        scan(a, to - from);
      }
    }
    return question;
  }

  /** Judges the cuts of a column's line that leave enough rows on either side. */
  private void scan(int column, int rows) {
    CodeScale scale = task.ancestors().get(column).scale();
    if (!scale.ordered()) {
      table.lineUp(task);
    }
    int first = -1;
    int end = 0;
    int left = table.occurring() == 0 ? 0 : table.rowsAt(0);
    while (end < table.occurring() - 1 && rows - left >= least) {
      leftRows[end] = left;
      first = first < 0 && left >= least ? end : first;
      end++;
      left += table.rowsAt(end);
    }
    if (first >= 0) {
      judge(column, first, end, rows);
    }
  }

  private void judge(int column, int first, int end, int rows) {
    Arrays.fill(excess, first, end, Double.NEGATIVE_INFINITY);
    for (int r = 0; r < used.length; r++) {
      if (used[r]) {
        resolutions[r].cut(table, first, end, task, excess);
      }
    }
    double lineUp = lineUp(task.ancestors().get(column).scale());
    for (int i = first; i < end; i++) {
      excess[i] -= task.product(leftRows[i]) + task.product(rows - leftRows[i]) + lineUp;
    }
    for (int tried = 0; tried < CUTS; tried++) {
      int cut = greatest(first, end);
      if (excess[cut] <= best) {
        return;
      }
      CodeSet inside = table.upTo(cut, task.ancestors().get(column).scale());
      if (task.units().areRows() || leavesUnits(column, inside)) {
        best = excess[cut];
        question = Optional.of(new Question(column, inside));
        return;
      }
      excess[cut] = Double.NEGATIVE_INFINITY;
    }
  }

  /**
   * What a cut has to gain beside where codes have been lined up. Of m independent effects in
   * rising order the two halves tell 2 / pi of the variance (m - 1) / 2 nats, where the penalty
   * takes a half for one that is chance.
   */
  private double lineUp(CodeScale scale) {
    double codes = scale.ordered() ? 0 : Math.max(0, table.occurring() - 2);
    return codes * task.options().penalty() / Math.PI;
  }

  private int greatest(int first, int end) {
    int greatest = first;
    for (int i = first + 1; i < end; i++) {
      greatest = excess[i] > excess[greatest] ? i : greatest;
    }
    return greatest;
  }

  /** Whether the rows on either side belong to enough units. */
  private boolean leavesUnits(int column, CodeSet inside) {
    CodeColumn of = task.ancestors().get(column);
    return units.areEnough(
        all.rows(),
        all.from(),
        all.to(),
        row -> inside.contains(of.code(row)),
        new RowUnits.Least(task.options().leafUnits(), task.leafRows()));
  }
}
