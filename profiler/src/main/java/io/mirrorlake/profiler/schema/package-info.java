/**
 * The vocabulary all modules share: the names and types of columns and tables, and the one
 * exception that a user's mistake ends in. Pure Java; nothing here knows Spark, a distribution or a
 * file.
 */
@NullMarked
package io.mirrorlake.profiler.schema;

import org.jspecify.annotations.NullMarked;
