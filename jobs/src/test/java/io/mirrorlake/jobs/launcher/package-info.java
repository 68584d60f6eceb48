/** What a user starts: the application jar that spark-submit takes, and {@code ./mirrorlake}. */
package io.mirrorlake.jobs.launcher;
