package io.mirrorlake.evaluator.metric;

import java.util.Optional;

/**
 * A score of the evaluation: all there is to say about it but its value.
 *
 * @param key the name in JSON and in configurations; never changed once published
 * @param title the name for a reader
 * @param group what it is about
 * @param better which way is good
 * @param meaning what it says, in one sentence
 * @param source whose formula it is, or where it is written down
 * @param unit in what it is measured; empty for a share or another pure number
 * @param rule how it is judged
 * @param alarmed whether a score that is too good tells of rows that were memorised
 */
public record Metric(
    String key,
    String title,
    MetricGroup group,
    Better better,
    String meaning,
    String source,
    String unit,
    Rule rule,
    boolean alarmed) {
  private static final String KEY = "[a-z][A-Za-z0-9]*";

  public Metric {
    if (!key.matches(KEY) || title.isBlank()) {
      throw new IllegalArgumentException("metric " + key + " (" + title + ") needs a name " + KEY);
    }
    rule.band().ifPresent(band -> requireOrder(rule, better, band));
  }

  /** A metric whose small values are good; nothing is said of it yet, and it is not judged. */
  public static Metric lower(String key, String title, MetricGroup group) {
    return of(key, title, group, Better.LOWER);
  }

  /** A metric whose large values are good; nothing is said of it yet, and it is not judged. */
  public static Metric higher(String key, String title, MetricGroup group) {
    return of(key, title, group, Better.HIGHER);
  }

  private static Metric of(String key, String title, MetricGroup group, Better better) {
    return new Metric(key, title, group, better, "", "", "", Rule.information(), false);
  }

  /** The same with what it says and whose formula it is. */
  public Metric meaning(String sentence, String formulaSource) {
    return new Metric(key, title, group, better, sentence, formulaSource, unit, rule, alarmed);
  }

  /** The same with a unit. */
  public Metric in(String name) {
    return new Metric(key, title, group, better, meaning, source, name, rule, alarmed);
  }

  /** The same, judged by a rule. */
  public Metric judged(Rule by) {
    return new Metric(key, title, group, better, meaning, source, unit, by, alarmed);
  }

  /** The same with a memorisation alarm. */
  public Metric withAlarm() {
    return new Metric(key, title, group, better, meaning, source, unit, rule, true);
  }

  /** By how much the first score is better than the second; negative where it is worse. */
  public double gain(double score, double reference) {
    return better == Better.HIGHER ? score - reference : reference - score;
  }

  /**
   * What is wrong with limits for this metric, or empty where nothing is.
   *
   * @param band the limits
   */
  public Optional<String> obstacle(Band band) {
    return obstacle(rule, better, band);
  }

  private static Optional<String> obstacle(Rule rule, Better better, Band band) {
    boolean falling = rule.falling(better);
    boolean ordered = falling ? band.fail() <= band.warn() : band.warn() <= band.fail();
    double greatest = Math.max(band.warn(), band.fail());
    boolean inside =
        band.warn() >= 0
            && band.fail() >= 0
            && Double.isFinite(greatest)
            && (rule.kind() != Rule.Kind.WAY || greatest <= 1);
    if (ordered && inside) {
      return Optional.empty();
    }
    String order = falling ? "0 <= fail <= warn" : "0 <= warn <= fail";
    return Optional.of(rule.kind() == Rule.Kind.WAY ? order + " <= 1" : order);
  }

  private static void requireOrder(Rule rule, Better better, Band band) {
    obstacle(rule, better, band)
        .ifPresent(
            wanted -> {
              throw new IllegalArgumentException(band + " is not " + wanted);
            });
  }
}
