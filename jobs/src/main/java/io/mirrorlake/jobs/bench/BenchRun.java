package io.mirrorlake.jobs.bench;

import io.mirrorlake.jobs.run.ProfileStore;
import io.mirrorlake.jobs.session.DeltaLake;
import io.mirrorlake.jobs.show.TextTable;
import io.mirrorlake.profiler.profile.Profile;
import io.mirrorlake.profiler.profile.TableProfile;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/**
 * Measures each step from the kernel to a written table. Writes of synthetic rows alternate with
 * copies of the same rows from Parquet files to the same format, so that both meet the same
 * machine; every step runs once before it counts.
 */
public final class BenchRun {
  private static final double MILLION = 1e6;

  private final SparkSession spark;
  private final BenchSettings settings;
  private final String directory;
  private final Consumer<String> progress;
  private final TextTable table =
      TextTable.of("step", "seconds", "million rows/s", "per core", "times the copy");

  private BenchRun(
      SparkSession spark, BenchSettings settings, String directory, Consumer<String> progress) {
    this.spark = spark;
    this.settings = settings;
    this.directory = directory;
    this.progress = progress;
  }

  /** A run that writes below this directory, and tells its steps. */
  public static BenchRun of(
      SparkSession spark, BenchSettings settings, String directory, Consumer<String> progress) {
    return new BenchRun(spark, settings, directory, progress);
  }

  /** Measures, and returns the lines of the result. */
  public List<String> lines() {
    kernel();
    noop();
    progress.accept("writing the rows that are copied");
    write(synthetic(), "parquet", "copied");
    writes("parquet");
    if (DeltaLake.isPresent()) {
      writes("delta");
    }
    return table.lines();
  }

  private void kernel() {
    progress.accept("sampling kernel, one core");
    Profile profile =
        ProfileStore.read(settings.profile(), spark.sparkContext().hadoopConfiguration());
    TableProfile one = settings.table().map(profile::table).orElseGet(profile::onlyTable);
    double seconds = KernelSpeed.seconds(one, settings);
    table.row("kernel, one core", number(seconds), speed(seconds, 1), speed(seconds, 1), "");
  }

  private void noop() {
    progress.accept("data source to noop sink");
    Stopwatch watch = new Stopwatch(settings.repeats());
    Runnable step = () -> synthetic().write().format("noop").mode(SaveMode.Overwrite).save();
    step.run();
    for (int repeat = 0; repeat < settings.repeats(); repeat++) {
      watch.time(step);
    }
    row("data source to noop", watch.median(), "");
  }

  private void writes(String format) {
    Stopwatch synthesis = new Stopwatch(settings.repeats());
    Stopwatch copy = new Stopwatch(settings.repeats());
    Runnable synthesize = () -> write(synthetic(), format, format + "-synthetic");
    Runnable rewrite =
        () -> write(spark.read().parquet(directory + "/copied"), format, format + "-copy");
    progress.accept(format + ", warming up");
    synthesize.run();
    rewrite.run();
    for (int repeat = 1; repeat <= settings.repeats(); repeat++) {
      progress.accept(format + ", repeat " + repeat + " of " + settings.repeats());
      synthesis.time(synthesize);
      copy.time(rewrite);
    }
    row("copy to " + format, copy.median(), number(1));
    row("synthesize to " + format, synthesis.median(), number(synthesis.median() / copy.median()));
  }

  /** One partition for each core, so that the files to copy are as many. */
  private Dataset<Row> synthetic() {
    var reader =
        spark
            .read()
            .format("mirrorlake")
            .option("profile", settings.profile())
            .option("rows", settings.rows())
            .option("seed", settings.seed())
            .option("partitions", cores());
    settings.table().ifPresent(name -> reader.option("table", name));
    return reader.load();
  }

  private void write(Dataset<Row> rows, String format, String name) {
    rows.write().format(format).mode(SaveMode.Overwrite).save(directory + "/" + name);
  }

  private int cores() {
    return spark.sparkContext().defaultParallelism();
  }

  private void row(String step, double seconds, String ratio) {
    table.row(step, number(seconds), speed(seconds, 1), speed(seconds, cores()), ratio);
  }

  private String speed(double seconds, int divisor) {
    return number(settings.rows() / seconds / divisor / MILLION);
  }

  private static String number(double number) {
    return String.format(Locale.ROOT, "%.2f", number);
  }
}
