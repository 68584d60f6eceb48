package io.mirrorlake.synthesizer.source;

import io.mirrorlake.synthesizer.column.Booleans;
import io.mirrorlake.synthesizer.column.Bytes;
import io.mirrorlake.synthesizer.column.Doubles;
import io.mirrorlake.synthesizer.column.Floats;
import io.mirrorlake.synthesizer.column.Ints;
import io.mirrorlake.synthesizer.column.Longs;
import io.mirrorlake.synthesizer.column.Shorts;
import io.mirrorlake.synthesizer.column.WideDecimals;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.Decimal;

/**
 * The views of columns that are not strings. One class a type, so that each call in Spark's
 * generated code has one target.
 */
final class NumberVectors {
  private NumberVectors() {}

  static final class OfBooleans extends ValuesVector {
    private final boolean[] array;

    OfBooleans(DataType type, Booleans values) {
      super(type, values);
      this.array = values.array();
    }

    @Override
    public boolean getBoolean(int row) {
      return array[row];
    }
  }

  static final class OfBytes extends ValuesVector {
    private final byte[] array;

    OfBytes(DataType type, Bytes values) {
      super(type, values);
      this.array = values.array();
    }

    @Override
    public byte getByte(int row) {
      return array[row];
    }
  }

  static final class OfShorts extends ValuesVector {
    private final short[] array;

    OfShorts(DataType type, Shorts values) {
      super(type, values);
      this.array = values.array();
    }

    @Override
    public short getShort(int row) {
      return array[row];
    }
  }

  static final class OfInts extends ValuesVector {
    private final int[] array;

    OfInts(DataType type, Ints values) {
      super(type, values);
      this.array = values.array();
    }

    @Override
    public int getInt(int row) {
      return array[row];
    }
  }

  static final class OfLongs extends ValuesVector {
    private final long[] array;

    OfLongs(DataType type, Longs values) {
      super(type, values);
      this.array = values.array();
    }

    @Override
    public long getLong(int row) {
      return array[row];
    }

    /** Decimals of up to 18 digits are whole numbers of the last digit. */
    @Override
    public Decimal getDecimal(int row, int precision, int scale) {
      return Decimal.createUnsafe(array[row], precision, scale);
    }
  }

  static final class OfFloats extends ValuesVector {
    private final float[] array;

    OfFloats(DataType type, Floats values) {
      super(type, values);
      this.array = values.array();
    }

    @Override
    public float getFloat(int row) {
      return array[row];
    }
  }

  static final class OfDoubles extends ValuesVector {
    private final double[] array;

    OfDoubles(DataType type, Doubles values) {
      super(type, values);
      this.array = values.array();
    }

    @Override
    public double getDouble(int row) {
      return array[row];
    }
  }

  static final class OfWideDecimals extends ValuesVector {
    private final BigInteger[] array;

    OfWideDecimals(DataType type, WideDecimals values) {
      super(type, values);
      this.array = values.array();
    }

    @Override
    public Decimal getDecimal(int row, int precision, int scale) {
      return Decimal.apply(new BigDecimal(array[row], scale), precision, scale);
    }
  }
}
