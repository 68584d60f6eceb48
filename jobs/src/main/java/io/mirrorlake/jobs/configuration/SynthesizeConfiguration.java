package io.mirrorlake.jobs.configuration;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the synthesize job does. */
public record SynthesizeConfiguration(
    @Setting(value = "The profile: its directory, or the file in it.", option = "--profile")
        String profile,
    @Setting(
            value = "The table of the profile; not needed where it has only one.",
            option = "--table")
        Optional<String> table,
    @Setting(
            value =
                "How many rows to write; as many as the source had if not given. Of several tables by name, such as orders=1000000; the others follow them.",
            minimum = 0,
            option = "--rows")
        Map<String, Long> rows,
    @Setting(
            value =
                "How many times the rows of the source each table of a dataset gets; reference tables stay as they are.",
            option = "--scale")
        Optional<Double> scale,
    @Setting(value = "The tables of a dataset to write; all if none is given.", option = "--tables")
        List<String> tables,
    @Setting(
            value = "The seed: the same seed gives the same rows.",
            fallback = "0",
            option = "--seed")
        long seed,
    @Setting(
            value = "The index of the first row; a later run can go on where an earlier one ended.",
            fallback = "0",
            minimum = 0,
            option = "--first-row")
        long firstRow,
    @Setting(
            value =
                "Into how many parts the work is split; by rows and cores if not given. It never changes a value.",
            minimum = 1,
            option = "--partitions")
        Optional<Integer> partitions,
    @Setting(
            "What every row must be, by column: a value, a list, a range {from, to}, {null: false}, or shares such as {yes: 0.5, no: 0.5}.")
        Map<String, Object> where,
    @Setting(value = "Where the rows are written to.", option = "--output")
        SinkConfiguration output,
    @Setting("Settings of Spark, without the leading 'spark.'.") Map<String, String> spark)
    implements JobConfiguration {
  public SynthesizeConfiguration {
    rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
    tables = List.copyOf(tables);
    where = Collections.unmodifiableMap(new LinkedHashMap<>(where));
    spark = Map.copyOf(spark);
  }

  /** How many rows the only table gets, where it is said. */
  public Optional<Long> onlyRows() {
    return Optional.ofNullable(rows.get(""));
  }
}
