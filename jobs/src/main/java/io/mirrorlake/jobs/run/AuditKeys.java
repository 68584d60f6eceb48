package io.mirrorlake.jobs.run;

import io.mirrorlake.evaluator.relations.Link;
import io.mirrorlake.evaluator.spark.DatasetKeys;
import io.mirrorlake.jobs.configuration.DatasetConfiguration;
import io.mirrorlake.jobs.configuration.ReferenceConfiguration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
    dataset
        .profiled()
        .forEach(
            (name, table) -> {
              if (tables.contains(name)) {
                if (!rules.primaryKey(name).isEmpty()) {
                  primaryKeys.put(name, rules.primaryKey(name));
                }
                for (ReferenceConfiguration reference : table.references()) {
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
    return new DatasetKeys(primaryKeys, links);
  }
}
