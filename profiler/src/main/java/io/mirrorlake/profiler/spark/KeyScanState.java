package io.mirrorlake.profiler.spark;

import io.mirrorlake.profiler.relation.discovery.KeyType;
import io.mirrorlake.profiler.relation.discovery.ValueSample;
import io.mirrorlake.profiler.sketch.Hashing;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import org.apache.spark.sql.catalyst.InternalRow;

/** What a scan for keys accumulates; merging is associative, and commutative but for the texts. */
final class KeyScanState implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Enough to show a repetition in one row of a hundred with certainty. */
  private static final int SAMPLE_ROWS = 20_000;

  /** Enough to recognize names by. */
  private static final int MOST_TEXTS = 400;

  /** Partitions number their rows from multiples of this. */
  private static final int PLACE_BITS = 40;

  private final List<KeyType> types;
  private final long[] nulls;
  private final long[] least;
  private final long[] greatest;
  private final long[] lengths;
  private final List<ValueSample> values = new ArrayList<>();
  private final List<LinkedHashSet<String>> texts = new ArrayList<>();
  private final PriorityQueue<SampledRow> sample = new PriorityQueue<>(new HighestRankFirst());
  private long place;
  private long rows;

  /** A row's place in the order of the sample, and its values' hashes. */
  private static final class SampledRow implements Serializable {
    private static final long serialVersionUID = 1L;

    private final long rank;
    private final long[] hashes;

    SampledRow(long rank, long[] hashes) {
      this.rank = rank;
      this.hashes = hashes;
    }
  }

  /** The row that leaves the sample first. */
  private static final class HighestRankFirst implements Comparator<SampledRow>, Serializable {
    private static final long serialVersionUID = 1L;

    @Override
    public int compare(SampledRow a, SampledRow b) {
      return Long.compareUnsigned(b.rank, a.rank);
    }
  }

  KeyScanState(List<KeyType> types, int partition) {
    this.types = List.copyOf(types);
    this.place = (long) partition << PLACE_BITS;
    nulls = new long[types.size()];
    lengths = new long[types.size()];
    least = new long[types.size()];
    greatest = new long[types.size()];
    for (int i = 0; i < types.size(); i++) {
      least[i] = Long.MAX_VALUE;
      greatest[i] = Long.MIN_VALUE;
      values.add(new ValueSample(ValueSample.DEFAULT_CAPACITY));
      texts.add(new LinkedHashSet<>());
    }
  }

  void add(InternalRow row) {
    long[] hashes = new long[types.size()];
    for (int i = 0; i < hashes.length; i++) {
      if (row.isNullAt(i)) {
        nulls[i]++;
      } else {
        hashes[i] = hash(row, i);
        if (types.get(i) != KeyType.OTHER) {
          values.get(i).add(hashes[i]);
        }
      }
    }
    rows++;
    keep(new SampledRow(Hashing.mix(place++), hashes));
  }

  private long hash(InternalRow row, int i) {
    return switch (types.get(i)) {
      case WHOLE -> {
        long number = row.getLong(i);
        least[i] = Math.min(least[i], number);
        greatest[i] = Math.max(greatest[i], number);
        yield number;
      }
      case TEXT -> {
        String text = row.getUTF8String(i).toString();
        lengths[i] += text.length();
        if (texts.get(i).size() < MOST_TEXTS) {
          texts.get(i).add(text);
        }
        yield Hashing.hash(text);
      }
      case DATE -> row.getInt(i);
      case TIME, OTHER -> row.getLong(i);
    };
  }

  private void keep(SampledRow row) {
    sample.add(row);
    if (sample.size() > SAMPLE_ROWS) {
      sample.remove();
    }
  }

  KeyScanState merge(KeyScanState other) {
    rows += other.rows;
    for (int i = 0; i < types.size(); i++) {
      nulls[i] += other.nulls[i];
      lengths[i] += other.lengths[i];
      least[i] = Math.min(least[i], other.least[i]);
      greatest[i] = Math.max(greatest[i], other.greatest[i]);
      values.get(i).merge(other.values.get(i));
      Set<String> known = texts.get(i);
      other.texts.get(i).stream().limit(Math.max(0, MOST_TEXTS - known.size())).forEach(known::add);
    }
    other.sample.forEach(this::keep);
    return this;
  }

  long rows() {
    return rows;
  }

  long nulls(int column) {
    return nulls[column];
  }

  ValueSample values(int column) {
    return values.get(column);
  }

  /** The greatest number less the least; -1 where there are none, or no long holds it. */
  long range(int column) {
    boolean numbers = least[column] <= greatest[column];
    long difference = numbers ? greatest[column] - least[column] : -1;
    return difference < 0 ? -1 : difference;
  }

  double meanLength(int column) {
    long present = rows - nulls[column];
    return present == 0 ? 0 : (double) lengths[column] / present;
  }

  Set<String> texts(int column) {
    return texts.get(column);
  }

  /** The sampled rows' hashes, column by column. */
  List<long[]> sample() {
    long[][] columns = new long[types.size()][sample.size()];
    int next = 0;
    for (SampledRow row : sample) {
      for (int i = 0; i < columns.length; i++) {
        columns[i][next] = row.hashes[i];
      }
      next++;
    }
    return List.of(columns);
  }
}
