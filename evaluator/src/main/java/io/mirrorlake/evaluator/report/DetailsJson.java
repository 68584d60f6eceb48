package io.mirrorlake.evaluator.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.mirrorlake.evaluator.fidelity.AssociationMatrix;
import io.mirrorlake.evaluator.privacy.DuplicateCounts;
import io.mirrorlake.evaluator.privacy.NearestCounts;
import io.mirrorlake.evaluator.twosample.TwoSampleResult;
import io.mirrorlake.evaluator.utility.LearnerScores;
import io.mirrorlake.evaluator.utility.ModelScore;
import io.mirrorlake.evaluator.utility.TrainSyntheticTestReal;

/** The part of the JSON that lies behind the scores. */
final class DetailsJson {
  private DetailsJson() {}

  static void details(JsonWriter json, Details details) {
    json.putObjects("columns", details.columns(), DetailsJson::column)
        .putObject("pairs", details.pairs(), DetailsJson::pairs)
        .putObject("triples", details.triples(), DetailsJson::triples)
        .putObject("twoSample", details.twoSample(), DetailsJson::twoSample)
        .putObject("utility", details.utility(), DetailsJson::utility)
        .putObject("privacy", details.privacy(), DetailsJson::privacy);
  }

  private static void column(JsonWriter json, ColumnReport column) {
    json.put("name", column.name())
        .put("measure", ReportJson.text(column.measure()))
        .put("error", column.error())
        .put("ceilingError", column.ceilingError())
        .putObject(
            "missing",
            column.missing(),
            (shares, missing) ->
                shares
                    .put("train", missing.train())
                    .put("holdout", missing.holdout())
                    .put("synthetic", missing.synthetic()))
        .putObjects(
            "bars",
            column.bars(),
            (one, bar) ->
                one.put("label", bar.label())
                    .put("train", bar.train())
                    .put("synthetic", bar.synthetic()))
        .putObjects(
            "quantiles",
            column.quantiles(),
            (one, quantile) ->
                one.put("probability", quantile.probability())
                    .put("train", quantile.train())
                    .put("synthetic", quantile.synthetic()));
  }

  private static void pairs(JsonWriter json, PairReport pairs) {
    json.putTexts("columns", pairs.columns());
    matrix(json.putArray("train"), pairs.train());
    matrix(json.putArray("synthetic"), pairs.synthetic());
    json.putObjects(
        "worst",
        pairs.worst(),
        (one, gap) ->
            one.put("first", gap.first())
                .put("second", gap.second())
                .put("train", gap.train())
                .put("holdout", gap.holdout())
                .put("synthetic", gap.synthetic()));
  }

  private static void matrix(ArrayNode rows, AssociationMatrix matrix) {
    for (int i = 0; i < matrix.width(); i++) {
      ArrayNode row = rows.addArray();
      for (int j = 0; j < matrix.width(); j++) {
        row.add(JsonWriter.rounded(matrix.value(i, j)));
      }
    }
  }

  private static void triples(JsonWriter json, TripleReport triples) {
    json.put("count", triples.count())
        .put("all", triples.all())
        .putObjects(
            "worst",
            triples.worst(),
            (one, gap) ->
                one.putTexts("columns", gap.columns())
                    .put("distance", gap.distance())
                    .put("ceilingDistance", gap.ceilingDistance()));
  }

  private static void twoSample(JsonWriter json, TwoSampleResult result) {
    json.put("rowsPerTable", result.rowsPerTable())
        .putObjects(
            "importances",
            result.importances(),
            (one, importance) ->
                one.put("column", importance.column()).put("share", importance.share()))
        .putObjects(
            "curve",
            result.curve(),
            (one, point) ->
                one.put("falsePositiveRate", point.falsePositiveRate())
                    .put("truePositiveRate", point.truePositiveRate()));
  }

  private static void utility(JsonWriter json, TrainSyntheticTestReal utility) {
    json.put("target", utility.task().target())
        .putTexts("classes", utility.task().classes())
        .put("scoreName", utility.task().scoreName())
        .put("secondName", utility.task().secondName())
        .put("best", utility.best().learner())
        .putObjects("learners", utility.learners(), DetailsJson::learner);
  }

  private static void learner(JsonWriter json, LearnerScores scores) {
    json.put("learner", scores.learner())
        .putObject("synthetic", scores.synthetic(), DetailsJson::model)
        .putObject("train", scores.real(), DetailsJson::model)
        .putObject("independent", scores.independent(), DetailsJson::model);
  }

  private static void model(JsonWriter json, ModelScore score) {
    json.put("score", score.score())
        .put("standardError", score.standardError())
        .put("second", score.second());
  }

  private static void privacy(JsonWriter json, PrivacyReport privacy) {
    json.put("rowsPerTable", privacy.rowsPerTable())
        .putObject("nearest", privacy.nearest(), DetailsJson::nearest)
        .putObject("nearestCeiling", privacy.nearestCeiling(), DetailsJson::nearest)
        .putObject("nearestFloor", privacy.nearestFloor(), DetailsJson::nearest)
        .putObject("duplicates", privacy.duplicates(), DetailsJson::duplicates)
        .putObject("allDuplicates", privacy.allDuplicates(), DetailsJson::duplicates);
  }

  private static void nearest(JsonWriter json, NearestCounts counts) {
    json.put("nearerToTrain", counts.nearerToTrain())
        .put("ties", counts.ties())
        .put("nearerToHoldout", counts.nearerToHoldout())
        .put("share", counts.share())
        .put("low", counts.interval().low())
        .put("high", counts.interval().high());
  }

  private static void duplicates(JsonWriter json, DuplicateCounts counts) {
    json.put("rows", counts.rows())
        .put("inTrain", counts.inTrain())
        .put("inHoldout", counts.inHoldout())
        .put("inBoth", counts.inBoth());
  }
}
