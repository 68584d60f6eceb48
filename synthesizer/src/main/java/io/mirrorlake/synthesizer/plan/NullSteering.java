package io.mirrorlake.synthesizer.plan;

/**
 * Makes the nulls of one column follow those of another, on their u-scales: nulls lie at or above
 * the share of the values.
 *
 * @param source the other column's positions
 * @param sourceShare the share of its values that are not null
 * @param target the column's positions
 * @param targetShare the share of its values that are not null
 * @param both whether a null stands only where the other column has one
 */
@SuppressWarnings("ArrayRecordComponent") // internal, never compared
record NullSteering(
    double[] source, double sourceShare, double[] target, double targetShare, boolean both) {

  /** Moves positions across the edge between values and nulls, spread over the other side. */
  void steer(int rows) {
    for (int i = 0; i < rows; i++) {
      boolean isNull = source[i] >= sourceShare;
      double u = target[i];
      if (isNull && u < targetShare) {
        target[i] =
            Math.min(targetShare + (1 - targetShare) * (u / targetShare), Math.nextDown(1.0));
      } else if (both && !isNull && u >= targetShare) {
        double within = (u - targetShare) / (1 - targetShare);
        target[i] = Math.min(targetShare * within, Math.nextDown(targetShare));
      }
    }
  }
}
