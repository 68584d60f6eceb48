package io.mirrorlake.jobs.show;

import io.mirrorlake.profiler.profile.ColumnProfile;
import java.util.List;
import java.util.stream.Stream;

/** The summary of a column that follows from its row's place among tables and families. */
final class PlacedSummary {
  private PlacedSummary() {}

  static ColumnSummary of(ColumnProfile column) {
    if (column instanceof ColumnProfile.Referenced referenced) {
      return new ColumnSummary("", "reference", referenced.reference());
    }
    if (column instanceof ColumnProfile.Positioned positioned) {
      String rule = "from " + positioned.start() + " in steps of " + positioned.step();
      return new ColumnSummary("", "position", rule);
    }
    if (column instanceof ColumnProfile.Distance distance) {
      String rule = "steps between the pair's rows, from " + distance.start();
      return new ColumnSummary("", "distance", rule);
    }
    if (column instanceof ColumnProfile.Evolved evolved) {
      String unit = evolved.pace().isMonthly() ? " months" : "";
      List<String> start =
          Stream.concat(evolved.above().stream(), Stream.of(evolved.first())).toList();
      String least = evolved.least() > 0 ? ", at least " + evolved.least() : "";
      String rhythm = evolved.rhythm().map(of -> ", on the nearest " + of.column()).orElse("");
      return new ColumnSummary(
          "",
          "evolved",
          String.join(" + ", start) + ", then + " + evolved.gap() + unit + least + rhythm);
    }
    if (column instanceof ColumnProfile.Enumerated enumerated) {
      return new ColumnSummary("", "part of key", enumerated.digit().size() + " values");
    }
    if (column instanceof ColumnProfile.Borrowed borrowed) {
      String rule = borrowed.of() + " of the row of " + borrowed.reference();
      return new ColumnSummary("", "borrowed", rule);
    }
    return new ColumnSummary("", "kept", "as in the source");
  }
}
