package io.mirrorlake.jobs.architecture.violation.synthesizer;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** A row must not be computed by a library that promises an error, but not the same bits. */
public final class Borrower {
  public double score(double u) {
    return NormalDistribution.of(0, 1).inverseCumulativeProbability(u);
  }
}
