/**
 * Where real tables come from: files, Delta tables, catalogs, databases. What a source cannot
 * deliver as declared is said with the column and the count; a value that does not parse never
 * turns into a null.
 */
@NullMarked
package io.mirrorlake.jobs.source;

import org.jspecify.annotations.NullMarked;
