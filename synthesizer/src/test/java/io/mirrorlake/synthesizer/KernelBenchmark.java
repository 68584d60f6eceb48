package io.mirrorlake.synthesizer;

import io.mirrorlake.synthesizer.normal.StandardNormal;
import io.mirrorlake.synthesizer.plan.BlockSampler;
import io.mirrorlake.synthesizer.plan.GenerationPlan;
import io.mirrorlake.synthesizer.random.RandomStream;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Nanoseconds a row, on one core, of the sampling kernel and of its parts; 1.5 million rows a
 * second are 667 ns.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class KernelBenchmark {
  private static final int ROWS = BlockSampler.BLOCK_ROWS;

  private final BlockSampler adult = GenerationPlan.of(AdultLike.table(), 1).sampler();
  private final BlockSampler trees = GenerationPlan.of(AdultLike.treeTable(16, 8), 1).sampler();
  private final BlockSampler everyType = GenerationPlan.of(EveryType.table(), 1).sampler();
  private final RandomStream stream = RandomStream.of(1, "table", "column");
  private final double[] uniforms = new double[ROWS];
  private final double[] scores = new double[ROWS];
  private final double[] values = new double[ROWS];
  private long row;

  /** Inputs of the functions of the normal distribution. */
  public KernelBenchmark() {
    stream.uniforms(0, ROWS, uniforms);
    System.arraycopy(uniforms, 0, scores, 0, ROWS);
    StandardNormal.quantiles(scores, ROWS);
  }

  private long next() {
    row = (row + ROWS) & ((1L << 20) - 1);
    return row;
  }

  /** A row of the 15 correlated columns of a census table. */
  @Benchmark
  @OperationsPerInvocation(ROWS)
  public BlockSampler adultRow() {
    adult.sample(next(), ROWS);
    return adult;
  }

  /** A row of the same columns drawn by 16 trees each, of 256 leaves. */
  @Benchmark
  @OperationsPerInvocation(ROWS)
  public BlockSampler adultTreesRow() {
    trees.sample(next(), ROWS);
    return trees;
  }

  /** A row of 20 columns of every type and every kind of key. */
  @Benchmark
  @OperationsPerInvocation(ROWS)
  public BlockSampler everyTypeRow() {
    everyType.sample(next(), ROWS);
    return everyType;
  }

  /** One uniform number. */
  @Benchmark
  @OperationsPerInvocation(ROWS)
  public double[] uniform() {
    stream.uniforms(next(), ROWS, values);
    return values;
  }

  /** One normal quantile, and the copy of its argument. */
  @Benchmark
  @OperationsPerInvocation(ROWS)
  public double[] normalQuantile() {
    System.arraycopy(uniforms, 0, values, 0, ROWS);
    StandardNormal.quantiles(values, ROWS);
    return values;
  }

  /** One cumulative probability, and the copy of its argument. */
  @Benchmark
  @OperationsPerInvocation(ROWS)
  public double[] normalCumulativeProbability() {
    System.arraycopy(scores, 0, values, 0, ROWS);
    StandardNormal.cumulativeProbabilities(values, ROWS);
    return values;
  }
}
