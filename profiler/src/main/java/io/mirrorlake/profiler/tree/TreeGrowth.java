package io.mirrorlake.profiler.tree;

import io.mirrorlake.profiler.copula.AdditiveScore;
import io.mirrorlake.profiler.copula.CodeTree;
import io.mirrorlake.profiler.copula.TreeColumn;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * All that the trees of any one column are grown from. Columns are independent tasks: each result
 * is a function of this object and the column's position.
 */
public final class TreeGrowth implements Serializable {
  private static final long serialVersionUID = 1L;

  private final List<CodeColumn> columns;
  private final List<List<Integer>> ancestors;
  private final TreeOptions options;
  private final long secret;
  private final int given;
  private final Rows rows;

  /**
   * What is known of the rows.
   *
   * @param units whose they are
   * @param flags for columns that only some of them draw: the column whose first code says so
   * @param scored the columns whose trees ask a score
   */
  private record Rows(RowUnits units, Map<Integer, Integer> flags, Set<Integer> scored)
      implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final Rows UNKNOWN = new Rows(RowUnits.ROWS, Map.of(), Set.of());

    Rows withUnits(RowUnits others) {
      return new Rows(others, flags, scored);
    }
  }

  private TreeGrowth(
      List<CodeColumn> columns,
      int given,
      List<List<Integer>> ancestors,
      Rows rows,
      TreeOptions options,
      long secret) {
    this.columns = columns;
    this.given = given;
    this.ancestors = ancestors;
    this.rows = rows;
    this.options = options;
    this.secret = secret;
  }

  /**
   * The growth of columns.
   *
   * @param strength how much they tell of each other
   * @param order the columns' positions in the order of drawing
   * @param known which of those are known before others are drawn
   */
  static TreeGrowth of(
      List<CodeColumn> unordered,
      KnownFirst known,
      DependenceStrength strength,
      List<Integer> order,
      TreeOptions options,
      long secret) {
    List<List<Integer>> ancestors = new ArrayList<>();
    for (int j = 0; j < order.size(); j++) {
      int place = j;
      IntStream asked = IntStream.range(0, j < known.given() ? 0 : j);
      ancestors.add(
          strongest(
              asked.filter(of -> known.asks(order.get(place), order.get(of))), order, j, strength));
    }
    List<CodeColumn> ordered = order.stream().map(unordered::get).toList();
    return new TreeGrowth(ordered, known.given(), ancestors, Rows.UNKNOWN, options, secret);
  }

  /** The growth of columns of which none is given. */
  static TreeGrowth of(
      List<CodeColumn> unordered,
      DependenceStrength strength,
      List<Integer> order,
      TreeOptions options,
      long secret) {
    return of(unordered, KnownFirst.NOTHING, strength, order, options, secret);
  }

  /**
   * The growth of some columns, each from all others; nothing else is grown. The columns to be
   * grown come first.
   */
  static TreeGrowth eachFromOthers(
      List<CodeColumn> unordered,
      DependenceStrength strength,
      List<Integer> targets,
      TreeOptions options,
      long secret) {
    List<Integer> order = new ArrayList<>(targets);
    IntStream.range(0, unordered.size()).filter(c -> !targets.contains(c)).forEach(order::add);
    List<List<Integer>> ancestors = new ArrayList<>();
    for (int j = 0; j < targets.size(); j++) {
      int target = j;
      ancestors.add(
          strongest(IntStream.range(0, order.size()).filter(a -> a != target), order, j, strength));
    }
    return new TreeGrowth(
        order.stream().map(unordered::get).toList(), 0, ancestors, Rows.UNKNOWN, options, secret);
  }

  /** Of these places of the order, those whose columns tell most of the column at place j. */
  private static List<Integer> strongest(
      IntStream places, List<Integer> order, int j, DependenceStrength strength) {
    return places
        .boxed()
        .sorted(Comparator.comparingDouble(a -> -strength.get(order.get(a), order.get(j))))
        .limit(TreeBudget.of(order.size()).ancestors())
        .sorted()
        .toList();
  }

  /** The same columns grown with other options. */
  TreeGrowth withOptions(TreeOptions others) {
    return new TreeGrowth(columns, given, ancestors, rows, others, secret);
  }

  /** The same growth on some of the rows. */
  TreeGrowth withRows(int[] some) {
    List<CodeColumn> fewer = columns.stream().map(column -> column.withRows(some)).toList();
    return new TreeGrowth(
        fewer, given, ancestors, rows.withUnits(rows.units().withRows(some)), options, secret);
  }

  /** The same growth of rows that belong to these units. */
  TreeGrowth withUnits(RowUnits units) {
    return new TreeGrowth(columns, given, ancestors, rows.withUnits(units), options, secret);
  }

  /** The same growth where the trees of these columns ask a score of what is drawn before. */
  TreeGrowth withScores(Set<Integer> scored) {
    return new TreeGrowth(
        columns, given, ancestors, new Rows(rows.units(), rows.flags(), scored), options, secret);
  }

  /**
   * The same growth where some columns are drawn in some rows only: those whose flag, a column
   * drawn before, has its first code. What other rows have there is no matter of the trees.
   *
   * @param byName the flag of each such column
   */
  TreeGrowth drawnWhere(Map<String, String> byName) {
    List<String> names = columns.stream().map(CodeColumn::name).toList();
    Map<Integer, Integer> positions = new HashMap<>();
    byName.forEach(
        (column, flag) -> {
          int of = names.indexOf(column);
          int by = names.indexOf(flag);
          if (by >= 0 && by < of) {
            positions.put(of, by);
          }
        });
    return new TreeGrowth(
        columns,
        given,
        ancestors,
        new Rows(rows.units(), positions, rows.scored()),
        options,
        secret);
  }

  /** Whose the rows are. */
  RowUnits units() {
    return rows.units();
  }

  /** The columns in the order of drawing. */
  List<CodeColumn> columns() {
    return columns;
  }

  TreeOptions options() {
    return options;
  }

  /** How many columns at the beginning are given: trees of others ask them. */
  int given() {
    return given;
  }

  /** How many columns are grown. */
  public int size() {
    return ancestors.size();
  }

  /** The trees of the column at this position of the order. */
  public TreeColumn column(int position) {
    Integer flag = rows.flags().get(position);
    if (flag == null) {
      return grown(position, false);
    }
    CodeColumn repeats = columns.get(flag);
    TreeGrowth drawn = withRows(unset(repeats));
    boolean part = drawn.columns.get(position).rows() < columns.get(position).rows();
    return drawn.grown(position, part).repeating(repeats.name());
  }

  /** The rows in which a flag has its first code. */
  private static int[] unset(CodeColumn flag) {
    return IntStream.range(0, flag.rows()).filter(row -> flag.code(row) == 0).toArray();
  }

  /**
   * The trees of a column.
   *
   * @param part whether these rows are a part of those that the column's own distribution is of
   */
  private TreeColumn grown(int position, boolean part) {
    CodeColumn column = columns.get(position);
    List<Integer> asked = ancestors.get(position);
    List<CodeColumn> known = new ArrayList<>(asked.stream().map(columns::get).toList());
    List<Integer> positions = new ArrayList<>(asked);
    Optional<AdditiveScore> score = score(position);
    if (score.isPresent()) {
      known.add(ScoreCodes.of(score.get(), columns));
      positions.add(position);
    }
    // A column that asks no other has nothing to average.
    int trees = asked.isEmpty() ? 1 : options.trees();
    double[] products = products(column.rows());
    List<CodeTree> grown = new ArrayList<>();
    for (int t = 0; t < trees; t++) {
      SplittableRandom random = new SplittableRandom(secret ^ seed(position, t));
      TreeTask task = new TreeTask(column, known, options, rows.units(), products, random);
      int[] bag = bag(column.rows(), options.bagShare(), random);
      grown.add(new TreeGrower(task, positions, bag, random, part).grow());
    }
    return new TreeColumn(column.name(), column.scale().starts(), column.scale().ordered(), grown)
        .scoredBy(score);
  }

  /** What the columns that a column asks tell of it together. */
  Optional<AdditiveScore> score(int position) {
    if (!rows.scored().contains(position)) {
      return Optional.empty();
    }
    List<Integer> asked = ancestors.get(position);
    return ScoreFitter.fit(
        columns.get(position),
        asked.stream().map(columns::get).toList(),
        asked,
        options,
        rows.units(),
        new SplittableRandom(secret ^ seed(position, -1)));
  }

  static long seed(int position, int tree) {
    return new SplittableRandom(((long) position << Integer.SIZE) | (tree & 0xffff_ffffL))
        .nextLong();
  }

  private static double[] products(int rows) {
    double[] products = new double[rows + 1];
    for (int n = 2; n <= rows; n++) {
      products[n] = n * Math.log(n);
    }
    return products;
  }

  /** Rows drawn at random, in rising order: what is near in memory is read one after the other. */
  private static int[] bag(int rows, double share, SplittableRandom random) {
    int[] bag = IntStream.range(0, rows).toArray();
    int size = (int) Math.ceil(rows * share);
    BitSet drawn = new BitSet(rows);
    for (int i = 0; i < size; i++) {
      int other = i + random.nextInt(rows - i);
      int row = bag[i];
      drawn.set(bag[other]);
      bag[other] = row;
    }
    return drawn.stream().toArray();
  }
}
