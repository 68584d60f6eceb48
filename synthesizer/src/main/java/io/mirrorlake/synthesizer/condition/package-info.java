/**
 * Conditions on a table's rows: what is asked of columns, told as parts of their u-scales. Whatever
 * cannot be met by itself is refused here, before any row is made.
 */
@NullMarked
package io.mirrorlake.synthesizer.condition;

import org.jspecify.annotations.NullMarked;
