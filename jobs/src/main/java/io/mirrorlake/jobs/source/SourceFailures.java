package io.mirrorlake.jobs.source;

import io.mirrorlake.jobs.configuration.Locations;
import io.mirrorlake.profiler.schema.ErrorKind;
import io.mirrorlake.profiler.schema.UserException;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.apache.spark.SparkThrowable;

/** Tells the failures that a source causes from defects. */
public final class SourceFailures {
  /** How Spark's names of the failures begin that the content of files causes. */
  private static final List<String> CONTENT =
      List.of(
          "MALFORMED_RECORD_IN_PARSING",
          "MALFORMED_CSV_RECORD",
          "FAILED_READ_FILE",
          "CANNOT_READ_FILE_FOOTER");

  private SourceFailures() {}

  /**
   * Does the work; a failure that one of the tables causes becomes the user's, any other stays a
   * defect.
   */
  public static <T> T explained(List<SourceTable> tables, Callable<T> work) {
    try {
      return work.call();
    } catch (Exception e) {
      // Spark throws checked exceptions that no signature declares; all are translated or thrown
      // on.
      throw user(tables, e).map(RuntimeException.class::cast).orElseGet(() -> defect(e));
    }
  }

  private static RuntimeException defect(Exception e) {
    return e instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(e);
  }

  private static Optional<UserException> user(List<SourceTable> tables, Exception failure) {
    List<Throwable> chain = ExceptionUtils.getThrowableList(failure);
    Optional<UserException> thrown = first(chain, UserException.class);
    if (thrown.isPresent()) {
      return thrown;
    }
    if (chain.stream().anyMatch(SourceFailures::isContent)) {
      return Optional.of(content(tables, failure));
    }
    return first(chain, SQLException.class).map(e -> database(tables, e));
  }

  private static <E> Optional<E> first(List<Throwable> chain, Class<E> type) {
    return chain.stream().filter(type::isInstance).map(type::cast).findFirst();
  }

  private static boolean isContent(Throwable failure) {
    String condition = failure instanceof SparkThrowable spark ? spark.getCondition() : null;
    return condition != null && CONTENT.stream().anyMatch(condition::startsWith);
  }

  private static UserException content(List<SourceTable> tables, Exception failure) {
    return tables.stream()
        .map(table -> table.diagnosis().get())
        .flatMap(Optional::stream)
        .findFirst()
        .orElseGet(() -> unreadable(tables, failure))
        .withCause(failure);
  }

  private static UserException unreadable(List<SourceTable> tables, Exception failure) {
    Throwable root = Objects.requireNonNullElse(ExceptionUtils.getRootCause(failure), failure);
    return UserException.of(
        ErrorKind.SOURCE,
        "a file of " + locations(tables) + " cannot be read: " + firstLine(root),
        "check that the files are whole and of the format that is read; 'format' names it");
  }

  private static UserException database(List<SourceTable> tables, SQLException e) {
    return UserException.of(
            ErrorKind.ENVIRONMENT,
            "the database failed while " + locations(tables) + " was read: " + firstLine(e),
            "check the database and the connection, then run the job again")
        .withCause(e);
  }

  private static String locations(List<SourceTable> tables) {
    return String.join(
        " or ", tables.stream().map(table -> table.description().location()).distinct().toList());
  }

  static String firstLine(Throwable failure) {
    String line =
        Objects.toString(failure.getMessage(), failure.getClass().getSimpleName())
            .lines()
            .findFirst()
            .orElse(failure.getClass().getSimpleName());
    return Locations.masked(line);
  }
}
