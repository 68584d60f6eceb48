package io.mirrorlake.synthesizer.random;

/**
 * The numbers of another sequence in a random order: what is spread evenly over all rows is then by
 * chance in any part of them. Rows beyond the permutation's keep theirs. Immutable.
 *
 * @param of the other sequence
 * @param order which of its numbers each row has
 */
public record PermutedUniforms(Uniforms of, Permutation order) implements Uniforms {
  @Override
  public void uniforms(long first, int count, double[] uniforms) {
    double[] one = new double[1];
    for (int i = 0; i < count; i++) {
      long row = first + i;
      of.uniforms(row < order.size() ? order.apply(row) : row, 1, one);
      uniforms[i] = one[0];
    }
  }
}
