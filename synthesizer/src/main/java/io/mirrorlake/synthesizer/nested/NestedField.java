package io.mirrorlake.synthesizer.nested;

import io.mirrorlake.profiler.profile.NestedColumn;
import io.mirrorlake.profiler.schema.ColumnType;
import io.mirrorlake.profiler.schema.FieldType;
import io.mirrorlake.profiler.schema.FieldType.ArrayOf;
import io.mirrorlake.profiler.schema.FieldType.Field;
import io.mirrorlake.profiler.schema.FieldType.MapOf;
import io.mirrorlake.profiler.schema.FieldType.Struct;
import io.mirrorlake.synthesizer.column.Ints;
import io.mirrorlake.synthesizer.column.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A nested column of a block: its values, and what has to be sampled besides its row leaves. */
public final class NestedField {
  private final String table;
  private final NestedColumn column;
  private final long seed;
  private final Function<String, Values> rowLeaves;
  private final List<ListField> lists = new ArrayList<>();
  private final FieldValues values;

  private NestedField(
      String table, NestedColumn column, long seed, Function<String, Values> rowLeaves) {
    this.table = table;
    this.column = column;
    this.seed = seed;
    this.rowLeaves = rowLeaves;
    this.values = row(column.name(), column.type());
  }

  /**
   * The field.
   *
   * @param rowLeaves gives the values of the leaf at a path that has one value a row
   */
  public static NestedField of(
      String table, NestedColumn column, long seed, Function<String, Values> rowLeaves) {
    return new NestedField(table, column, seed, rowLeaves);
  }

  /** The values of the rows sampled last. */
  public FieldValues values() {
    return values;
  }

  /** Completes a block whose row leaves have been sampled. */
  public void sample(long firstRow, int rows) {
    for (ListField list : lists) {
      list.sampleRows(firstRow, rows);
    }
  }

  private FieldValues row(String path, FieldType type) {
    if (type instanceof ColumnType) {
      return new FieldValues.Plain(rowLeaves.apply(path));
    }
    if (type instanceof Struct struct) {
      List<FieldValues> fields = new ArrayList<>();
      for (Field field : struct.fields()) {
        fields.add(row(path + "." + field.name(), field.type()));
      }
      return new FieldValues.Structs(rowLeaves.apply(path), fields);
    }
    Ints sizes = (Ints) rowLeaves.apply(FieldType.sizeOf(path));
    ListField list = new ListField(sizes, parts(path, type));
    lists.add(list);
    return list;
  }

  private List<ElementSampler> parts(String path, FieldType type) {
    if (type instanceof MapOf map) {
      return List.of(leaf(FieldType.keyOf(path)), element(FieldType.valueOf(path), map.value()));
    }
    return List.of(element(FieldType.elementOf(path), ((ArrayOf) type).element()));
  }

  private LeafSampler leaf(String path) {
    return new LeafSampler(table, column.repeated(path), seed);
  }

  private ElementSampler element(String path, FieldType type) {
    if (type instanceof ColumnType) {
      return leaf(path);
    }
    if (type instanceof Struct struct) {
      List<ElementSampler> fields = new ArrayList<>();
      for (Field field : struct.fields()) {
        fields.add(element(path + "." + field.name(), field.type()));
      }
      return new StructSampler(leaf(path), fields);
    }
    return new ListSampler(leaf(FieldType.sizeOf(path)), parts(path, type));
  }
}
