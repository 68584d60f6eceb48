package io.mirrorlake.evaluator.judge;

import io.mirrorlake.evaluator.judge.Evidence.MissingShares;
import io.mirrorlake.evaluator.report.EvaluationOptions;
import io.mirrorlake.evaluator.report.Subject.SkippedColumn;
import io.mirrorlake.evaluator.sample.Identifiers;
import io.mirrorlake.evaluator.sample.SampleColumn;
import io.mirrorlake.evaluator.sample.SampleTable;
import io.mirrorlake.profiler.schema.ErrorKind;
import io.mirrorlake.profiler.schema.UserException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The columns that metrics look at: all but text in which nearly every value occurs once. Of such a
 * column (an identifier, a name, a free text) two real samples share hardly a value, so that any
 * comparison of values would call real rows unlike each other.
 *
 * @param scene the tables with the compared columns
 * @param missing their shares of missing values
 * @param skipped the columns left out
 */
record ComparedColumns(Scene scene, List<MissingShares> missing, List<SkippedColumn> skipped) {
  ComparedColumns {
    missing = List.copyOf(missing);
    skipped = List.copyOf(skipped);
  }

  static ComparedColumns of(Evidence evidence, EvaluationOptions options) {
    SampleTable train = evidence.train();
    List<SkippedColumn> skipped = new ArrayList<>(evidence.fullScale().skipped());
    List<MissingShares> missing = new ArrayList<>();
    List<String> kept = new ArrayList<>();
    for (int c = 0; c < train.width(); c++) {
      SampleColumn column = train.column(c);
      if (Identifiers.isOne(column) && !options.target().equals(Optional.of(column.name()))) {
        skipped.add(
            new SkippedColumn(
                column.name(), "nearly every value occurs once: an identifier or free text"));
      } else {
        kept.add(column.name());
        missing.add(evidence.fullScale().missing().get(c));
      }
    }
    if (kept.isEmpty()) {
      throw UserException.of(
          ErrorKind.SOURCE,
          "none of the columns can be compared: " + skipped,
          "evaluate tables with at least one column of numbers, times, booleans or repeated labels");
    }
    return new ComparedColumns(scene(evidence, kept, options), missing, skipped);
  }

  private static Scene scene(Evidence evidence, List<String> kept, EvaluationOptions options) {
    return Scene.of(
            evidence.train().select(column -> kept.contains(column.name())),
            evidence.holdout().select(column -> kept.contains(column.name())),
            evidence.synthetic().select(column -> kept.contains(column.name())),
            options)
        .withReference(
            evidence
                .reference()
                .map(table -> table.select(column -> kept.contains(column.name()))));
  }
}
