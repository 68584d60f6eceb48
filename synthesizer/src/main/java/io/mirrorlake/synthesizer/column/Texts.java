package io.mirrorlake.synthesizer.column;

import io.mirrorlake.synthesizer.random.CounterHash;
import java.util.Arrays;

/**
 * Values of a column of strings or bytes: each is a word of a dictionary, or a text that was made
 * for its row. Strings are UTF-8. The bytes of made texts are valid until the next block is
 * sampled.
 */
public final class Texts extends Values {
  /** The code of a row whose text is not in the dictionary. */
  public static final int MADE = -1;

  /** The most bytes a UTF-16 unit takes in UTF-8: a pair of surrogates takes four for two. */
  private static final int BYTES_PER_CHAR = 3;

  private static final int HEXADECIMAL = 16;

  /** What stands in for half of a surrogate pair. */
  private static final char REPLACEMENT = '\uFFFD';

  private final byte[][] dictionary;
  private final int[] codes;
  private final int[] starts;
  private final int[] lengths;
  private byte[] bytes = new byte[0];
  private int used;

  Texts(int capacity, boolean nullable, byte[][] dictionary, boolean made) {
    super(capacity, nullable);
    this.dictionary = dictionary;
    this.codes = new int[capacity];
    this.starts = new int[made ? capacity : 0];
    this.lengths = new int[made ? capacity : 0];
  }

  /** The words that codes refer to. */
  public byte[][] dictionary() {
    return dictionary;
  }

  /** The code of each row, or {@link #MADE}. */
  public int[] codes() {
    return codes;
  }

  /** The bytes that hold the made texts. */
  public byte[] bytes() {
    return bytes;
  }

  /** Where the row's made text starts. */
  public int start(int row) {
    return starts[row];
  }

  /** How many bytes the row's made text has. */
  public int length(int row) {
    return lengths[row];
  }

  /** A hash of the row's text, whether it is a word of the dictionary or made. */
  long hash(int row) {
    if (codes[row] == MADE) {
      return hash(bytes, starts[row], starts[row] + lengths[row]);
    }
    byte[] word = dictionary[codes[row]];
    return hash(word, 0, word.length);
  }

  /** The hash of these bytes. */
  static long hash(byte[] bytes, int start, int end) {
    long hash = (long) end - start;
    for (int i = start; i < end; i++) {
      hash = CounterHash.hash(hash, bytes[i]);
    }
    return hash;
  }

  @Override
  void begin(Tile tile) {
    super.begin(tile);
    if (tile.offset() == 0) {
      used = 0;
    }
  }

  /** Makes the first {@code length} characters the text of a row. */
  void make(int row, char[] text, int length) {
    if (used + length * BYTES_PER_CHAR > bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * (used + length * BYTES_PER_CHAR));
    }
    codes[row] = MADE;
    starts[row] = used;
    for (int i = 0; i < length; i++) {
      char c = text[i];
      if (c < 0x80) {
        bytes[used++] = (byte) c;
      } else if (Character.isHighSurrogate(c)
          && i + 1 < length
          && Character.isLowSurrogate(text[i + 1])) {
        encode(Character.toCodePoint(c, text[++i]));
      } else {
        encode(Character.isSurrogate(c) ? REPLACEMENT : c);
      }
    }
    lengths[row] = used - starts[row];
  }

  /** Makes the bytes of the first {@code length} pairs of hexadecimal digits those of a row. */
  void makeBytes(int row, char[] digits, int length) {
    if (used + length > bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * (used + length));
    }
    codes[row] = MADE;
    starts[row] = used;
    lengths[row] = length;
    for (int i = 0; i < length; i++) {
      int high = Character.digit(digits[2 * i], HEXADECIMAL);
      bytes[used++] = (byte) (high << 4 | Character.digit(digits[2 * i + 1], HEXADECIMAL));
    }
  }

  /** The other values have the same dictionary. */
  @Override
  void copy(Values from, int fromRow, int row) {
    Texts texts = (Texts) from;
    codes[row] = texts.codes[fromRow];
    if (codes[row] == MADE) {
      int length = texts.lengths[fromRow];
      if (used + length > bytes.length) {
        bytes = Arrays.copyOf(bytes, 2 * (used + length));
      }
      starts[row] = used;
      lengths[row] = length;
      System.arraycopy(texts.bytes, texts.starts[fromRow], bytes, used, length);
      used += length;
    }
  }

  @Override
  boolean hasEqual(int a, int b) {
    byte[] left = codes[a] == MADE ? bytes : dictionary[codes[a]];
    byte[] right = codes[b] == MADE ? bytes : dictionary[codes[b]];
    int leftStart = codes[a] == MADE ? starts[a] : 0;
    int rightStart = codes[b] == MADE ? starts[b] : 0;
    int leftEnd = codes[a] == MADE ? starts[a] + lengths[a] : left.length;
    int rightEnd = codes[b] == MADE ? starts[b] + lengths[b] : right.length;
    return Arrays.equals(left, leftStart, leftEnd, right, rightStart, rightEnd);
  }

  /** Appends a code point above U+007F in UTF-8 (RFC 3629). */
  private void encode(int codePoint) {
    if (codePoint < 0x800) {
      bytes[used++] = (byte) (0xC0 | codePoint >> 6);
    } else {
      if (codePoint < 0x10000) {
        bytes[used++] = (byte) (0xE0 | codePoint >> 12);
      } else {
        bytes[used++] = (byte) (0xF0 | codePoint >> 18);
        bytes[used++] = (byte) (0x80 | ((codePoint >> 12) & 0x3F));
      }
      bytes[used++] = (byte) (0x80 | ((codePoint >> 6) & 0x3F));
    }
    bytes[used++] = (byte) (0x80 | (codePoint & 0x3F));
  }
}
