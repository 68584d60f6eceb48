package io.mirrorlake.jobs.configuration;

import java.util.LinkedHashMap;
import java.util.Map;

/** Lays the source that a dataset's tables share below the source of each. */
final class SharedSource {
  private static final String SOURCE = "source";

  private SharedSource() {}

  /** The settings with the shared source moved into the tables; unchanged where there is none. */
  static SettingNode.Mapping spread(SettingNode.Mapping settings) {
    if (!(settings.members().get(SOURCE) instanceof SettingNode.Mapping shared)
        || !(settings.members().get(DatasetConfiguration.TABLES)
            instanceof SettingNode.Mapping tables)) {
      return settings;
    }
    Map<String, SettingNode> below = new LinkedHashMap<>();
    tables.members().forEach((name, table) -> below.put(name, sharing(table, shared)));
    Map<String, SettingNode> members = new LinkedHashMap<>(settings.members());
    members.remove(SOURCE);
    members.put(DatasetConfiguration.TABLES, new SettingNode.Mapping(below, tables.origin()));
    return new SettingNode.Mapping(members, settings.origin());
  }

  private static SettingNode sharing(SettingNode table, SettingNode.Mapping shared) {
    return table instanceof SettingNode.Mapping mapping
        ? new SettingNode.Mapping(Map.of(SOURCE, shared), shared.origin()).overlaidWith(mapping)
        : table;
  }
}
