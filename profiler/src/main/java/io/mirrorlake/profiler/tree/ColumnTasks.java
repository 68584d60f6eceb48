package io.mirrorlake.profiler.tree;

import io.mirrorlake.profiler.copula.TreeColumn;
import java.util.List;
import java.util.stream.IntStream;

/** Where the columns of a growth are grown. */
public interface ColumnTasks {
  /** The trees of all columns, in the growth's order. */
  List<TreeColumn> run(TreeGrowth growth);

  /** In this process, on all its processors. */
  static ColumnTasks local() {
    return growth -> IntStream.range(0, growth.size()).parallel().mapToObj(growth::column).toList();
  }
}
