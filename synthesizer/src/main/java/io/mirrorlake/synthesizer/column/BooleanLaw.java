package io.mirrorlake.synthesizer.column;

import io.mirrorlake.profiler.marginal.CategoricalMarginal;

/** The law of a boolean column. */
final class BooleanLaw implements ColumnLaw {
  private final SegmentIndex index;
  private final boolean[] words;
  private final boolean nullable;

  private BooleanLaw(SegmentIndex index, boolean[] words, boolean nullable) {
    this.index = index;
    this.words = words;
    this.nullable = nullable;
  }

  static BooleanLaw of(Place place, CategoricalMarginal marginal) {
    boolean[] words = new boolean[marginal.segmentCount() + 1];
    for (int s = 0; s < marginal.segmentCount(); s++) {
      words[s] = Boolean.parseBoolean(marginal.categories().get(s).value());
    }
    return new BooleanLaw(SegmentIndex.of(marginal), words, place.column().nullable());
  }

  @Override
  public ColumnSampler sampler(int blockRows) {
    return new Sampler(new Booleans(blockRows, nullable));
  }

  private final class Sampler implements ColumnSampler {
    private final Booleans values;

    Sampler(Booleans values) {
      this.values = values;
    }

    @Override
    public Values values() {
      return values;
    }

    @Override
    public void sample(Tile tile, double[] uniforms) {
      values.begin(tile);
      boolean[] array = values.array();
      for (int i = 0; i < tile.rows(); i++) {
        int segment = index.find(uniforms[i]);
        array[tile.offset() + i] = words[segment];
        if (nullable) {
          values.setNull(tile.offset() + i, segment == index.segments());
        }
      }
    }
  }
}
