package io.mirrorlake.synthesizer.source;

import io.mirrorlake.synthesizer.column.Booleans;
import io.mirrorlake.synthesizer.column.Bytes;
import io.mirrorlake.synthesizer.column.Doubles;
import io.mirrorlake.synthesizer.column.Floats;
import io.mirrorlake.synthesizer.column.Ints;
import io.mirrorlake.synthesizer.column.Longs;
import io.mirrorlake.synthesizer.column.Shorts;
import io.mirrorlake.synthesizer.column.Texts;
import io.mirrorlake.synthesizer.column.Values;
import io.mirrorlake.synthesizer.column.WideDecimals;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarArray;
import org.apache.spark.sql.vectorized.ColumnarMap;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Spark's view of a column of a block, without a copy. Every access but that of the column's own
 * type is a defect.
 */
abstract class ValuesVector extends ColumnVector {
  private final Values values;

  ValuesVector(DataType type, Values values) {
    super(type);
    this.values = values;
  }

  /** The view of the values. */
  static ValuesVector of(DataType type, Values values) {
    if (values instanceof Ints ints) {
      return new NumberVectors.OfInts(type, ints);
    }
    if (values instanceof Longs longs) {
      return new NumberVectors.OfLongs(type, longs);
    }
    if (values instanceof Texts texts) {
      return type.equals(DataTypes.BinaryType)
          ? new BytesVector(type, texts)
          : new TextVector(type, texts);
    }
    if (values instanceof Doubles doubles) {
      return new NumberVectors.OfDoubles(type, doubles);
    }
    if (values instanceof Floats floats) {
      return new NumberVectors.OfFloats(type, floats);
    }
    if (values instanceof Booleans booleans) {
      return new NumberVectors.OfBooleans(type, booleans);
    }
    if (values instanceof Bytes bytes) {
      return new NumberVectors.OfBytes(type, bytes);
    }
    if (values instanceof Shorts shorts) {
      return new NumberVectors.OfShorts(type, shorts);
    }
    return new NumberVectors.OfWideDecimals(type, (WideDecimals) values);
  }

  private UnsupportedOperationException not(String type) {
    return new UnsupportedOperationException("a column of " + dataType() + " is read as " + type);
  }

  @Override
  public void close() {
    // Arrays on the heap need no closing.
  }

  @Override
  public boolean hasNull() {
    return values.nullCount() > 0;
  }

  @Override
  public int numNulls() {
    return values.nullCount();
  }

  @Override
  public boolean isNullAt(int row) {
    return values.isNull(row);
  }

  @Override
  public boolean getBoolean(int row) {
    throw not("boolean");
  }

  @Override
  public byte getByte(int row) {
    throw not("byte");
  }

  @Override
  public short getShort(int row) {
    throw not("short");
  }

  @Override
  public int getInt(int row) {
    throw not("int");
  }

  @Override
  public long getLong(int row) {
    throw not("long");
  }

  @Override
  public float getFloat(int row) {
    throw not("float");
  }

  @Override
  public double getDouble(int row) {
    throw not("double");
  }

  @Override
  public Decimal getDecimal(int row, int precision, int scale) {
    throw not("decimal");
  }

  @Override
  public UTF8String getUTF8String(int row) {
    throw not("string");
  }

  @Override
  public byte[] getBinary(int row) {
    throw not("binary");
  }

  @Override
  public ColumnarArray getArray(int row) {
    throw not("array");
  }

  @Override
  public ColumnarMap getMap(int row) {
    throw not("map");
  }

  @Override
  public ColumnVector getChild(int ordinal) {
    throw not("struct");
  }
}
