package io.mirrorlake.synthesizer.random;

/**
 * Places that look random, and of which every part of (0, 1) gets its share: of any 64 2^m rows in
 * a row whose first is a multiple of as many, exactly one has its place in each of 64 2^m equal
 * parts. Sums over n rows then have an error that hardly grows with n.
 *
 * <p>Rows are dealt at random inside blocks of 64, so that neighbours tell nothing of each other,
 * and the number that comes out is reversed bit by bit (van der Corput's sequence) under nested
 * uniform scrambling (Owen 1995, by the hash of Laine and Karras as in Burley: Practical hash-based
 * Owen scrambling. JCGT 2020). Immutable.
 */
public final class StratifiedSequence implements Uniforms {
  /** The bits of a place in a block; a permutation works on two halves of them. */
  private static final int BLOCK_BITS = 6;

  private static final int HALF_BITS = 3;
  private static final int HALF_MASK = 7;

  /** As many bits as a function from one half to the other takes. */
  private static final int FUNCTION_BITS = 24;

  private static final int ROUNDS = 3;

  /** What a uniform has besides the 32 bits of the stratum. */
  private static final int FINE_BITS = 20;

  /** A uniform is made of a word's upper bits. */
  private static final int UNUSED_BITS = Long.SIZE - Integer.SIZE - FINE_BITS;

  private final long dealing;
  private final long scrambling;

  private StratifiedSequence(long dealing, long scrambling) {
    this.dealing = dealing;
    this.scrambling = scrambling;
  }

  /** The sequence that the first two words of a stream define. */
  public static StratifiedSequence of(RandomStream stream) {
    long[] words = new long[2];
    stream.words(0, words.length, words);
    return new StratifiedSequence(words[0], words[1]);
  }

  @Override
  public void uniforms(long first, int count, double[] uniforms) {
    for (int i = 0; i < count; i++) {
      long dealt = dealt(first + i);
      long key = CounterHash.hash(scrambling, dealt >>> Integer.SIZE);
      long stratum = Integer.toUnsignedLong(Integer.reverse(scrambled((int) dealt, (int) key)));
      long fine = CounterHash.hash(scrambling ^ dealing, first + i) >>> (Long.SIZE - FINE_BITS);
      uniforms[i] = RandomStream.uniform(((stratum << FINE_BITS) | fine) << UNUSED_BITS);
    }
  }

  /** The row's number after those of its block are dealt: a Feistel network of random functions. */
  private long dealt(long row) {
    long block = row >>> BLOCK_BITS;
    int low = (int) row & HALF_MASK;
    int high = (int) (row >>> HALF_BITS) & HALF_MASK;
    for (int round = 0; round < ROUNDS; round++) {
      long functions = CounterHash.hash(dealing + round, block);
      low ^= (int) (functions >>> (HALF_BITS * high)) & HALF_MASK;
      high ^= (int) (functions >>> (FUNCTION_BITS + HALF_BITS * low)) & HALF_MASK;
    }
    return (block << BLOCK_BITS) | ((long) high << HALF_BITS) | low;
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
