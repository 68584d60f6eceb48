package io.mirrorlake.jobs.configuration;

import java.util.List;

/** Which constraints the synthetic rows keep. */
public record ConstraintConfiguration(
    @Setting(value = "Whether constraints are looked for in the data.", fallback = "true")
        boolean discover,
    @Setting(
            "Constraints that are not kept though they are found, as the profile writes them; a column's name alone drops all of its.")
        List<String> drop,
    @Setting(
            "Constraints to keep besides those that are found, such as 'start <= end', 'total = net + tax', 'city -> state'.")
        List<String> add,
    @Setting(
            value =
                "The greatest share of rows that may break an added constraint: with more the job fails, with fewer it notes the share.",
            fallback = "0.05",
            minimum = 0,
            maximum = 1)
        double tolerated) {
  public ConstraintConfiguration {
    drop = List.copyOf(drop);
    add = List.copyOf(add);
  }
}
