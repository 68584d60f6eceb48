/**
 * A profile as a page for a person: the table's columns, what they hold, and what depends on what.
 */
@NullMarked
package io.mirrorlake.jobs.show;

import org.jspecify.annotations.NullMarked;
