/** The demo: a real table through the three jobs, with nothing to prepare. */
@NullMarked
package io.mirrorlake.jobs.demo;

import org.jspecify.annotations.NullMarked;
