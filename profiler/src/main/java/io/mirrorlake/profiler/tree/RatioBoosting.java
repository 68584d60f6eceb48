package io.mirrorlake.profiler.tree;

import io.mirrorlake.profiler.copula.CodeSet;
import io.mirrorlake.profiler.copula.DensityRatio;
import io.mirrorlake.profiler.copula.DensityRatio.Question;
import io.mirrorlake.profiler.copula.DensityRatio.SymmetricTree;
import io.mirrorlake.profiler.tree.QuestionSearch.Found;
import io.mirrorlake.profiler.tree.QuestionSearch.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Learns tree by tree to tell real rows from those that were drawn: the logarithm of the odds is
 * that of the density ratio. Gradient boosting of the logistic loss by symmetric trees (Friedman
 * 2001, Prokhorenkova et al. 2018). Not for use by several threads at once.
 */
final class RatioBoosting {
  private static final int QUESTIONS = 7;

  /** By how much of its best step a tree is followed. */
  private static final double RATE = 0.4;

  /** As many curvatures as some eighty undecided rows have. */
  private static final double LAMBDA = 20;

  /** The most columns that a tree asks: others are asked by others. */
  private static final int ASKED = 32;

  /** The noise's scale is the fewest units' rows divided by this: k / 4 of them. */
  private static final double NOISE = 4.8;

  private final List<CodeColumn> columns;
  private final List<CodeColumn> drawn;
  private final byte[][] codes;
  private final int[] mayAsk;
  private final int real;
  private final double[] weights;
  private final double[] odds;
  private final RowUnits units;
  private final double unitRows;
  private final int least;
  private final SplittableRandom random;

  /**
   * A fit without trees.
   *
   * @param real the real rows
   * @param drawn drawn rows of the same columns
   * @param mayAsk the columns that trees may ask
   * @param units whose the real rows are
   * @param least how many of them have to stand where a value is told
   * @param random decides in secret which rows a tree sees, and how its values are rounded
   */
  RatioBoosting(
      List<CodeColumn> real,
      List<CodeColumn> drawn,
      int[] mayAsk,
      RowUnits units,
      int least,
      SplittableRandom random) {
    this.columns = real;
    this.drawn = drawn;
    this.mayAsk = mayAsk;
    this.real = real.get(0).rows();
    int rows = this.real + drawn.get(0).rows();
    this.codes = new byte[real.size()][rows];
    for (int c = 0; c < codes.length; c++) {
      System.arraycopy(real.get(c).codes(), 0, codes[c], 0, this.real);
      System.arraycopy(drawn.get(c).codes(), 0, codes[c], this.real, rows - this.real);
    }
    // Both sides weigh as much as the drawn rows.
    this.weights = new double[] {1, (double) (rows - this.real) / this.real};
    this.odds = new double[rows];
    this.units = units;
    this.unitRows = units.rowsPerUnit(this.real);
    this.least = least;
    this.random = random;
  }

  /** One more tree, unless there is nothing left to tell. */
  Optional<SymmetricTree> next() {
    Standing standing = standing(random.ints(odds.length, 0, 2).toArray());
    int[] asked = asked();
    List<Question> questions = new ArrayList<>();
    while (questions.size() < QUESTIONS) {
      int places = 1 << questions.size();
      Optional<Found> found =
          IntStream.of(asked)
              .parallel()
              .mapToObj(
                  c ->
                      QuestionSearch.best(
                          c, columns.get(c).scale(), codes[c], standing, places, LAMBDA))
              .flatMap(Optional::stream)
              .reduce((a, b) -> Found.BY_GAIN.compare(a, b) >= 0 ? a : b);
      if (found.isEmpty()) {
        break;
      }
      move(standing, found.get().question(), questions.size());
      questions.add(found.get().question());
    }
    return questions.isEmpty() ? Optional.empty() : Optional.of(followed(questions));
  }

  /** The rows that were drawn. */
  List<CodeColumn> drawn() {
    return drawn;
  }

  /** The logarithms of the ratios that trees give to rows, in nats. */
  static double[] odds(List<SymmetricTree> trees, List<CodeColumn> rows) {
    byte[][] codes = rows.stream().map(CodeColumn::codes).toArray(byte[][]::new);
    double[] odds = new double[rows.get(0).rows()];
    trees.forEach(tree -> follow(tree, codes, odds));
    return odds;
  }

  /** Adds what a tree gives to rows. */
  static void follow(SymmetricTree tree, byte[][] codes, double[] odds) {
    byte[] places = places(tree.questions(), codes);
    double[] values =
        tree.values().stream()
            .mapToDouble(value -> (double) value / DensityRatio.PARTS_OF_NAT)
            .toArray();
    for (int row = 0; row < odds.length; row++) {
      odds[row] += values[places[row] & 0xff];
    }
  }

  private boolean isReal(int row) {
    return row < real;
  }

  private double weight(int row) {
    return weights[isReal(row) ? 1 : 0];
  }

