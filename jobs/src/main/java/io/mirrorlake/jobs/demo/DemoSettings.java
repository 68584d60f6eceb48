package io.mirrorlake.jobs.demo;

import io.mirrorlake.jobs.configuration.ConfigurationReader;
import io.mirrorlake.jobs.configuration.ConfigurationReader.Adjustment;
import io.mirrorlake.jobs.configuration.ConfigurationReader.Settings;
import java.util.List;
import java.util.Map;

/** The configurations of the demo's jobs, as a command line's {@code --set} would give them. */
final class DemoSettings {
  private DemoSettings() {}

  static <R extends Record> R read(Class<R> type, List<String> settings) {
    List<Adjustment> adjustments = settings.stream().map(Adjustment::ofText).toList();
    return ConfigurationReader.of(Map.of()).read(type, Settings.none(), adjustments);
  }
}
