package io.mirrorlake.profiler.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorlake.profiler.schema.ColumnType.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Somebody holds profiles of a table with and without one unit, thirty of each under different
 * secrets, and compares them at every path. That is far more than the two that anybody should ever
 * get.
 *
 * <p>The statistic is the greatest of Welch's t over all numbers, and over the presence of each
 * path and of each string. Its distribution without a difference is that of the same profiles with
 * labels dealt at random. A unit counts as revealed where none of 199 deals reaches the statistic:
 * the chance of a false alarm is 1 in 200 for each of the two comparisons. Seeds are fixed.
 */
class DifferenceAttackTest {
  private static final int PROFILES = 30;
  private static final int DEALS = 199;

  /** Deals enough where all profiles of a group are the same: no deal comes near. */
  private static final int SURE = 19;

  private static final int ROWS = 300;
  private static final List<String> WORDS =
      List.of(
          "the",
          "customer",
          "paid",
          "late",
          "again",
          "asked",
          "for",
          "a",
          "refund",
          "of",
          "order",
          "and",
          "called",
          "twice",
          "today");

  private static final MemoryTable TABLE = table();
  private static final List<Map<String, Double>> WITHOUT = profiles(TABLE, 10, 1000);

  private static final Object[] ORDINARY = {
    31.417_253,
    44.0,
    "Leeds",
    "AB-4711",
    "the customer paid late again and called",
    18_000.0,
    Optional.empty(),
    300.0,
    40.0,
    340.0
  };

  /** Out of every range, of no known category, format, word or rule. */
  private static final Object[] OUTLIER = {
    987_654.321_123,
    119.0,
    "Atlantis",
    "q/77777-ZZZ",
    "zyzzyva xylophone quixotic mnemonic phlox",
    -33_895.0,
    7.0,
    90_001.0,
    77_003.0,
    1.0
  };

