package io.mirrorlake.jobs.configuration;

import java.util.List;

/** A foreign key. */
public record ReferenceConfiguration(
    @Setting("Its columns, in order.") List<String> columns,
    @Setting("The table that it refers to; may be the table itself.") String table,
    @Setting("The columns of that table, which are unique there; its primary key if not given.")
        List<String> parentColumns,
    @Setting(
            value =
                "Whether it leads: rows of one parent belong together, as a customer's orders do."
                    + " Chosen from the data where no reference of the table leads.",
            fallback = "false")
        boolean leading,
    @Setting(
            value =
                "What becomes of rows whose parent is missing: repair (told as null, or left out"
                    + " where the column is part of another key; a note says so) or reproduce (at"
                    + " their rate, with keys beyond those of the parents).",
            fallback = "repair")
        OrphanChoice orphans) {
  public ReferenceConfiguration {
    columns = List.copyOf(columns);
    parentColumns = List.copyOf(parentColumns);
  }
}
