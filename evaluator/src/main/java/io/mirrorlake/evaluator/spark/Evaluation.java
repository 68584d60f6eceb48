package io.mirrorlake.evaluator.spark;

import io.mirrorlake.evaluator.judge.Contribution;
import io.mirrorlake.evaluator.judge.Engines;
import io.mirrorlake.evaluator.judge.Judge;
import io.mirrorlake.evaluator.judge.SequenceSection;
import io.mirrorlake.evaluator.report.EvaluationOptions;
import io.mirrorlake.evaluator.report.EvaluationReport;
import io.mirrorlake.evaluator.sample.SampleColumn;
import io.mirrorlake.evaluator.sample.SampleTable;
import io.mirrorlake.evaluator.spark.CodedDataset.Counts;
import io.mirrorlake.evaluator.utility.BoostedLearner;
import io.mirrorlake.evaluator.utility.Learner;
import io.mirrorlake.profiler.schema.ErrorKind;
import io.mirrorlake.profiler.schema.UserException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Judges a synthetic dataset against the real one it was made from and a real one it was not. The
 * report is a function of the rows and the options alone: the order of rows, files and partitions
 * does not change it.
 */
public final class Evaluation {
  private static final int SYNTHETIC = 2;
  private static final int REFERENCE = 3;

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
    return run(EvaluatedTables.of(train, holdout, synthetic), progress);
  }

  /**
   * Evaluates.
   *
   * @param tables the tables
   * @param progress is told of each long step
   * @throws UserException where the datasets cannot be compared
   */
  public EvaluationReport run(EvaluatedTables tables, Consumer<String> progress) {
    ComparedSchema schema = ComparedSchema.of(tables.schemas(), withoutEntity(tables));
    Optional<SequenceSampler> sequences =
        options.sequences().map(rows -> SequenceSampler.of(rows, schema.columns(), options.seed()));
    ReadTables read = read(tables, schema, progress);
    List<Learner> learners = new ArrayList<>(List.of(BoostedLearner.of()));
    learners.addAll(MllibLearner.all(tables.train().sparkSession()));
    Judge judge = Judge.of(options, new Engines(learners), progress);
    progress.accept("counting columns, pairs and queries over all rows");
    EvaluationReport report =
        judge.judge(
            read.evidence(SYNTHETIC, options),
            following(sequences, tables, tables.synthetic(), progress));
    if (tables.compared().isEmpty()) {
      return report;
    }
    progress.accept("scoring the compared rows in the same way");
    EvaluationReport other =
        judge.judge(
            read.evidence(read.last(), options),
            following(sequences, tables, tables.compared().get(), progress));
    return report.comparedWith(other, "compared rows");
  }

  private ReadTables read(
      EvaluatedTables tables, ComparedSchema schema, Consumer<String> progress) {
    List<CodedDataset> sets = sets(tables, schema.columns());
    List<Counts> counts = new ArrayList<>();
    for (CodedDataset set : sets) {
      progress.accept("counting the rows of " + set.name());
      counts.add(counted(set));
    }
    requireTarget(schema, sets, counts);
    List<SampleTable> samples = samples(schema, sets, counts, progress);
    requireVaryingTarget(samples);
    return new ReadTables(
        schema,
        sets,
        counts,
        samples,
        tables.reference().map(rows -> REFERENCE),
        tables.holdout().isPresent());
  }

  /** The name of an entity says nothing about likeness. */
  private EvaluationOptions withoutEntity(EvaluatedTables tables) {
    List<String> excluded = new ArrayList<>(options.excludedColumns());
    options
        .sequences()
        .ifPresent(
            rows -> {
              SequenceSampler.requireEntity(rows, tables.train().schema());
              excluded.add(rows.by());
            });
    return options.withExcludedColumns(excluded);
  }

  /** What is found of rows that follow each other. */
  private static List<Contribution> following(
      Optional<SequenceSampler> sequences,
      EvaluatedTables tables,
      Dataset<Row> judged,
      Consumer<String> progress) {
    if (sequences.isEmpty()) {
      return List.of();
    }
    progress.accept("following sequences");
    return List.of(
        SequenceSection.of(
            sequences.get().compare(tables.train(), tables.holdout(), judged).stream().toList()));
  }

  private List<CodedDataset> sets(EvaluatedTables tables, List<ComparedColumn> columns) {
    CodedDataset real = new CodedDataset("train", columns, tables.train());
    List<CodedDataset> sets = new ArrayList<>();
    if (tables.holdout().isPresent()) {
      sets.add(real);
      sets.add(new CodedDataset("holdout", columns, tables.holdout().get()));
    } else {
      sets.add(real.half("train's first half", 0, options.seed()));
      sets.add(real.half("train's second half", 1, options.seed()));
    }
    sets.add(new CodedDataset("synthetic", columns, tables.synthetic()));
    tables.reference().ifPresent(rows -> sets.add(new CodedDataset("reference", columns, rows)));
    tables.compared().ifPresent(rows -> sets.add(new CodedDataset("compared", columns, rows)));
    return sets;
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
}
