package io.mirrorlake.jobs.run;

import java.io.PrintWriter;
import org.apache.spark.sql.SparkSession;

/**
 * What a job works with.
 *
 * @param spark the session
 * @param out where results for a person are printed
 * @param progress where steps are told
 */
public record JobContext(SparkSession spark, PrintWriter out, Progress progress) {}
