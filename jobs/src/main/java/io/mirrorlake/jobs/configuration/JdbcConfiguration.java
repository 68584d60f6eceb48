package io.mirrorlake.jobs.configuration;

import io.mirrorlake.profiler.schema.ErrorKind;
import io.mirrorlake.profiler.schema.UserException;
import java.util.Optional;

/** How a database is reached, and how its rows are split for reading. */
public record JdbcConfiguration(
    @Setting("The user's name.") Optional<String> user,
    @Setting(
            value = "The user's password; take it from the environment: ${DB_PASSWORD}.",
            secret = true)
        Optional<String> password,
    @Setting("The driver's class, where the URL does not tell.") Optional<String> driver,
    @Setting("A numeric, date or timestamp column by whose values the rows are split.")
        Optional<String> partitionColumn,
    @Setting("Where the split begins; asked from the database if not given.")
        Optional<String> lowerBound,
    @Setting("Where the split ends; asked from the database if not given.")
        Optional<String> upperBound,
    @Setting(
            value = "Into how many parts the rows are split, with as many connections.",
            fallback = "8",
            minimum = 1,
            maximum = 1000)
        int partitions,
    @Setting(value = "How many rows one round trip brings.", fallback = "10000", minimum = 1)
        int fetchRows) {
  public JdbcConfiguration {
    if (lowerBound.isPresent() != upperBound.isPresent()) {
      throw UserException.of(
          ErrorKind.CONFIGURATION,
          "the database source has only one of 'jdbc.lowerBound' and 'jdbc.upperBound'",
          "write both, or none");
    }
    if (lowerBound.isPresent() && partitionColumn.isEmpty()) {
      throw UserException.of(
          ErrorKind.CONFIGURATION,
          "the database source has bounds, but no 'jdbc.partitionColumn'",
          "name the column that the bounds are for");
    }
  }
}
