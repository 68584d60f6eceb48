package io.mirrorlake.evaluator.spark;

import io.mirrorlake.evaluator.judge.Evidence;
import io.mirrorlake.evaluator.judge.Evidence.FullScale;
import io.mirrorlake.evaluator.judge.WholeTables;
import io.mirrorlake.evaluator.privacy.DuplicateCounts;
import io.mirrorlake.evaluator.report.EvaluationOptions;
import io.mirrorlake.evaluator.sample.Draw;
import io.mirrorlake.evaluator.sample.SampleTable;
import io.mirrorlake.evaluator.spark.CodedDataset.Counts;
import io.mirrorlake.evaluator.tally.Tallies;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Datasets that were counted and sampled: train, holdout, those that stand in the synthetic table's
 * place, and perhaps a reference.
 *
 * @param schema their columns
 * @param sets the datasets
 * @param counts what was counted of each
 * @param samples the rows of each that were brought into memory
 * @param reference the place of the reference, where there is one
 * @param holdoutUnseen whether the holdout is none of the generator's rows
 */
record ReadTables(
    ComparedSchema schema,
    List<CodedDataset> sets,
    List<Counts> counts,
    List<SampleTable> samples,
    Optional<Integer> reference,
    boolean holdoutUnseen) {
  private static final String SPLIT =
      "There was no holdout: train was split in two halves by the content of its rows, the second"
          + " of which stands for the holdout. The generator saw both, so nothing is said about"
          + " privacy, and ceilings are those of half of train.";

  ReadTables {
    sets = List.copyOf(sets);
    counts = List.copyOf(counts);
    samples = List.copyOf(samples);
  }

  /** The place of the dataset that was read last. */
  int last() {
    return sets.size() - 1;
  }

  /** The evidence on the dataset at one place. */
  Evidence evidence(int place, EvaluationOptions options) {
    List<Evidence.MissingShares> missing = new ArrayList<>();
    for (int c = 0; c < schema.columns().size(); c++) {
      missing.add(
          new Evidence.MissingShares(
              counts.get(0).missingShare(c),
              counts.get(1).missingShare(c),
              counts.get(place).missingShare(c)));
    }
    FullDuplicates duplicates = duplicates(place, options);
    FullScale fullScale =
        new FullScale(
            counts.get(0).rows(),
            counts.get(1).rows(),
            counts.get(place).rows(),
            missing,
            duplicates.equal(),
            duplicates.all(),
            tallies(place, options),
            schema.skipped(),
            notes(place));
    return new Evidence(
        samples.get(0),
        samples.get(1),
        samples.get(place),
        reference.map(samples::get),
        fullScale,
        areInMemory(options) ? Optional.empty() : Optional.of(whole(place, options)),
        holdoutUnseen);
  }

  private WholeTables whole(int place, EvaluationOptions options) {
    double train = counts.get(0).rows();
    double holdout = counts.get(1).rows();
    double fewer = Math.min(train, holdout);
    return new WholeTables(
        records(0, fewer / train, options),
        records(1, fewer / holdout, options),
        records(place, 1, options));
  }

  private SparkRecords records(int place, double share, EvaluationOptions options) {
    CodedDataset set = sets.get(place);
    return new SparkRecords(set.columns(), FullDuplicates.thinned(set, share, options.seed()));
  }

  private boolean areInMemory(EvaluationOptions options) {
    return counts.stream().allMatch(count -> count.rows() <= options.sampleRows());
  }

  /** In memory where all rows are there anyway, else over all rows in Spark. */
  private Tallies tallies(int place, EvaluationOptions options) {
    return areInMemory(options)
        ? Tallies.of(samples.get(0), samples.get(1), samples.get(place), options.seed())
        : FullTally.all(
            List.of(sets.get(0), sets.get(1), sets.get(place)),
            List.of(samples.get(0), samples.get(1), samples.get(place)),
            counts.get(0).ends(),
            options.seed());
  }

  /** In memory where all rows are there anyway, else over all rows in Spark. */
  private FullDuplicates duplicates(int place, EvaluationOptions options) {
    if (areInMemory(options)) {
      SampleTable train = samples.get(0);
      SampleTable holdout = samples.get(1);
      int fewer = Math.min(train.rows(), holdout.rows());
      Draw draw = Draw.of(options.seed(), "duplicates");
      return new FullDuplicates(
          DuplicateCounts.of(
              samples.get(place), draw.rows(train, fewer), draw.rows(holdout, fewer)),
          DuplicateCounts.of(samples.get(place), train, holdout));
    }
    return FullDuplicates.of(
        new FullDuplicates.Sets(
            sets.get(0), sets.get(1), sets.get(place), counts.get(0).rows(), counts.get(1).rows()),
        options.seed());
  }

  /** The places of what is read for the evidence on one. */
  private int[] read(int place) {
    return IntStream.concat(
            IntStream.of(0, 1, place), reference.stream().mapToInt(Integer::intValue))
        .toArray();
  }

  private List<String> notes(int place) {
    List<String> notes = new ArrayList<>();
    if (!holdoutUnseen) {
      notes.add(SPLIT);
    }
    for (int s : read(place)) {
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
