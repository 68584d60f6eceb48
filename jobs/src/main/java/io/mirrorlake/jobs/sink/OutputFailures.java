package io.mirrorlake.jobs.sink;

import io.mirrorlake.profiler.schema.ErrorKind;
import io.mirrorlake.profiler.schema.UserException;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.apache.hadoop.fs.Path;

/** What can be wrong with an output. */
final class OutputFailures {
  private OutputFailures() {}

  static UserException exists(Path target) {
    return UserException.of(
        ErrorKind.OUTPUT,
        "the output " + shown(target) + " already exists",
        "choose another --output, or replace it with --mode overwrite");
  }

  static UserException holdsOthers(Path target, OutputContent content) {
    return UserException.of(
        ErrorKind.OUTPUT,
        "the output "
            + shown(target)
            + " is not replaced, because it holds something else than "
            + content.shown(),
        "choose another --output, or remove it yourself");
  }

  static UserException noDeltaTable(Path target) {
    return UserException.of(
        ErrorKind.OUTPUT,
        "the output " + shown(target) + " is no Delta table, so nothing can be appended to it",
        "choose another --output");
  }

  static UserException otherColumns(Path target, String present, String added) {
    return UserException.of(
        ErrorKind.OUTPUT,
        "the table at "
            + shown(target)
            + " has the columns "
            + present
            + ", but the rows to append have "
            + added,
        "choose another --output, or append rows of the same profile");
  }

  static UserException notWritable(String path, IOException e) {
    return UserException.of(
            ErrorKind.OUTPUT,
            "the output " + path + " cannot be written: " + firstLine(e),
            "check that the directory exists or can be made, that you may write there, and that there is space")
        .withCause(e);
  }

  /**
   * What a failed write means: a user's failure where one, or the file system, is behind it, else a
   * defect.
   */
  static RuntimeException ofWriting(Path target, Exception failure) {
    List<Throwable> chain = ExceptionUtils.getThrowableList(failure);
    Optional<RuntimeException> known =
        chain.stream()
            .filter(UserException.class::isInstance)
            .map(RuntimeException.class::cast)
            .findFirst()
            .or(
                () ->
                    chain.stream()
                        .filter(IOException.class::isInstance)
                        .map(
                            cause ->
                                notWritable(shown(target), (IOException) cause).withCause(failure))
                        .map(RuntimeException.class::cast)
                        .findFirst());
    return known.orElseGet(
        () ->
            failure instanceof RuntimeException unchecked
                ? unchecked
                : new IllegalStateException(failure));
  }

  private static String shown(Path target) {
    return target.toUri().getScheme() == null || target.toUri().getScheme().equals("file")
        ? target.toUri().getPath()
        : target.toString();
  }

  private static String firstLine(IOException e) {
    return Objects.toString(e.getMessage(), e.getClass().getSimpleName())
        .lines()
        .findFirst()
        .orElse("");
  }
}
