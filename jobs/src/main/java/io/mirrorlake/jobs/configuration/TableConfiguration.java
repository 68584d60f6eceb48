package io.mirrorlake.jobs.configuration;

import java.util.List;
import java.util.Optional;

/** One table of a dataset: where it is, what becomes of it, and how it joins the others. */
public record TableConfiguration(
    @Setting("The real table; what it shares with others can stand in the dataset's 'source'.")
        SourceConfiguration source,
    @Setting(
            value =
                "What becomes of the table: synthesized; reference, whose rows are kept as they are, in the profile too; or skipped.",
            fallback = "synthesized")
        TableRoleChoice role,
    @Setting("The columns of the primary key, in order; a database is asked for them.")
        List<String> primaryKey,
    @Setting("The foreign keys.") List<ReferenceConfiguration> references,
    @Setting("The column, such as a date, that orders the rows of a parent.")
        Optional<String> orderBy,
    @Setting(
            "The column whose values are the units to protect; if not given, the rows of the leading parent, or the rows.")
        Optional<String> privacyUnit,
    @Setting("Columns to leave out.") List<String> exclude,
    @Setting("What holds in every row.") ConstraintConfiguration constraints,
    @Setting("What string columns hold.") TextConfiguration text) {
  public TableConfiguration {
    primaryKey = List.copyOf(primaryKey);
    references = List.copyOf(references);
    exclude = List.copyOf(exclude);
  }
}
