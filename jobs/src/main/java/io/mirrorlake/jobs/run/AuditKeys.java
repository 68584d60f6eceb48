package io.mirrorlake.jobs.run;

import io.mirrorlake.evaluator.relations.Link;
import io.mirrorlake.evaluator.spark.DatasetKeys;
import io.mirrorlake.jobs.configuration.DatasetConfiguration;
import io.mirrorlake.jobs.configuration.ReferenceConfiguration;
import io.mirrorlake.jobs.configuration.TableConfiguration;
import io.mirrorlake.jobs.configuration.TableRoleChoice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The keys of a configuration, in the judge's words. */
final class AuditKeys {
  private AuditKeys() {}

  /** The keys of these tables; references to tables that are not judged are left out. */
  static DatasetKeys of(KeyRules rules, DatasetConfiguration dataset, Set<String> tables) {
    Map<String, List<String>> primaryKeys = new LinkedHashMap<>();
    List<Link> links = new ArrayList<>();
    Map<String, String> orders = new LinkedHashMap<>();
    Set<String> kept = new LinkedHashSet<>();
    dataset
        .profiled()
        .forEach(
            (name, table) -> {
              if (tables.contains(name)) {
                if (!rules.primaryKey(name).isEmpty()) {
                  primaryKeys.put(name, rules.primaryKey(name));
                }
                if (table.role() == TableRoleChoice.REFERENCE) {
                  kept.add(name);
                }
                table.orderBy().ifPresent(column -> orders.put(name, column));
                for (ReferenceConfiguration reference : leadingFirst(table)) {
                  if (tables.contains(reference.table())) {
                    links.add(
                        new Link(
                            name,
                            reference.columns(),
                            reference.table(),
                            rules.parentColumns(reference)));
                  }
                }
              }
            });
    return new DatasetKeys(primaryKeys, links, orders, kept);
  }

  /** The leading reference tells whose events the rows are. */
  private static List<ReferenceConfiguration> leadingFirst(TableConfiguration table) {
    return table.references().stream()
        .sorted(Comparator.comparing(ReferenceConfiguration::leading).reversed())
        .toList();
  }
}
