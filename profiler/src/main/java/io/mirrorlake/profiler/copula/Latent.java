package io.mirrorlake.profiler.copula;

/**
 * One latent standard normal variable of a Gaussian copula.
 *
 * @param column the column it belongs to
 * @param role what it decides of that column
 */
public record Latent(String column, Role role) {

  /** What a latent variable decides. */
  public enum Role {
    /** The value, given that it is not null: u = (1 - q) Phi(z) with null probability q. */
    VALUE,
    /** Whether the value is null: it is where Phi(z) &gt;= 1 - q. */
    MISSING
  }
}
