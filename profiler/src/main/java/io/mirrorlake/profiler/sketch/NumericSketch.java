package io.mirrorlake.profiler.sketch;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The distribution of a numeric column in bounded memory: counts per cell of a grid of floating
 * point numbers.
 *
 * <p>At level 0 every distinct value has a cell of its own and the sketch is exact. Level L joins
 * the values whose bits, in the order of {@link Double#compare}, agree but for the last L: cells of
 * relative width 2^(L - 52). The level rises only when more than {@code capacity} cells are
 * occupied, and so it is always the least that fits. Because occupied cells only grow when data are
 * added, the final state depends on the multiset of values alone: add and merge commute exactly,
 * which randomised quantile sketches do not.
 *
 * <p>From level 1 on, {@link FrequentValues} keep the candidates for point masses, and {@link
 * DistinctValues} a sample that shows what values have in common.
 */
public final class NumericSketch implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * New values are sorted in batches of this many: large enough to amortise the merge into the
   * cells.
   */
  private static final int BATCH = 4096;

  /** Point masses of more than one in this many rows are found for certain. */
  private static final int FREQUENT_CAPACITY = 1024;

  /** What one distinct value in 400 does not do is found for all but e^-10 of columns. */
  private static final int SAMPLE_CAPACITY = 4096;

  private final int capacity;
  private final int unitLimit;
  private int level;
  private Cells cells;
  private final Cells.Builder batch;
  private @Nullable FrequentValues<Double> frequent;
  private @Nullable DistinctValues sample;
  private Tally nulls = Tally.ZERO;

  /**
   * An empty sketch.
   *
   * @param capacity the greatest number of cells
   * @param unitLimit how many privacy units are told apart per cell; 0 where every row is a unit
   */
  public NumericSketch(int capacity, int unitLimit) {
    this.capacity = capacity;
    this.unitLimit = unitLimit;
    this.cells = Cells.EMPTY;
    this.batch = new Cells.Builder(BATCH, unitLimit);
  }

  /** Adds a null of the unit with this hash. */
  public void addNull(long unit) {
    nulls = nulls.plus(Tally.one(unit, unitLimit), unitLimit);
  }

  /**
   * Adds a value carried by the unit with this hash (which is ignored where every row is a unit).
   */
  public void add(double value, long unit) {
    double canonical = value == 0 ? 0.0 : value;
    batch.add(Cells.key(canonical) >> level, unit);
    if (level > 0) {
      Tally one = Tally.one(unit, unitLimit);
      frequentValues().add(canonical, one);
      sampledValues().add(canonical, one);
    }
    if (batch.isFull()) {
      flush();
    }
  }

  /** Adds all that another sketch of the same capacity has seen. */
  public void merge(NumericSketch other) {
    flush();
    other.flush();
    nulls = nulls.plus(other.nulls, unitLimit);
    if (other.level == 0 && level > 0) {
      other.cells.forEach(frequentValues()::add);
      other.cells.forEach(sampledValues()::add);
    } else if (other.level > 0) {
      startCandidates();
      frequentValues().merge(other.frequentValues());
      sampledValues().merge(other.sampledValues());
    }
    int joint = Math.max(level, other.level);
    cells =
        cells
            .coarser(joint - level, unitLimit)
            .plus(other.cells.coarser(joint - other.level, unitLimit), unitLimit);
    level = joint;
    shrink();
  }

  /** The nulls. */
  public Tally nulls() {
    return nulls;
  }

  /** How many values are not null. */
  public long rows() {
    flush();
    return cells.rows();
  }

  /** Whether every distinct value has a cell of its own. */
  public boolean isExact() {
    flush();
    return level == 0;
  }

  /**
   * The occupied cells in rising order, each with the value in its middle (at level 0, its value).
   */
  public List<ValueTally> cells() {
    flush();
    List<ValueTally> list = new ArrayList<>(cells.size());
    for (int i = 0; i < cells.size(); i++) {
      list.add(new ValueTally(cells.middle(i, level), cells.tally(i)));
    }
    return list;
  }

  /** The cell of {@code cells()} that a value lies in, or empty where none does. */
  public Optional<Integer> cellOf(double value) {
    flush();
    int i = cells.find(Cells.key(value == 0 ? 0.0 : value) >> level);
    return i < 0 ? Optional.empty() : Optional.of(i);
  }

  /**
   * Candidates for point masses in rising order, with counts that are lower bounds; all values
   * where the sketch is exact.
   */
  public List<ValueTally> frequent() {
    if (isExact()) {
      return cells();
    }
    return frequentValues().candidates().entrySet().stream()
        .map(entry -> new ValueTally(entry.getKey(), entry.getValue()))
        .sorted((a, b) -> Double.compare(a.value(), b.value()))
        .toList();
  }

  /** All distinct values in rising order, or beyond the capacity a uniform sample of them. */
  public List<ValueTally> distinct() {
    return isExact() ? cells() : sampledValues().values();
  }

  private void flush() {
    if (!batch.isEmpty()) {
      cells = cells.plus(batch.drain(), unitLimit);
      shrink();
    }
  }

  private void shrink() {
    if (cells.size() > capacity && level == 0) {
      startCandidates();
    }
    while (cells.size() > capacity) {
      cells = cells.coarser(1, unitLimit);
      level++;
    }
  }

  private void startCandidates() {
    if (frequent == null) {
      FrequentValues<Double> fresh = new FrequentValues<>(FREQUENT_CAPACITY, unitLimit);
      cells.forEach(fresh::add);
      frequent = fresh;
      DistinctValues values = new DistinctValues(SAMPLE_CAPACITY, unitLimit);
      cells.forEach(values::add);
      sample = values;
    }
  }

  private DistinctValues sampledValues() {
    if (sample == null) {
      throw new IllegalStateException("a sketch at level " + level + " without a sample");
    }
    return sample;
  }

  private FrequentValues<Double> frequentValues() {
    if (frequent == null) {
      throw new IllegalStateException("a sketch at level " + level + " without frequent values");
    }
    return frequent;
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof NumericSketch that)) {
      return false;
    }
    flush();
    that.flush();
    return level == that.level && nulls.equals(that.nulls) && cells.equals(that.cells);
  }

  @Override
  public int hashCode() {
    flush();
    return Arrays.hashCode(new Object[] {level, nulls, cells});
  }
}
