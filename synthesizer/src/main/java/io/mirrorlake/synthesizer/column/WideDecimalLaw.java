package io.mirrorlake.synthesizer.column;

import io.mirrorlake.profiler.marginal.Notation;
import java.math.BigDecimal;
import java.math.BigInteger;

/** The law of decimals of more than 18 digits. */
final class WideDecimalLaw implements ColumnLaw {
  private final GridSegments segments;
  private final double[] rates;
  private final boolean nullable;

  private WideDecimalLaw(GridSegments segments, boolean nullable) {
    this.segments = segments;
    this.rates = segments.rates();
    this.nullable = nullable;
  }

  static WideDecimalLaw of(Place place, GridSegments segments) {
    return new WideDecimalLaw(segments, place.column().nullable());
  }

  @Override
  public ColumnSampler sampler(int blockRows) {
    return new Sampler(new WideDecimals(blockRows, nullable));
  }

  private BigInteger number(int segment, double u) {
    BigInteger last = segments.last()[segment];
    if (last.signum() == 0) {
      return segments.base()[segment];
    }
    double moved = segments.spreads().moved(segment, u);
    double k = Math.floor((moved - segments.index().start(segment)) * rates[segment]);
    BigInteger steps = new BigDecimal(k).toBigInteger().min(last);
    BigInteger n = segments.base()[segment].add(segments.step().multiply(steps));
    return segments.notation() == Notation.NUMBER
        ? n
        : BigInteger.valueOf(segments.notation().written(n.longValue()));
  }

  private final class Sampler implements ColumnSampler {
    private final WideDecimals values;

    Sampler(WideDecimals values) {
      this.values = values;
    }

    @Override
    public Values values() {
      return values;
    }

    @Override
    public void sample(Tile tile, double[] uniforms) {
      values.begin(tile);
      for (int i = 0; i < tile.rows(); i++) {
        int segment = segments.index().find(uniforms[i]);
        values.array()[tile.offset() + i] = number(segment, uniforms[i]);
        if (nullable) {
          values.setNull(tile.offset() + i, segment == segments.index().segments());
        }
      }
    }
  }
}
