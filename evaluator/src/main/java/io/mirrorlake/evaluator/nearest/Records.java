package io.mirrorlake.evaluator.nearest;

import io.mirrorlake.evaluator.sample.SampleTable;
import java.util.stream.IntStream;

/** Records among which nearest ones are sought: in memory, or wherever the whole table is. */
@FunctionalInterface
public interface Records {
  /** Targets that one thread takes at a time: some milliseconds of work. */
  int TARGETS_AT_ONCE = 64;

  /** The nearest of the records to each target. */
  Neighbours nearest(GowerSpace space, Points targets);

  /** The rows of a table in memory, named by their places. */
  static Records of(SampleTable table) {
    return (space, targets) -> nearest(space.place(table), targets);
  }

  /** The nearest of some points to each target, named by their places. */
  static Neighbours nearest(Points points, Points targets) {
    Neighbours found = Neighbours.none(targets.size());
    if (points.size() > 0) {
      PointTree tree = PointTree.of(points);
      // Each thread writes the neighbours of its own targets only.
      IntStream.range(0, (targets.size() + TARGETS_AT_ONCE - 1) / TARGETS_AT_ONCE)
          .parallel()
          .forEach(
              part ->
                  tree.search(
                      targets,
                      part * TARGETS_AT_ONCE,
                      Math.min(targets.size(), (part + 1) * TARGETS_AT_ONCE),
                      found));
    }
    return found;
  }
}
