package io.mirrorlake.jobs.configuration;

import java.util.List;

/** Which rows follow each other. */
public record SequenceConfiguration(
    @Setting(
            "The column that names whose event a row is, such as an account; it is compared in no other way.")
        String by,
    @Setting("The column of dates, times or numbers that orders the events.") String order,
    @Setting("The columns to look at; all that are compared if none is given.")
        List<String> columns) {
  public SequenceConfiguration {
    columns = List.copyOf(columns);
  }
}
