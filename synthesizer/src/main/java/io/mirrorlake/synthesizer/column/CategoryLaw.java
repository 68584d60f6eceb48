package io.mirrorlake.synthesizer.column;

import io.mirrorlake.profiler.marginal.CategoricalMarginal;
import io.mirrorlake.profiler.marginal.CategoricalMarginal.Remainder;
import io.mirrorlake.profiler.marginal.PersonalFormat;
import io.mirrorlake.profiler.schema.ColumnType;
import io.mirrorlake.profiler.schema.ColumnType.Kind;
import io.mirrorlake.synthesizer.random.RandomStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The law of a column of strings: words of a dictionary, and made texts for the remainder. */
final class CategoryLaw implements ColumnLaw {
  /**
   * The purpose in the name of the random stream that texts are made from; part of every golden
   * digest.
   */
  private static final String TEXT_STREAM = "text";

  /** The purpose in the name of the random stream of a row's person; part of golden digests too. */
  private static final String PERSON_STREAM = "person";

  private final SegmentIndex index;
  private final byte[][] words;
  private final Optional<TextMaker> maker;
  private final RandomStream stream;
  private final boolean nullable;
  private final int limit;

  private CategoryLaw(Place place, CategoricalMarginal marginal, long seed) {
    this.index = SegmentIndex.of(marginal);
    this.words =
        marginal.categories().stream()
            .map(category -> category.value().getBytes(StandardCharsets.UTF_8))
            .toArray(byte[][]::new);
    this.maker = marginal.remainder().map(Remainder::format).map(TextMaker::of);
    this.stream = stream(place, marginal, seed);
    this.nullable = place.column().nullable();
    ColumnType type = place.column().type();
    this.limit = type.kind() == Kind.STRING ? Integer.MAX_VALUE : type.precision();
  }

  /** Personal data is made from one stream a person, so that a person's columns agree. */
  private static RandomStream stream(Place place, CategoricalMarginal marginal, long seed) {
    boolean personal =
        marginal
            .remainder()
            .map(Remainder::format)
            .filter(PersonalFormat.class::isInstance)
            .isPresent();
    return personal
        ? RandomStream.of(seed, place.table(), Integer.toString(place.person()), PERSON_STREAM)
        : RandomStream.of(seed, place.table(), place.column().name(), TEXT_STREAM);
  }

  static CategoryLaw of(Place place, CategoricalMarginal marginal, long seed) {
    return new CategoryLaw(place, marginal, seed);
  }

  @Override
  public ColumnSampler sampler(int blockRows) {
    return new Sampler(texts(blockRows), Optional.empty());
  }

  @Override
  public ColumnSampler sampler(int blockRows, KeptTexts kept) {
    return new Sampler(texts(blockRows), Optional.of(kept));
  }

  private Texts texts(int blockRows) {
    return new Texts(blockRows, nullable, words, maker.isPresent());
  }

  private final class Sampler implements ColumnSampler {
    private final Texts values;
    private final Optional<KeptTexts> kept;
    private final long[] randomWords = new long[Tile.MAX_ROWS];
    private final char[] text = new char[maker.map(TextMaker::maxLength).orElse(0)];

    Sampler(Texts values, Optional<KeptTexts> kept) {
      this.values = values;
      this.kept = kept;
    }

    @Override
    public Values values() {
      return values;
    }

    @Override
    public void sample(Tile tile, double[] uniforms) {
      values.begin(tile);
      int[] codes = values.codes();
      for (int i = 0; i < tile.rows(); i++) {
        codes[tile.offset() + i] = index.find(uniforms[i]);
      }
      if (nullable) {
        markNulls(tile, codes);
      }
      maker.ifPresent(texts -> makeTexts(tile, codes, texts));
    }

    /**
     * The segment of the nulls is no word: its code becomes 0, which every dictionary of a reader
     * has.
     */
    private void markNulls(Tile tile, int[] codes) {
      for (int row = tile.offset(); row < tile.offset() + tile.rows(); row++) {
        boolean isNull = codes[row] == index.segments();
        values.setNull(row, isNull);
        codes[row] = isNull ? 0 : codes[row];
      }
    }

    private void makeTexts(Tile tile, int[] codes, TextMaker texts) {
      stream.words(tile.firstRow(), tile.rows(), randomWords);
      kept.ifPresent(rows -> rows.carry(tile, randomWords));
      for (int i = 0; i < tile.rows(); i++) {
        int row = tile.offset() + i;
        if (codes[row] == words.length && !values.isNull(row)) {
          values.make(row, text, Math.min(limit, texts.make(randomWords[i], text)));
        }
      }
    }
  }
}
