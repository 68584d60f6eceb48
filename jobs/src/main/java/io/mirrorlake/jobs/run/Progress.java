package io.mirrorlake.jobs.run;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.Consumer;

/** Tells a person what a job is doing, each line with the time since the job began. */
public final class Progress implements Consumer<String> {
  private static final double NANOS_PER_SECOND = 1e9;

  private final PrintWriter out;
  private final long startNanos;

  private Progress(PrintWriter out, long startNanos) {
    this.out = out;
    this.startNanos = startNanos;
  }

  /** Progress that begins now. */
  public static Progress to(PrintWriter out) {
    return new Progress(out, System.nanoTime());
  }

  @Override
  public synchronized void accept(String step) {
    out.printf(Locale.ROOT, "[%6.1f s] %s%n", seconds(), step);
    out.flush();
  }

  /** Seconds since the job began. */
  public double seconds() {
    return (System.nanoTime() - startNanos) / NANOS_PER_SECOND;
  }
}
