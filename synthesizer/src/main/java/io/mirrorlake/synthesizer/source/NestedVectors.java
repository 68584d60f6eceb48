package io.mirrorlake.synthesizer.source;

import io.mirrorlake.synthesizer.nested.FieldValues;
import io.mirrorlake.synthesizer.nested.ListField;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarArray;
import org.apache.spark.sql.vectorized.ColumnarMap;

/** The views of structs, arrays and maps. */
final class NestedVectors {
  private NestedVectors() {}

  /** The view of a field's values. */
  static ColumnVector of(DataType type, FieldValues values) {
    if (values instanceof FieldValues.Plain plain) {
      return ValuesVector.of(type, plain.values());
    }
    if (values instanceof FieldValues.Structs structs) {
      return new OfStructs((StructType) type, structs);
    }
    ListField list = (ListField) values;
    return type instanceof MapType map
        ? new OfMaps(map, list)
        : new OfArrays((ArrayType) type, list);
  }

  static final class OfStructs extends ValuesVector {
    private final ColumnVector[] fields;

    OfStructs(StructType type, FieldValues.Structs structs) {
      super(type, structs.presence());
      this.fields = new ColumnVector[structs.fields().size()];
      for (int i = 0; i < fields.length; i++) {
        fields[i] = NestedVectors.of(type.apply(i).dataType(), structs.fields().get(i));
      }
    }

    @Override
    public ColumnVector getChild(int ordinal) {
      return fields[ordinal];
    }
  }

  /** The view of one part of a list field, made again where the arrays behind it are others. */
  private static final class Part {
    private final DataType type;
    private final ListField list;
    private final int part;
    private int generation;
    private ColumnVector vector;

    Part(DataType type, ListField list, int part) {
      this.type = type;
      this.list = list;
      this.part = part;
      this.generation = list.generation();
      this.vector = NestedVectors.of(type, list.part(part));
    }

    ColumnVector vector() {
      if (generation != list.generation()) {
        generation = list.generation();
        vector = NestedVectors.of(type, list.part(part));
      }
      return vector;
    }
  }

  static final class OfArrays extends ValuesVector {
    private final ListField list;
    private final Part elements;

    OfArrays(ArrayType type, ListField list) {
      super(type, list.sizes());
      this.list = list;
      this.elements = new Part(type.elementType(), list, 0);
    }

    @Override
    public ColumnarArray getArray(int row) {
      return new ColumnarArray(elements.vector(), list.start(row), list.length(row));
    }
  }

  static final class OfMaps extends ValuesVector {
    private final ListField list;
    private final Part keys;
    private final Part values;

    OfMaps(MapType type, ListField list) {
      super(type, list.sizes());
      this.list = list;
      this.keys = new Part(type.keyType(), list, 0);
      this.values = new Part(type.valueType(), list, 1);
    }

    @Override
    public ColumnarMap getMap(int row) {
      return new ColumnarMap(keys.vector(), values.vector(), list.start(row), list.length(row));
    }
  }
}
