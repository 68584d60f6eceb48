package io.mirrorlake.synthesizer.random;

/** Numbers in (0, 1) by address: number i belongs to row i. */
public interface Uniforms {
  /** Writes numbers {@code first} to {@code first + count - 1} to the start of an array. */
  void uniforms(long first, int count, double[] uniforms);
}
