package io.mirrorlake.synthesizer.nested;

import io.mirrorlake.profiler.profile.ColumnProfile;
import io.mirrorlake.synthesizer.column.ColumnLaw;
import io.mirrorlake.synthesizer.column.ColumnSampler;
import io.mirrorlake.synthesizer.column.Tile;
import io.mirrorlake.synthesizer.column.Values;
import io.mirrorlake.synthesizer.random.CounterHash;
import io.mirrorlake.synthesizer.random.RandomStream;

/** Samples a leaf inside arrays or maps, each occurrence by itself. */
final class LeafSampler implements ElementSampler {
  /**
   * The purpose in the name of the random stream that leaves are drawn from; part of every golden
   * digest.
   */
  private static final String STREAM = "element";

  /** Some hundred elements a block to begin with. */
  private static final int LEAST_CAPACITY = 512;

  /** The fractional part of the golden ratio: its multiples spread evenly over the u-scale. */
  private static final double GOLDEN = 0.6180339887498949;

  private final ColumnLaw law;
  private final RandomStream stream;
  private final double[] uniforms = new double[Tile.MAX_ROWS];
  private ColumnSampler sampler;
  private int capacity = LEAST_CAPACITY;
  private int generation;

  LeafSampler(String table, ColumnProfile leaf, long seed) {
    this.law = ColumnLaw.of(table, leaf, seed);
    this.stream = RandomStream.of(seed, table, leaf.name(), STREAM);
    this.sampler = law.sampler(capacity);
  }

  Values leaf() {
    return sampler.values();
  }

  @Override
  public FieldValues values() {
    return new FieldValues.Plain(sampler.values());
  }

  @Override
  public int generation() {
    return generation;
  }

  @Override
  public void sample(Runs runs) {
    if (runs.total() > capacity) {
      capacity = 2 * Integer.highestOneBit(runs.total());
      sampler = law.sampler(capacity);
      generation++;
    }
    for (int run = 0; run < runs.count(); run++) {
      for (int done = 0; done < runs.length(run); done += Tile.MAX_ROWS) {
        int rows = Math.min(Tile.MAX_ROWS, runs.length(run) - done);
        long first = runs.firstId(run) + done;
        stream.uniforms(first, rows, uniforms);
        sampler.sample(new Tile(first, rows, runs.start(run) + done), uniforms);
      }
    }
  }

  /**
   * Writes another value for one occurrence. The attempts' places on the u-scale are multiples of
   * the golden ratio away from the first: n of them leave no gap wider than 2 / n.
   */
  void sampleAgain(int place, long id, int attempt) {
    stream.uniforms(id, 1, uniforms);
    double u = uniforms[0] + attempt * GOLDEN;
    uniforms[0] = u - Math.floor(u);
    sampler.sample(new Tile(CounterHash.hash(id, attempt) >>> 2, 1, place), uniforms);
  }
}
