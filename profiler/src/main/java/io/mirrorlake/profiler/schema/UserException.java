package io.mirrorlake.profiler.schema;

import java.util.Objects;

/**
 * A failure that the person who runs the job can mend. The message is for that person: the problem
 * says what is wrong, where and with which value, the cure says what to do. It is printed without a
 * stack trace. A failure that only a programmer can mend is a defect and never of this type.
 */
public final class UserException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ErrorKind kind;
  private final String problem;
  private final String cure;

  private UserException(ErrorKind kind, String problem, String cure, Throwable cause) {
    super(problem + "\n  cure: " + cure, cause);
    this.kind = kind;
    this.problem = problem;
    this.cure = cure;
  }

  private UserException(ErrorKind kind, String problem, String cure) {
    super(problem + "\n  cure: " + cure);
    this.kind = kind;
    this.problem = problem;
    this.cure = cure;
  }

  /**
   * An exception of this kind; {@code problem} names the thing, the place and the value, {@code
   * cure} the way out.
   */
  public static UserException of(ErrorKind kind, String problem, String cure) {
    return new UserException(
        Objects.requireNonNull(kind),
        Objects.requireNonNull(problem),
        Objects.requireNonNull(cure));
  }

  /** The same exception with the technical failure behind it, which is shown only on request. */
  public UserException withCause(Throwable cause) {
    return new UserException(kind, problem, cure, cause);
  }

  /** Where the cause lies. */
  public ErrorKind kind() {
    return kind;
  }

  /** What is wrong, where, and with which value. */
  public String problem() {
    return problem;
  }

  /** What the reader can do about it. */
  public String cure() {
    return cure;
  }
}
