package io.mirrorlake.evaluator.sample;

import java.util.List;
import java.util.SplittableRandom;

/** Made-up tables whose columns depend on each other in known ways. */
public final class Tables {
  private Tables() {}

  /** A number column. */
  public static NumberColumn numbers(String name, double... values) {
    return NumberColumn.of(name, Measure.NUMBER, values);
  }

  /** A category column with the labels a, b, c and so on. */
  public static CategoryColumn categories(String name, int labels, int... codes) {
    List<String> letters =
        "abcdefghij".chars().limit(labels).mapToObj(Character::toString).toList();
    return CategoryColumn.of(name, letters, codes);
  }

  /**
   * Rows of one population: {@code income} grows with {@code age} and {@code job}, {@code job} goes
   * with {@code region}, {@code gift} is zero for most, and {@code class} is a noisy function of
   * income. Some ages are missing.
   */
  public static SampleTable people(int rows, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] age = new double[rows];
    double[] income = new double[rows];
    double[] gift = new double[rows];
    int[] region = new int[rows];
    int[] job = new int[rows];
    int[] group = new int[rows];
    for (int i = 0; i < rows; i++) {
      age[i] = 18 + random.nextInt(60);
      region[i] = random.nextInt(4);
      job[i] = random.nextDouble() < 0.7 ? region[i] % 3 : random.nextInt(3);
      income[i] = 10 + 0.8 * age[i] + 15 * job[i] + 8 * random.nextGaussian();
      gift[i] = random.nextDouble() < 0.8 ? 0 : Math.rint(Math.exp(3 + random.nextGaussian()));
      group[i] = income[i] + 6 * random.nextGaussian() > 60 ? 1 : 0;
      age[i] = random.nextDouble() < 0.05 ? Double.NaN : age[i];
    }
    return SampleTable.of(
        numbers("age", age),
        numbers("income", income),
        numbers("gift", gift),
        categories("region", 4, region),
        categories("job", 3, job),
        categories("class", 2, group));
  }
}
