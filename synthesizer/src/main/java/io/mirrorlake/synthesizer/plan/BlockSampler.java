package io.mirrorlake.synthesizer.plan;

import io.mirrorlake.profiler.profile.ColumnProfile;
import io.mirrorlake.profiler.profile.ColumnProfile.Drawn;
import io.mirrorlake.synthesizer.column.ColumnLaw;
import io.mirrorlake.synthesizer.column.ColumnSampler;
import io.mirrorlake.synthesizer.column.Tile;
import io.mirrorlake.synthesizer.column.Values;
import io.mirrorlake.synthesizer.dependence.Dependence;
import io.mirrorlake.synthesizer.dependence.Draw;
import io.mirrorlake.synthesizer.nested.FieldValues;
import io.mirrorlake.synthesizer.nested.NestedField;
import io.mirrorlake.synthesizer.random.RandomStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Fills a block of rows, column by column. Word i of every random stream belongs to row i, so that
 * any rows can be asked for, in any order and any number. Memory is that of one block. Not for use
 * by several threads at once.
 */
public final class BlockSampler {
  /** The most rows of a block: what Spark's columnar readers hand over at a time. */
  public static final int BLOCK_ROWS = 4096;

  private static final double[] NO_UNIFORMS = new double[0];

  private final Dependence dependence;
  private final RandomStream[] streams;
  private final double[][] arrays;
  private final ColumnSampler[] samplers;
  private final double[][] uniforms;
  private final List<NestedField> nested = new ArrayList<>();
  private final List<FieldValues> fields = new ArrayList<>();

  BlockSampler(GenerationPlan plan, long seed, Dependence dependence, List<ColumnLaw> laws) {
    String table = plan.table().name();
    List<ColumnProfile> columns = plan.columns();
    this.dependence = dependence;
    this.streams =
        dependence.draws().stream()
            .map(draw -> stream(table, seed, draw))
            .toArray(RandomStream[]::new);
    this.arrays = new double[streams.length][Tile.MAX_ROWS];
    this.samplers = laws.stream().map(law -> law.sampler(BLOCK_ROWS)).toArray(ColumnSampler[]::new);
    this.uniforms = new double[samplers.length][];
    int drawn = 0;
    for (int i = 0; i < samplers.length; i++) {
      uniforms[i] =
          columns.get(i) instanceof Drawn ? arrays[dependence.slot(drawn++)] : NO_UNIFORMS;
    }
    addFields(plan, seed);
  }

  private void addFields(GenerationPlan plan, long seed) {
    Map<String, Values> leaves = new HashMap<>();
    for (int i = 0; i < samplers.length; i++) {
      leaves.put(plan.columns().get(i).name(), samplers[i].values());
    }
    for (String field : plan.fields()) {
      Optional<NestedField> put =
          plan.table()
              .nested(field)
              .map(
                  column ->
                      NestedField.of(
                          plan.table().name(), column, seed, path -> leaf(leaves, path)));
      put.ifPresent(nested::add);
      fields.add(
          put.map(NestedField::values).orElseGet(() -> new FieldValues.Plain(leaf(leaves, field))));
    }
  }

  private static Values leaf(Map<String, Values> leaves, String path) {
    return Objects.requireNonNull(leaves.get(path), path);
  }

  private static RandomStream stream(String table, long seed, Draw draw) {
    return RandomStream.of(seed, table, draw.column(), draw.purpose().streamName());
  }

  /**
   * Fills the values with rows {@code firstRow} to {@code firstRow + rows - 1}.
   *
   * @param firstRow any row index
   * @param rows 1 to {@link #BLOCK_ROWS}
   */
  public void sample(long firstRow, int rows) {
    if (firstRow < 0 || rows < 1 || rows > BLOCK_ROWS) {
      throw new IllegalArgumentException(rows + " rows from row " + firstRow);
    }
    for (int offset = 0; offset < rows; offset += Tile.MAX_ROWS) {
      sample(new Tile(firstRow + offset, Math.min(Tile.MAX_ROWS, rows - offset), offset));
    }
    for (NestedField field : nested) {
      field.sample(firstRow, rows);
    }
  }

  private void sample(Tile tile) {
    for (int i = 0; i < streams.length; i++) {
      streams[i].uniforms(tile.firstRow(), tile.rows(), arrays[i]);
    }
    dependence.couple(arrays, tile.rows());
    for (int i = 0; i < samplers.length; i++) {
      samplers[i].sample(tile, uniforms[i]);
    }
  }

  /** The values of a field of the plan, for the rows filled last. */
  public FieldValues field(int field) {
    return fields.get(field);
  }

  /** The values of a column, for the rows filled last. */
  public Values values(int column) {
    return samplers[column].values();
  }
}
