package io.mirrorlake.profiler.disclosure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * How figures are changed a little, in secret, before a profile tells them.
 *
 * <p>A count n becomes a multiple of the base b: n plus two-sided geometric noise X, P(X = x)
 * proportional to exp(-|x| / s) with s = b / 4, is rounded up or down at random so that its mean
 * stays. Whatever comes out, a count of one row more gives it with a probability that differs by a
 * factor of exp(4 / b) at most (1.5 where b is 10), and no count is free of noise. The standard
 * deviation is 0.54 b. The source of the noise is the geometric mechanism of Ghosh, Roughgarden and
 * Sundararajan (2009); the rounding after it costs no protection.
 *
 * <p>Numbers that are no counts are moved by up to half a step and told with no more digits than
 * the step calls for.
 *
 * <p>All draws follow from a secret and the name of the item: the same secret and data give the
 * same figures. A base of 1 switches all of it off.
 *
 * @param base b, at least 1: k times the rows that a unit has on average
 * @param key the secret, another one for each column; never written anywhere
 */
public record SecretRounding(long base, long key) {
  /** No rounding: for tables that are not about people, and for tests of all else. */
  public static final SecretRounding NONE = new SecretRounding(1, 0);

  /** The noise's scale is the base divided by this. */
  private static final double BASE_TO_SCALE = 4;

  /** The noise of a count of so many times the base has a standard deviation of 9 % of it. */
  private static final long FINE = 4;

  /** A number's last digit is worth a quarter of its step at most. */
  private static final double DIGIT = 0.25;

  /** Powers of ten and their round parts: no other last steps look like rounding to a reader. */
  private static final double[] ROUND_STEPS = {5, 2, 1};

  public SecretRounding {
    if (base < 1) {
      throw new IllegalArgumentException("counts are rounded to a base of at least 1: " + base);
    }
  }

  /** The same secret with another base. */
  public SecretRounding withBase(long other) {
    return other == base ? this : new SecretRounding(other, key);
  }

  /** Whether anything is changed at all. */
  public boolean isOn() {
    return base > 1;
  }

  /**
   * A count as it is told: a multiple of the base, not less than the base, as what is told has
   * occurred. Without a bias where it is many times the base; towards the base, it is told up to an
   * eighth too great.
   *
   * @param count the count, not negative
   * @param item what is counted, different for every count of a column
   */
  public long count(long count, String item) {
    if (!isOn()) {
      return count;
    }
    double[] uniforms = uniforms(item);
    return multiple(count + geometric(uniforms[0]) - geometric(uniforms[1]), uniforms[2]);
  }

  private long multiple(long noisy, double uniform) {
    long below = Math.floorDiv(noisy, base);
    boolean up = uniform * base < Math.floorMod(noisy, base);
    return Math.max(1, below + (up ? 1 : 0)) * base;
  }

  /**
   * The same, but with the noise alone where that leaves {@link #FINE} times the base or more: for
   * counts that are nearly the same, such as the children of each parent, which as multiples would
   * be one or another of two numbers. Smaller ones stay multiples: their noise would be a good part
   * of them. As it is the noisy count that decides, it is protected as any.
   *
   * @param count the count, not negative
   * @param item what is counted, different for every count of a column
   */
  public long fine(long count, String item) {
    if (!isOn()) {
      return count;
    }
    double[] uniforms = uniforms(item);
    long noisy = count + geometric(uniforms[0]) - geometric(uniforms[1]);
    return noisy >= FINE * base ? noisy : multiple(noisy, uniforms[2]);
  }

  /**
   * A count with the noise alone, at least 1: for parts of a whole that may be fewer than the base,
   * such as the first level of a hierarchy, whose share rounding would multiply. The noise is what
   * protects; its standard deviation is 0.35 b.
   *
   * @param count the count, at least 1
   * @param item what is counted, different for every count of a column
   */
  public long noisy(long count, String item) {
    if (!isOn()) {
      return count;
    }
    double[] uniforms = uniforms(item);
    return Math.max(1, count + geometric(uniforms[0]) - geometric(uniforms[1]));
  }

  /** The variance of a count as it is told: 2 s^2 by the noise, and b^2 / 6 by the rounding. */
  public double variance() {
    double scale = base / BASE_TO_SCALE;
    return isOn() ? 2 * scale * scale + (double) base * base / 6 : 0;
  }

  /** The number of failures before a success; two of them differ by two-sided geometric noise. */
  private long geometric(double uniform) {
    return (long) Math.floor(-StrictMath.log(1 - uniform) * base / BASE_TO_SCALE);
  }

  /**
   * A number moved by up to half a step either way, evenly, and told as a round number.
   *
   * @param value the number
   * @param step how much it may move, in both directions together; where it is not positive, and
   *     where nothing is rounded, the number stays as it is
   * @param item what the number is, different for every number of a column
   */
  public double number(double value, double step, String item) {
    if (!isOn() || !(step > 0) || !Double.isFinite(value)) {
      return value;
    }
    return round(value + (uniforms(item)[0] - 0.5) * step, step * DIGIT);
  }

  /** The multiple of a power of ten, or of twice or five times one, of at most this size. */
  private static double round(double value, double greatest) {
    int exponent = (int) Math.floor(Math.log10(greatest));
    BigDecimal step = BigDecimal.ONE.scaleByPowerOfTen(exponent);
    for (double times : ROUND_STEPS) {
      if (step.doubleValue() * times <= greatest) {
        step = step.multiply(BigDecimal.valueOf(times));
        break;
      }
    }
    return new BigDecimal(value)
        .divide(step, 0, RoundingMode.HALF_EVEN)
        .multiply(step, MathContext.DECIMAL64)
        .doubleValue();
  }

  /**
   * A limit between this one and that one, evenly drawn: a decision that hangs on it hangs on no
   * single unit that anybody could name. Where nothing is rounded, the first.
   */
  public double limit(double from, double to, String item) {
    return isOn() ? from + (to - from) * uniforms(item)[0] : from;
  }

  /** Three independent uniform numbers in [0, 1), by SHA-256 of secret and item. */
  private double[] uniforms(String item) {
    ByteBuffer digest = ByteBuffer.wrap(digest(item));
    double[] uniforms = new double[3];
    for (int i = 0; i < uniforms.length; i++) {
      // The upper 53 bits: as many as a double between 0 and 1 holds.
      uniforms[i] = (digest.getLong() >>> 11) * 0x1p-53;
    }
    return uniforms;
  }

  private byte[] digest(String item) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update(ByteBuffer.allocate(Long.BYTES).putLong(key).array());
      return sha.digest(item.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "SecretRounding[base=" + base + "]";
  }
}
