package io.mirrorlake.evaluator.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What must hold for every metric, whoever adds it. */
class CatalogueTest {
  @Test
  void everyMetricSaysWhatItIs() {
    assertThat(Catalogue.all())
        .allSatisfy(
            metric -> {
              assertThat(metric.meaning()).as(metric.key()).endsWith(".").hasSizeGreaterThan(20);
              assertThat(metric.source()).as(metric.key()).isNotBlank();
              assertThat(metric.title()).as(metric.key()).doesNotEndWith(".");
            });
    assertThat(Catalogue.all().stream().map(Metric::title)).doesNotHaveDuplicates();
  }

  @Test
  void theOrderIsThatOfTheGroups() {
    assertThat(Catalogue.all().stream().map(Metric::group).toList())
        .isSortedAccordingTo(Comparator.naturalOrder());
    assertThat(Catalogue.place(ColumnMetrics.COLUMN_ERROR)).isZero();
  }

  @Test
  void publishedKeysStay() {
    assertThat(Catalogue.all().stream().map(Metric::key).toList())
        .containsSubsequence(
            "columnError",
            "missingnessError",
            "associationError",
            "tripleAccuracy",
            "twoSampleAuc",
            "trainSyntheticScore",
            "nearestTrainShare",
            "duplicateExcess");
    assertThat(Catalogue.find("twoSampleAuc")).contains(JointMetrics.TWO_SAMPLE_AUC);
    assertThat(Catalogue.find("colour")).isEmpty();
  }

  @Test
  void limitsThatCrossAreRefused() {
    Metric lower = Metric.lower("some", "Some", MetricGroup.PAIRS);
    for (Rule rule : List.of(Rule.distance(0.2, 0.1), Rule.way(0.1, 0.2), Rule.way(2, 1))) {
      assertThatThrownBy(() -> lower.judged(rule))
          .as(rule.toString())
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("is not 0 <= ");
    }
    assertThat(lower.judged(Rule.limit(0.1, 0.2)).rule().band()).contains(new Band(0.1, 0.2));
    Metric higher = Metric.higher("other", "Other", MetricGroup.PAIRS);
    assertThat(higher.judged(Rule.limit(0.2, 0.1)).rule().band()).contains(new Band(0.2, 0.1));
    assertThatThrownBy(() -> Metric.lower("Bad key", "Bad", MetricGroup.PAIRS))
        .hasMessageContaining("metric Bad key (Bad) needs a name");
    assertThatThrownBy(() -> Catalogue.place(lower))
        .hasMessage("metric some is not in the catalogue");
  }
}
