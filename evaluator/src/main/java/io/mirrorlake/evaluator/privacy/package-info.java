/**
 * Whether synthetic rows lie nearer to the rows the profile saw than to equally many that it did
 * not see. Smoke tests for copying: passing them is no privacy guarantee, failing them is a leak.
 */
@NullMarked
package io.mirrorlake.evaluator.privacy;

import org.jspecify.annotations.NullMarked;