  private static double probability(double odds) {
    return 1 / (1 + Math.exp(-odds));
  }

  /** The rows that are marked, all at the root. */
  private Standing standing(int[] marked) {
    int[] rows = IntStream.range(0, marked.length).filter(row -> marked[row] == 1).toArray();
    float[] gradients = new float[rows.length];
    float[] curvatures = new float[rows.length];
    for (int i = 0; i < rows.length; i++) {
      double p = probability(odds[rows[i]]);
      gradients[i] = (float) (weight(rows[i]) * ((isReal(rows[i]) ? 1 : 0) - p));
      curvatures[i] = (float) (weight(rows[i]) * p * (1 - p));
    }
    return new Standing(rows, new byte[rows.length], gradients, curvatures);
  }

  private int[] asked() {
    int[] all = mayAsk.clone();
    for (int i = 0; i < Math.min(ASKED, all.length); i++) {
      int other = i + random.nextInt(all.length - i);
      int column = all[i];
      all[i] = all[other];
      all[other] = column;
    }
    return IntStream.of(all).limit(ASKED).sorted().toArray();
  }

  private void move(Standing standing, Question question, int bit) {
    byte[] column = codes[question.column()];
    for (int i = 0; i < standing.rows().length; i++) {
      if (question.codes().contains(column[standing.rows()[i]] & 0xff)) {
        standing.places()[i] |= (byte) (1 << bit);
      }
    }
  }

  /** The tree with its values, by all rows; it counts from now on. */
  private SymmetricTree followed(List<Question> questions) {
    int[] values = values(places(questions, codes), 1 << questions.size());
    SymmetricTree tree = new SymmetricTree(questions, IntStream.of(values).boxed().toList());
    follow(tree, codes, odds);
    return tree;
  }

  /** The places of all rows. */
  private static byte[] places(List<Question> questions, byte[][] codes) {
    byte[] places = new byte[codes[0].length];
    for (int bit = 0; bit < questions.size(); bit++) {
      byte[] column = codes[questions.get(bit).column()];
      byte[] yes = new byte[CodeSet.MAX_CODES];
      for (int code : questions.get(bit).codes().codes()) {
        yes[code] = (byte) (1 << bit);
      }
      for (int row = 0; row < places.length; row++) {
        places[row] |= yes[column[row] & 0xff];
      }
    }
    return places;
  }

  /**
   * The value of each place, lambda-shrunk, as a whole number of parts of a nat, up or down by
   * chance. There is noise on how many real rows stand there, two-sided geometric of the scale k /
   * 4 times a unit's rows. Where units are too few (another limit for each place, from 1.2 k to 1.8
   * k), it is told as if as many rows did as so many units have, and never as more than 0.
   */
  private int[] values(byte[] places, int count) {
    double[] gradients = new double[2 * count];
    double[] curvatures = new double[2 * count];
    int[] rows = new int[2 * count];
    for (int row = 0; row < odds.length; row++) {
      int at = 2 * (places[row] & 0xff) + (isReal(row) ? 1 : 0);
      double p = probability(odds[row]);
      gradients[at] += weight(row) * ((isReal(row) ? 1 : 0) - p);
      curvatures[at] += weight(row) * p * (1 - p);
      rows[at]++;
    }
    int[] limits = random.ints(count, least, least + least / 2 + 1).toArray();
    boolean[] enough = units.areEnough(places, real, limits);
    int[] values = new int[count];
    for (int place = 0; place < count; place++) {
      int at = 2 * place;
      double noisy = Math.max(0, 1 + noise() / Math.max(1, rows[at + 1]));
      double value =
          enough[place]
              ? step(
                  gradients[at] + noisy * gradients[at + 1],
                  curvatures[at] + noisy * curvatures[at + 1])
              : Math.min(0, bottom(gradients[at], curvatures[at], rows[at]));
      values[place] = (int) Math.floor(value * DensityRatio.PARTS_OF_NAT + random.nextDouble());
    }
    return values;
  }

  /** How many rows more or less are told of: the difference of two geometric numbers. */
  private double noise() {
    double scale = least * unitRows / NOISE;
    double more = Math.floor(-Math.log(1 - random.nextDouble()) * scale);
    double fewer = Math.floor(-Math.log(1 - random.nextDouble()) * scale);
    return more - fewer;
  }

  private static double step(double gradient, double curvature) {
    return RATE * gradient / (curvature + LAMBDA);
  }

  /**
   * The value of a place that is taken to have as many real rows as may be told of.
   *
   * @param gradient the sum of the drawn rows' gradients
   * @param curvature that of their curvatures
   * @param rows how many of them stand there
   */
  private double bottom(double gradient, double curvature, int rows) {
    double p = rows == 0 ? 0.5 : -gradient / rows;
    double weight = least * unitRows * weights[1];
    return step(gradient + weight * (1 - p), curvature + weight * p * (1 - p));
  }
}
