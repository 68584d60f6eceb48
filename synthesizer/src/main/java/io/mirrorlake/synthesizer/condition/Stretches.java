package io.mirrorlake.synthesizer.condition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A part of a column's u-scale: disjoint stretches in rising order, at least one.
 *
 * @param list the stretches
 */
public record Stretches(List<Stretch> list) {

  /**
   * All u in [start, end).
   *
   * @param start where it starts, at least 0
   * @param end where it ends, above the start and at most 1
   */
  public record Stretch(double start, double end) {
    public Stretch {
      if (!(start >= 0 && start < end && end <= 1)) {
        throw new IllegalArgumentException("a stretch from " + start + " to " + end);
      }
    }

    /** How much of the u-scale it takes. */
    public double width() {
      return end - start;
    }

    /** The u in the stretch that is nearest to this one. */
    public double nearest(double u) {
      return Math.max(start, Math.min(u, Math.nextDown(end)));
    }
  }

  public Stretches {
    list = list.stream().sorted(Comparator.comparingDouble(Stretch::start)).toList();
    for (int i = 1; i < list.size(); i++) {
      if (list.get(i).start() < list.get(i - 1).end()) {
        throw new IllegalArgumentException("stretches overlap: " + list);
      }
    }
    if (list.isEmpty()) {
      throw new IllegalArgumentException("no stretch");
    }
  }

  /** The one stretch [start, end). */
  public static Stretches of(double start, double end) {
    return new Stretches(List.of(new Stretch(start, end)));
  }

  /** All of these parts together. */
  public static Stretches union(List<Stretches> parts) {
    List<Stretch> sorted =
        parts.stream()
            .flatMap(part -> part.list().stream())
            .sorted(Comparator.comparingDouble(Stretch::start))
            .toList();
    List<Stretch> merged = new ArrayList<>();
    for (Stretch stretch : sorted) {
      int last = merged.size() - 1;
      if (last >= 0 && stretch.start() < merged.get(last).end()) {
        double end = Math.max(merged.get(last).end(), stretch.end());
        merged.set(last, new Stretch(merged.get(last).start(), end));
      } else {
        merged.add(stretch);
      }
    }
    return new Stretches(merged);
  }

  /** What lies in this part and in the other. */
  public Optional<Stretches> intersection(Stretches other) {
    List<Stretch> common = new ArrayList<>();
    other.list.forEach(each -> common.addAll(within(each.start(), each.end())));
    return common.isEmpty() ? Optional.empty() : Optional.of(new Stretches(common));
  }

  /** The probability of the column's values that lie here. */
  public double probability() {
    return list.stream().mapToDouble(Stretch::width).sum();
  }

  /** Whether a u lies here. */
  public boolean contains(double u) {
    return list.stream().anyMatch(each -> u >= each.start() && u < each.end());
  }

  /** Whether a stretch of this overlaps one of the other. */
  public boolean overlaps(Stretches other) {
    return list.stream()
        .anyMatch(
            mine ->
                other.list.stream()
                    .anyMatch(its -> mine.start() < its.end() && its.start() < mine.end()));
  }

  /** The parts that lie in [start, end). */
  public List<Stretch> within(double start, double end) {
    List<Stretch> parts = new ArrayList<>();
    for (Stretch stretch : list) {
      double from = Math.max(start, stretch.start());
      double to = Math.min(end, stretch.end());
      if (from < to) {
        parts.add(new Stretch(from, to));
      }
    }
    return parts;
  }

  /** The u below which a share of this part lies. */
  public double quantile(double share) {
    double left = share * probability();
    int i = 0;
    while (i < list.size() - 1 && left >= list.get(i).width()) {
      left -= list.get(i++).width();
    }
    return list.get(i).nearest(list.get(i).start() + left);
  }
}
