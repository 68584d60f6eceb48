/** The three jobs, from a validated configuration to a committed output. */
@NullMarked
package io.mirrorlake.jobs.run;

import org.jspecify.annotations.NullMarked;
