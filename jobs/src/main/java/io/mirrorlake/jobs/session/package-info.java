/**
 * The Spark session that a job runs in: the cluster's under spark-submit, else one inside this
 * process.
 */
@NullMarked
package io.mirrorlake.jobs.session;

import org.jspecify.annotations.NullMarked;
