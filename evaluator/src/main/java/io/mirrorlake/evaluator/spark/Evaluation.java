package io.mirrorlake.evaluator.spark;

import io.mirrorlake.evaluator.judge.Engines;
import io.mirrorlake.evaluator.judge.Evidence;
import io.mirrorlake.evaluator.judge.Evidence.FullScale;
import io.mirrorlake.evaluator.judge.Judge;
import io.mirrorlake.evaluator.privacy.DuplicateCounts;
import io.mirrorlake.evaluator.report.EvaluationOptions;
import io.mirrorlake.evaluator.report.EvaluationReport;
import io.mirrorlake.evaluator.sample.Draw;
import io.mirrorlake.evaluator.sample.SampleColumn;
import io.mirrorlake.evaluator.sample.SampleTable;
import io.mirrorlake.evaluator.spark.CodedDataset.Counts;
import io.mirrorlake.evaluator.tally.Tallies;
import io.mirrorlake.evaluator.utility.BoostedLearner;
import io.mirrorlake.evaluator.utility.Learner;
import io.mirrorlake.profiler.schema.ErrorKind;
import io.mirrorlake.profiler.schema.UserException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Judges a synthetic dataset against the real one it was made from and a real one it was not. The
 * report is a function of the rows and the options alone: the order of rows, files and partitions
 * does not change it.
 */
public final class Evaluation {
  private final EvaluationOptions options;

  private Evaluation(EvaluationOptions options) {
    this.options = options;
  }

  /** An evaluation with these options. */
  public static Evaluation of(EvaluationOptions options) {
    return new Evaluation(options);
  }

  /**
   * Evaluates.
   *
   * @param train the rows the profile saw
   * @param holdout real rows of the same kind that it never saw
   * @param synthetic the rows to judge
   * @param progress is told of each long step
   * @throws UserException where the datasets cannot be compared
   */
  public EvaluationReport run(
      Dataset<Row> train, Dataset<Row> holdout, Dataset<Row> synthetic, Consumer<String> progress) {
    ComparedSchema schema =
        ComparedSchema.of(
            new ComparedSchema.Schemas(train.schema(), holdout.schema(), synthetic.schema()),
            options);
    List<CodedDataset> sets =
        List.of(
            new CodedDataset("train", schema.columns(), train),
            new CodedDataset("holdout", schema.columns(), holdout),
            new CodedDataset("synthetic", schema.columns(), synthetic));
    List<Counts> counts = new ArrayList<>();
    for (CodedDataset set : sets) {
      progress.accept("counting the rows of " + set.name());
      counts.add(counted(set));
    }
    requireTarget(schema, sets, counts);
    List<SampleTable> samples = samples(schema, sets, counts, progress);
    requireVaryingTarget(samples);
    SparkSession spark = train.sparkSession();
    List<Learner> learners = new ArrayList<>(List.of(BoostedLearner.of()));
    learners.addAll(MllibLearner.all(spark));
    progress.accept("counting columns, pairs and queries over all rows");
    Evidence evidence = evidence(schema, sets, counts, samples);
    return Judge.of(options, new Engines(learners), progress).judge(evidence);
  }

  private static Counts counted(CodedDataset set) {
    Counts counts = set.counts();
    if (counts.rows() == 0) {
      throw UserException.of(
          ErrorKind.SOURCE,
          "the " + set.name() + " table has no rows",
          "give a " + set.name() + " table with rows");
    }
    return counts;
  }

  private List<SampleTable> samples(
      ComparedSchema schema,
      List<CodedDataset> sets,
      List<Counts> counts,
      Consumer<String> progress) {
    RowSampler sampler = new RowSampler(options.seed(), options.sampleRows());
    List<List<Row>> rows = new ArrayList<>();
    for (int s = 0; s < sets.size(); s++) {
      long all = counts.get(s).rows();
      progress.accept(
          "reading "
              + Math.min(all, options.sampleRows())
              + " of "
              + all
              + " rows of "
              + sets.get(s).name());
      rows.add(sampler.rows(sets.get(s), all));
    }
    return SampleBuilder.tables(schema.columns(), rows);
  }

