package io.mirrorlake.synthesizer.column;

import io.mirrorlake.profiler.marginal.CategoricalMarginal;
import io.mirrorlake.profiler.marginal.CategoricalMarginal.Remainder;
import io.mirrorlake.synthesizer.random.RandomStream;
import java.util.HexFormat;
import java.util.Optional;

/** The law of a column of bytes: those of a dictionary, and random ones for the remainder. */
final class BinaryLaw implements ColumnLaw {
  /**
   * The purpose in the name of the random stream that bytes are made from; part of every golden
   * digest.
   */
  private static final String BYTES_STREAM = "bytes";

  private final SegmentIndex index;
  private final byte[][] words;
  private final Optional<TextMaker> maker;
  private final RandomStream stream;
  private final boolean nullable;

  private BinaryLaw(Place place, CategoricalMarginal marginal, long seed) {
    this.index = SegmentIndex.of(marginal);
    this.words =
        marginal.categories().stream()
            .map(category -> HexFormat.of().parseHex(category.value()))
            .toArray(byte[][]::new);
    this.maker = marginal.remainder().map(Remainder::format).map(TextMaker::of);
    this.stream = RandomStream.of(seed, place.table(), place.column().name(), BYTES_STREAM);
    this.nullable = place.column().nullable();
  }

  static BinaryLaw of(Place place, CategoricalMarginal marginal, long seed) {
    return new BinaryLaw(place, marginal, seed);
  }

  @Override
  public ColumnSampler sampler(int blockRows) {
    return new Sampler(new Texts(blockRows, nullable, words, maker.isPresent()));
  }

  private final class Sampler implements ColumnSampler {
    private final Texts values;
    private final long[] randomWords = new long[Tile.MAX_ROWS];
    private final char[] digits = new char[maker.map(TextMaker::maxLength).orElse(0)];

    Sampler(Texts values) {
      this.values = values;
    }

    @Override
    public Values values() {
      return values;
    }

    @Override
    public void sample(Tile tile, double[] uniforms) {
      values.begin(tile);
      if (maker.isPresent()) {
        stream.words(tile.firstRow(), tile.rows(), randomWords);
      }
      for (int i = 0; i < tile.rows(); i++) {
        int row = tile.offset() + i;
        int segment = index.find(uniforms[i]);
        boolean isNull = segment == index.segments();
        if (nullable) {
          values.setNull(row, isNull);
        }
        values.codes()[row] = isNull ? 0 : segment;
        if (segment == words.length && !isNull) {
          // Two digits a byte: an odd one at the end is left out.
          values.makeBytes(row, digits, maker.orElseThrow().make(randomWords[i], digits) / 2);
        }
      }
    }
  }
}