  private static MemoryTable table() {
    MemoryTable table =
        new MemoryTable()
            .column("amount", Kind.DOUBLE)
            .column("age", Kind.INT)
            .column("city", Kind.STRING)
            .column("code", Kind.STRING)
            .column("note", Kind.STRING)
            .column("day", Kind.DATE)
            .column("score", Kind.DOUBLE)
            .column("net", Kind.INT)
            .column("tax", Kind.INT)
            .column("total", Kind.INT);
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < ROWS; i++) {
      double u = random.nextDouble();
      double net = random.nextInt(20, 900);
      double tax = random.nextInt(1, 90);
      StringBuilder note = new StringBuilder();
      int words = random.nextInt(4, 12);
      for (int w = 0; w < words; w++) {
        note.append(w == 0 ? "" : " ").append(WORDS.get(random.nextInt(WORDS.size())));
      }
      table.add(
          Math.exp(3 - Math.log(1 - u)),
          18.0 + random.nextInt(50),
          List.of("Leeds", "York", "Bath", "Hull").get(random.nextInt(random.nextInt(1, 5))),
          "AB-" + random.nextInt(1000, 10_000),
          note.toString(),
          17_000.0 + random.nextInt(2000),
          random.nextInt(4) == 0 ? Optional.empty() : (Object) (10 * u + random.nextDouble()),
          net,
          tax,
          net + tax);
    }
    return table;
  }

  @Test
  void anOrdinaryUnitIsNotRevealed() {
    assertThat(attack(TABLE.with(ORDINARY), 10).dealsThatReachIt()).isPositive();
  }

  @Test
  void anOutlierIsNotRevealed() {
    assertThat(attack(TABLE.with(OUTLIER), 10).dealsThatReachIt()).isPositive();
  }

  /** The attack works: without rounding both units show at many paths, in every deal. */
  @Test
  void withoutRoundingTheAttackSucceeds() {
    assertThat(attack(TABLE.with(ORDINARY), 1).dealsThatReachIt()).isZero();
    assertThat(attack(TABLE.with(OUTLIER), 1).dealsThatReachIt()).isZero();
  }

  /** Forty units like the outlier are more than may be hidden. */
  @Test
  void enoughUnitsShow() {
    MemoryTable more = TABLE;
    for (int i = 0; i < 40; i++) {
      more = more.with(OUTLIER);
    }
    assertThat(attack(more, 10).dealsThatReachIt()).isZero();
  }

  /**
   * What came of it.
   *
   * @param path where the two groups differ most
   * @param statistic how much
   * @param dealsThatReachIt how many random deals of the labels show as great a difference
   */
  private record Outcome(String path, double statistic, int dealsThatReachIt) {}

  private static Outcome attack(MemoryTable with, int k) {
    List<Map<String, Double>> profiles =
        new ArrayList<>(k == 1 ? profiles(TABLE, 1, 1000) : WITHOUT);
    profiles.addAll(profiles(with, k, 5000));
    TreeSet<String> paths = new TreeSet<>();
    profiles.forEach(profile -> paths.addAll(profile.keySet()));
    Map<String, double[]> values = new TreeMap<>();
    paths.forEach(name -> values.put(name, column(profiles, name)));
    values.values().removeIf(column -> Arrays.stream(column).distinct().count() == 1);
    List<String> names = List.copyOf(values.keySet());
    double[][] columns = values.values().toArray(double[][]::new);
    int[] order = IntStream.range(0, 2 * PROFILES).toArray();
    int best = greatest(columns, order);
    double observed = welch(columns[best], order);
    SplittableRandom random = new SplittableRandom(17);
    int reached = 0;
    for (int deal = 0; deal < (k == 1 ? SURE : DEALS); deal++) {
      shuffle(order, random);
      reached += welch(columns[greatest(columns, order)], order) >= observed ? 1 : 0;
    }
    return new Outcome(names.get(best), observed, reached);
  }

  private static List<Map<String, Double>> profiles(MemoryTable table, int k, long secret) {
    if (k == 1) {
      // Nothing is secret: all profiles are the same.
      return Collections.nCopies(PROFILES, features(table.profile(k, secret)));
    }
    return LongStream.range(secret, secret + PROFILES)
        .mapToObj(s -> features(table.profile(k, s)))
        .toList();
  }

  /** Numbers by path, and 1 for each path and string that is there. */
  private static Map<String, Double> features(String profile) {
    Map<String, Double> features = new HashMap<>();
    for (ProfileLeaves.Leaf leaf : ProfileLeaves.of(profile)) {
      features.put("there is " + leaf.path(), 1.0);
      if (Double.isNaN(leaf.number())) {
        features.put(leaf.column() + " says " + leaf.text(), 1.0);
      } else {
        features.put(leaf.path(), leaf.number());
        features.put(leaf.fromTheEnd(), leaf.number());
      }
    }
    return features;
  }

  /** A path that is not there is told by its absence; as a number it is left out. */
  private static double[] column(List<Map<String, Double>> profiles, String name) {
    boolean presence = name.startsWith("there is ") || name.contains(" says ");
    return profiles.stream()
        .mapToDouble(profile -> profile.getOrDefault(name, presence ? 0 : Double.NaN))
        .toArray();
  }

  private static int greatest(double[][] columns, int[] order) {
    int best = 0;
    double most = -1;
    for (int c = 0; c < columns.length; c++) {
      double statistic = welch(columns[c], order);
      if (statistic > most) {
        most = statistic;
        best = c;
      }
    }
    return best;
  }

  private static double welch(double[] values, int[] order) {
    double[] n = new double[2];
    double[] sum = new double[2];
    double[] squares = new double[2];
    double first = Double.NaN;
    for (int i = 0; i < order.length; i++) {
      double value = values[order[i]];
      if (!Double.isNaN(value)) {
        int group = i < PROFILES ? 0 : 1;
        // Values less the first one: squares of great numbers would cancel.
        first = Double.isNaN(first) ? value : first;
        n[group]++;
        sum[group] += value - first;
        squares[group] += (value - first) * (value - first);
      }
    }
    if (Math.min(n[0], n[1]) < PROFILES / 3) {
      return 0;
    }
    double difference = Math.abs(sum[0] / n[0] - sum[1] / n[1]);
    double variance = 0;
    for (int group = 0; group < 2; group++) {
      double mean = sum[group] / n[group];
      variance += (squares[group] / n[group] - mean * mean) / (n[group] - 1);
    }
    // Numbers that are all the same but for one in sixty would divide by nearly nothing.
    double floor = 1e-9 * (1e-300 + difference);
    return difference == 0 ? 0 : difference / Math.sqrt(Math.max(variance, floor * floor));
  }

  private static void shuffle(int[] order, SplittableRandom random) {
    for (int i = order.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[other];
      order[other] = kept;
    }
  }
}
