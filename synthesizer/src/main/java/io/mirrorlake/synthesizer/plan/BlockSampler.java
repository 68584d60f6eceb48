package io.mirrorlake.synthesizer.plan;

import io.mirrorlake.synthesizer.column.Tile;
import io.mirrorlake.synthesizer.column.Values;
import io.mirrorlake.synthesizer.nested.FieldValues;
import io.mirrorlake.synthesizer.nested.NestedField;
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
  public static final int BLOCK_ROWS = Tile.MAX_ROWS;

  private final PlacedRows rows;
  private final double[][] arrays;
  private final List<NullSteering> nulls;
  private final List<ColumnStage> stages;
  private final Values[] wanted;
  private final List<NestedField> nested = new ArrayList<>();
  private final List<FieldValues> fields = new ArrayList<>();

  BlockSampler(
      GenerationPlan plan, long seed, PlacedRows rows, double[][] arrays, StageBuilder stages) {
    this.rows = rows;
    this.arrays = arrays;
    this.nulls = stages.nulls();
    this.stages = stages.stages();
    this.wanted =
        plan.columns().stream()
            .map(column -> stages.stage(column.name()).values())
            .toArray(Values[]::new);
    addFields(plan, seed);
  }

  private void addFields(GenerationPlan plan, long seed) {
    Map<String, Values> leaves = new HashMap<>();
    for (int i = 0; i < wanted.length; i++) {
      leaves.put(plan.columns().get(i).name(), wanted[i]);
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

  /**
   * Fills the values with rows {@code firstRow} to {@code firstRow + rows - 1}.
   *
   * @param firstRow any row index
   * @param count 1 to {@link #BLOCK_ROWS}
   */
  public void sample(long firstRow, int count) {
    if (firstRow < 0 || count < 1 || count > BLOCK_ROWS) {
      throw new IllegalArgumentException(count + " rows from row " + firstRow);
    }
    for (int offset = 0; offset < count; offset += rows.tileRows()) {
      int tileRows = Math.min(rows.tileRows(), count - offset);
      sample(new Tile(firstRow + offset, tileRows, offset));
    }
    for (NestedField field : nested) {
      field.sample(firstRow, count);
    }
  }

  private void sample(Tile tile) {
    rows.positions(tile, arrays);
    for (NullSteering rule : nulls) {
      rule.steer(tile.rows());
    }
    for (ColumnStage stage : stages) {
      stage.sample(tile);
    }
  }

  /** The values of a field of the plan, for the rows filled last. */
  public FieldValues field(int field) {
    return fields.get(field);
  }

  /** The values of a column, for the rows filled last. */
  public Values values(int column) {
    return wanted[column];
  }
}
