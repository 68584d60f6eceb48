package io.mirrorlake.evaluator.judge;

import io.mirrorlake.evaluator.metric.UtilityMetrics;
import io.mirrorlake.evaluator.report.Details;
import io.mirrorlake.evaluator.report.Measurement;
import io.mirrorlake.evaluator.sample.Draw;
import io.mirrorlake.evaluator.sample.SampleTable;
import io.mirrorlake.evaluator.score.RankAgreement;
import io.mirrorlake.evaluator.utility.LabelledTable;
import io.mirrorlake.evaluator.utility.Learner;
import io.mirrorlake.evaluator.utility.LearnerScores;
import io.mirrorlake.evaluator.utility.TargetCoder;
import io.mirrorlake.evaluator.utility.TrainSyntheticTestReal;
import java.util.List;
import java.util.Optional;

/**
 * Models trained on the synthetic table, on as many rows of train and on as many of independent
 * marginals.
 */
final class UtilitySection {
  /** Models hardly gain from more rows than this, and every learner is fitted three times. */
  private static final int MAX_ROWS = 50_000;

  /** With fewer test rows a score has a standard error of several points. */
  private static final int MIN_ROWS = 200;

  private static final int MAX_CLASSES = 50;

  /** Two learners are in the same order every other time by chance. */
  private static final int MIN_LEARNERS = 3;

  /** Standard errors above the ceiling that raise an alarm. */
  private static final double ALARM_DEVIATIONS = 4;

  private final Optional<TrainSyntheticTestReal> scores;
  private final String obstacle;

  private UtilitySection(Optional<TrainSyntheticTestReal> scores, String obstacle) {
    this.scores = scores;
    this.obstacle = obstacle;
  }

  private static UtilitySection without(String obstacle) {
    return new UtilitySection(Optional.empty(), obstacle);
  }

  private static UtilitySection of(Scene coarse, List<Learner> learners) {
    Optional<String> target = coarse.options().target();
    if (target.isEmpty()) {
      return without("no target was named: set target to the column that models should predict");
    }
    if (coarse.train().width() < 2) {
      return without("there is no column beside the target " + target.get());
    }
    TargetCoder coder = TargetCoder.of(coarse.train().append(coarse.holdout()), target.get());
    if (coder.task().classes().size() > MAX_CLASSES) {
      return without(
          "target "
              + target.get()
              + " has "
              + coder.task().classes().size()
              + " classes, more than "
              + MAX_CLASSES);
    }
    return of(coarse, coder, learners);
  }

  private static UtilitySection of(Scene scene, TargetCoder coder, List<Learner> learners) {
    LabelledTable test = coder.label(some(scene, scene.holdout(), MAX_ROWS));
    int rows = Math.min(MAX_ROWS, Math.min(scene.train().rows(), scene.synthetic().rows()));
    LabelledTable train = coder.label(some(scene, scene.train(), rows));
    if (test.rows() < MIN_ROWS || train.rows() < MIN_ROWS) {
      return without(
          "only "
              + train.rows()
              + " training and "
              + test.rows()
              + " holdout rows have a target, fewer than "
              + MIN_ROWS);
    }
    if (test.distinctLabels() < 2 || train.distinctLabels() < 2) {
      return without("the sampled rows of train or of the holdout all have the same target");
    }
    TrainSyntheticTestReal.Tables tables =
        new TrainSyntheticTestReal.Tables(
            coder.label(some(scene, scene.synthetic(), rows)),
            train,
            coder.label(some(scene, scene.independent(), rows)),
            test);
    List<Learner> able = learners.stream().filter(one -> one.handles(coder.task())).toList();
    if (able.isEmpty()) {
      return without("no learner handles " + coder.task().classes().size() + " classes");
    }
    return new UtilitySection(
        Optional.of(TrainSyntheticTestReal.of(coder.task(), tables, able, scene.seed())), "");
  }

  private static SampleTable some(Scene scene, SampleTable table, int rows) {
    return Draw.of(scene.seed(), "utility").rows(table, rows);
  }

  static Contribution examine(Case tables) {
    UtilitySection section = of(tables.coarse(), tables.engines().learners());
    return Contribution.of(section.outcome(), section.ranking())
        .withDetails(Details.none().withUtility(section.scores));
  }

  /** Whether the learners that are better on real rows are better on synthetic ones. */
  private Outcome ranking() {
    List<LearnerScores> learners = scores.map(TrainSyntheticTestReal::learners).orElse(List.of());
    if (learners.size() < MIN_LEARNERS) {
      return Outcome.notComputed(
          UtilityMetrics.MODEL_RANKING, "needs a target and " + MIN_LEARNERS + " learners");
    }
    double agreement =
        RankAgreement.spearman(
            learners.stream().mapToDouble(one -> one.synthetic().score()).toArray(),
            learners.stream().mapToDouble(one -> one.real().score()).toArray());
    return Outcome.measured(
        UtilityMetrics.MODEL_RANKING, Measurement.of(agreement, 0).withCeiling(1));
  }

  private Outcome outcome() {
    if (scores.isEmpty()) {
      return Outcome.notComputed(UtilityMetrics.TRAIN_SYNTHETIC_SCORE, obstacle);
    }
    LearnerScores best = scores.get().best();
    double error = Math.hypot(best.synthetic().standardError(), best.real().standardError());
    return Outcome.measured(
        UtilityMetrics.TRAIN_SYNTHETIC_SCORE,
        Measurement.of(
                best.synthetic().score(),
                best.synthetic().standardError(),
                best.real().score(),
                best.independent().score())
            .withAlarmBound(best.real().score() + ALARM_DEVIATIONS * error));
  }
}
