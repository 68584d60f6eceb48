/**
 * The rules of the whole code base that no compiler knows: who may depend on whom, and what must
 * never be called where.
 *
 * <p>{@code violation} is a second, tiny Mirrorlake that breaks each rule once: it proves that the
 * rules bite.
 */
package io.mirrorlake.jobs.architecture;
