/**
 * Single columns: marginals and keys compiled into tables that turn a uniform, or a row index, into
 * a value of the column's type in constant time, written to primitive arrays.
 */
@NullMarked
package io.mirrorlake.synthesizer.column;

import org.jspecify.annotations.NullMarked;
