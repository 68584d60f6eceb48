/**
 * How tables join, told from the data: which columns are keys, which refer to which. Pure rules
 * over what scans leave of tables; what they propose is for a person to review.
 */
@NullMarked
package io.mirrorlake.profiler.relation.discovery;

import org.jspecify.annotations.NullMarked;
