package io.mirrorlake.jobs.source;

import io.mirrorlake.jobs.configuration.SourceConfiguration;
import io.mirrorlake.profiler.relation.discovery.DeclaredKeys;

/**
 * A table among others.
 *
 * @param name a name for it, no other table's
 * @param source how it is read
 * @param declared the keys that the source declares
 */
public record ListedTable(String name, SourceConfiguration source, DeclaredKeys declared) {
  /** The same table, read in another way. */
  public ListedTable readAs(SourceConfiguration other) {
    return new ListedTable(name, other, declared);
  }
}
