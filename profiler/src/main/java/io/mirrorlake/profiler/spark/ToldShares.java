package io.mirrorlake.profiler.spark;

import io.mirrorlake.profiler.disclosure.DisclosurePolicy;
import io.mirrorlake.profiler.disclosure.SecretRounding;
import io.mirrorlake.profiler.fit.Rounding;
import java.util.ArrayList;
import java.util.List;

/** Shares of a table's rows as they are told: of counts that were changed in secret. */
final class ToldShares {
  private ToldShares() {}

  /**
   * The shares of parts that make up the table.
   *
   * @param counts how many rows each part has, at least one
   * @param item what the parts are
   */
  static List<Double> of(TableNode table, List<Long> counts, String item) {
    SecretRounding rounding = table.table().options().policy().table(table.name());
    List<Long> told = new ArrayList<>();
    for (long count : counts) {
      told.add(rounding.noisy(count, item + " " + told.size()));
    }
    double all = told.stream().mapToLong(Long::longValue).sum();
    return told.stream().map(count -> count / all).toList();
  }

  /** The share of some of the rows; none where too few units are among them. */
  static double of(TableNode table, long some, String item) {
    DisclosurePolicy policy = table.table().options().policy();
    DisclosurePolicy.ColumnRule rule = policy.column(table.name(), item);
    if (some < rule.threshold()) {
      return 0;
    }
    long told = rule.count(some, item);
    long others = rule.count(Math.max(0, table.count() - some), "others");
    return Rounding.share(told, told + others);
  }
}
