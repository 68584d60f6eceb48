package io.mirrorlake.jobs.configuration;

import java.util.List;

/** What a model learns to predict, and whom it must treat alike. */
@Shorthand("column")
public record TargetConfiguration(
    @Setting("The column that a model learns to predict.") String column,
    @Setting(
            value =
                "Columns whose values tell groups, such as sex: what models from synthetic rows lose in each group, and in each pair of them, is judged.",
            option = "--groups")
        List<String> groups) {
  public TargetConfiguration {
    groups = List.copyOf(groups);
  }
}
