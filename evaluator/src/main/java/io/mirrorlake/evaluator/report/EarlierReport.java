package io.mirrorlake.evaluator.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mirrorlake.evaluator.report.ScoreComparison.Score;
import io.mirrorlake.profiler.schema.ErrorKind;
import io.mirrorlake.profiler.schema.UserException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The scores of a {@code report.json} that an earlier evaluation wrote.
 *
 * @param place where it was read
 * @param scores by the key of the metric
 */
public record EarlierReport(String place, Map<String, Score> scores) {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  public EarlierReport {
    scores = Map.copyOf(scores);
  }

  /**
   * Reads the scores; further keys, of later versions, are no obstacle.
   *
   * @throws UserException where the text is no report
   */
  public static EarlierReport read(String json, String place) {
    JsonNode root = tree(json, place);
    JsonNode metrics = root.path("metrics");
    if (!metrics.isArray() || !root.path("version").isInt()) {
      throw unusable(place, "it has no metrics");
    }
    int version = root.path("version").asInt();
    if (version > EvaluationReport.VERSION) {
      throw unusable(
          place, "its version is " + version + ", and " + EvaluationReport.VERSION + " is known");
    }
    Map<String, Score> scores = new LinkedHashMap<>();
    for (JsonNode metric : metrics) {
      if (!metric.path("key").isTextual()) {
        throw unusable(place, "a metric has no key");
      }
      if (metric.path("score").isNumber()) {
        scores.put(
            metric.get("key").asText(),
            new Score(metric.get("score").asDouble(), metric.path("standardError").asDouble()));
      }
    }
    return new EarlierReport(place, scores);
  }

  private static JsonNode tree(String json, String place) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw unusable(place, "it is no JSON: " + e.getOriginalMessage()).withCause(e);
    }
  }

  private static UserException unusable(String place, String why) {
    return UserException.of(
        ErrorKind.CONFIGURATION,
        "the baseline " + place + " is no report of an evaluation: " + why,
        "give the report.json that an earlier 'mirrorlake evaluate' wrote");
  }
}