  /**
   * A target without a value in a real table is a mistake; in the synthetic table it is a finding.
   */
  private void requireTarget(ComparedSchema schema, List<CodedDataset> sets, List<Counts> counts) {
    if (options.target().isEmpty()) {
      return;
    }
    String target = options.target().get();
    List<String> names = schema.columns().stream().map(ComparedColumn::name).toList();
    int place = names.indexOf(target);
    if (place < 0) {
      throw UserException.of(
          ErrorKind.CONFIGURATION,
          "target " + target + " is of a type that no model can predict",
          "choose a target among " + names);
    }
    for (int s = 0; s < 2; s++) {
      if (counts.get(s).present().get(place) == 0) {
        throw UserException.of(
            ErrorKind.CONFIGURATION,
            "target "
                + target
                + " is null in all "
                + counts.get(s).rows()
                + " rows of "
                + sets.get(s).name(),
            "choose a target that has values");
      }
    }
  }

  private void requireVaryingTarget(List<SampleTable> samples) {
    if (options.target().isEmpty()) {
      return;
    }
    String target = options.target().get();
    SampleTable real = samples.get(0).append(samples.get(1));
    SampleColumn column = real.column(real.indexOf(target).orElseThrow());
    if (column.distinct() < 2) {
      throw UserException.of(
          ErrorKind.CONFIGURATION,
          "target " + target + " has the same value in all real rows that were read",
          "choose a target with at least two values");
    }
  }

  private Evidence evidence(
      ComparedSchema schema,
      List<CodedDataset> sets,
      List<Counts> counts,
      List<SampleTable> samples) {
    List<Evidence.MissingShares> missing = new ArrayList<>();
    for (int c = 0; c < schema.columns().size(); c++) {
      missing.add(
          new Evidence.MissingShares(
              counts.get(0).missingShare(c),
              counts.get(1).missingShare(c),
              counts.get(2).missingShare(c)));
    }
    FullDuplicates duplicates = duplicates(sets, counts, samples);
    FullScale fullScale =
        new FullScale(
            counts.get(0).rows(),
            counts.get(1).rows(),
            counts.get(2).rows(),
            missing,
            duplicates.equal(),
            duplicates.all(),
            tallies(sets, counts, samples),
            schema.skipped(),
            notes(schema, sets, counts));
    return new Evidence(
        samples.get(0),
        samples.get(1),
        samples.get(2),
        Optional.empty(),
        fullScale,
        Optional.empty());
  }

  private boolean areInMemory(List<Counts> counts) {
    return counts.stream().allMatch(count -> count.rows() <= options.sampleRows());
  }

  /** In memory where all rows are there anyway, else over all rows in Spark. */
  private Tallies tallies(List<CodedDataset> sets, List<Counts> counts, List<SampleTable> samples) {
    return areInMemory(counts)
        ? Tallies.of(samples.get(0), samples.get(1), samples.get(2), options.seed())
        : FullTally.all(sets, samples, counts.get(0).ends(), options.seed());
  }

  /** In memory where all rows are there anyway, else over all rows in Spark. */
  private FullDuplicates duplicates(
      List<CodedDataset> sets, List<Counts> counts, List<SampleTable> samples) {
    if (areInMemory(counts)) {
      SampleTable train = samples.get(0);
      SampleTable holdout = samples.get(1);
      int fewer = Math.min(train.rows(), holdout.rows());
      Draw draw = Draw.of(options.seed(), "duplicates");
      return new FullDuplicates(
          DuplicateCounts.of(samples.get(2), draw.rows(train, fewer), draw.rows(holdout, fewer)),
          DuplicateCounts.of(samples.get(2), train, holdout));
    }
    return FullDuplicates.of(
        new FullDuplicates.Sets(
            sets.get(0), sets.get(1), sets.get(2), counts.get(0).rows(), counts.get(1).rows()),
        options.seed());
  }

  private static List<String> notes(
      ComparedSchema schema, List<CodedDataset> sets, List<Counts> counts) {
    List<String> notes = new ArrayList<>();
    for (int s = 0; s < sets.size(); s++) {
      for (int c = 0; c < schema.columns().size(); c++) {
        long notFinite = counts.get(s).notFinite().get(c);
        if (notFinite > 0) {
          notes.add(
              String.format(
                  Locale.ROOT,
                  "%s.%s: %d values are infinite or not a number; they count as missing.",
                  sets.get(s).name(),
                  schema.columns().get(c).name(),
                  notFinite));
        }
      }
    }
    return notes;
  }
}
