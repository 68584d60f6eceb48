/**
 * Nearest records: rows of mixed columns as points, and an exact search among any number of them,
 * whose result does not depend on how they are divided.
 */
@NullMarked
package io.mirrorlake.evaluator.nearest;

import org.jspecify.annotations.NullMarked;
