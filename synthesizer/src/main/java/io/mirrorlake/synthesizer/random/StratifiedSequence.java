package io.mirrorlake.synthesizer.random;

/**
 * Places that look random, and of which every part of (0, 1) gets its share: of any 16 2^m rows in
 * a row whose first is a multiple of as many, exactly one has its place in each of 16 2^m equal
 * parts. Sums over n rows then have an error that hardly grows with n.
 *
 * <p>Sequences of different dimensions are spread evenly together as well: rows whose place in one
 * lies in some part have places in the next that every part gets its share of. So a column that is
 * drawn given another has the right shares for each of the other's values.
 *
 * <p>Rows are dealt at random inside blocks of 16: larger ones would leave the few rows of a cell
 * of a table to chance. The number that comes out leads to a point of Sobol's sequence (direction
 * numbers of Joe and Kuo: Constructing Sobol sequences with better two-dimensional projections.
 * SIAM J. Sci. Comput. 30, 2008; dimension 0 is van der Corput's) under nested uniform scrambling
 * (Owen 1995, by the hash of Laine and Karras as in Burley: Practical hash-based Owen scrambling.
 * JCGT 2020). Immutable.
 */
public final class StratifiedSequence implements Uniforms {
  private static final int BLOCK_BITS = 4;

  private static final int BLOCK_ROWS = 1 << BLOCK_BITS;

  private static final int PLACE = BLOCK_ROWS - 1;

  /** The numbers of a block, as many bits each as they have. */
  private static final long IN_ORDER = 0xfedcba9876543210L;

  /** What a uniform has besides the 32 bits of the stratum. */
  private static final int FINE_BITS = 20;

  /** A uniform is made of a word's upper bits. */
  private static final int UNUSED_BITS = Long.SIZE - Integer.SIZE - FINE_BITS;

  /**
   * For each dimension from 1 the inner coefficients of a primitive polynomial over two elements,
   * and the first direction numbers, as many as its degree.
   */
  private static final int[][] POLYNOMIALS = {
    {0, 1},
    {1, 1, 3},
    {1, 1, 3, 1}
  };

  /**
   * How many sequences can be spread evenly together. More would not be: in a narrow part of one, a
   * later one of Sobol's dimensions leaves holes until there are many more rows.
   */
  public static final int DIMENSIONS = POLYNOMIALS.length + 1;

  private final long dealing;
  private final long scrambling;
  private final int[] directions;

  private StratifiedSequence(int dimension, long dealing, long scrambling) {
    this.dealing = dealing;
    this.scrambling = scrambling;
    this.directions = directions(dimension);
  }

  /** The sequence by itself that the first two words of a stream define. */
  public static StratifiedSequence of(RandomStream stream) {
    long[] words = new long[2];
    stream.words(0, words.length, words);
    return new StratifiedSequence(0, words[0], words[1]);
  }

  /**
   * One of the sequences that are spread evenly together.
   *
   * @param dimension which one, below {@link #DIMENSIONS}
   * @param dealing its first word deals the rows: the same stream for all
   * @param scrambling its first word scrambles the places: a stream for each
   */
  public static StratifiedSequence of(
      int dimension, RandomStream dealing, RandomStream scrambling) {
    long[] words = new long[2];
    dealing.words(0, 1, words);
    long dealt = words[0];
    scrambling.words(0, 1, words);
    return new StratifiedSequence(dimension, dealt, words[0]);
  }

  /** The columns of the generating matrix, the most significant bit of a place in bit 31. */
  private static int[] directions(int dimension) {
    int[] directions = new int[Integer.SIZE];
    if (dimension == 0) {
      for (int i = 0; i < directions.length; i++) {
        directions[i] = 1 << (Integer.SIZE - 1 - i);
      }
      return directions;
    }
    int[] polynomial = POLYNOMIALS[dimension - 1];
    int degree = polynomial.length - 1;
    for (int i = 0; i < directions.length; i++) {
      if (i < degree) {
        directions[i] = polynomial[i + 1] << (Integer.SIZE - 1 - i);
      } else {
        directions[i] = directions[i - degree] ^ (directions[i - degree] >>> degree);
        for (int k = 1; k < degree; k++) {
          if ((polynomial[0] >>> (degree - 1 - k) & 1) == 1) {
            directions[i] ^= directions[i - k];
          }
        }
      }
    }
    return directions;
  }

  @Override
  public void uniforms(long first, int count, double[] uniforms) {
    for (int i = 0; i < count; i++) {
      long dealt = dealt(first + i);
      long key = CounterHash.hash(scrambling, dealt >>> Integer.SIZE);
      int place = Integer.reverse(point(shuffled((int) dealt)));
      long stratum = Integer.toUnsignedLong(Integer.reverse(scrambled(place, (int) key)));
      long fine = CounterHash.hash(scrambling ^ dealing, first + i) >>> (Long.SIZE - FINE_BITS);
      uniforms[i] = RandomStream.uniform(((stratum << FINE_BITS) | fine) << UNUSED_BITS);
    }
  }

  /**
   * The blocks in another order, each whole: or else sequences by themselves would know of each
   * other, as the upper bits of all places came from the same few bits of the row.
   */
  private int shuffled(int number) {
    return Integer.reverse(scrambled(Integer.reverse(number), (int) (dealing >>> Integer.SIZE)));
  }

  private int point(int number) {
    int point = 0;
    for (int rest = number; rest != 0; rest &= rest - 1) {
      point ^= directions[Integer.numberOfTrailingZeros(rest)];
    }
    return point;
  }

  /** The row's number after those of its block are dealt, by Fisher's and Yates' shuffle. */
  private long dealt(long row) {
    long block = row >>> BLOCK_BITS;
    long choices = CounterHash.hash(dealing, block) >>> 1;
    int place = (int) row & PLACE;
    long numbers = IN_ORDER;
    for (int i = BLOCK_ROWS - 1; i >= place && i > 0; i--) {
      int other = (int) (choices % (i + 1));
      choices /= i + 1;
      numbers = swapped(numbers, i, other);
    }
    return (block << BLOCK_BITS) | (numbers >>> (BLOCK_BITS * place) & PLACE);
  }

  /** Of packed numbers, those at two places exchanged. */
  private static long swapped(long numbers, int a, int b) {
    long difference = (numbers >>> (BLOCK_BITS * a) ^ numbers >>> (BLOCK_BITS * b)) & PLACE;
    return numbers ^ (difference << (BLOCK_BITS * a)) ^ (difference << (BLOCK_BITS * b));
  }

  /** A permutation whose lower bits depend on no higher ones. */
  private static int scrambled(int number, int key) {
    int x = number + key;
    x ^= x * 0x6c50b47c;
    x ^= x * 0xb82f1e52;
    x ^= x * 0xc7afe638;
    x ^= x * 0x8d22f6e6;
    return x;
  }
}
