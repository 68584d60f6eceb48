package io.mirrorlake.profiler.spark;

import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.catalyst.InternalRow;

/**
 * The rows that the second scan reads: the table's columns and what is given.
 *
 * @param rows the rows
 * @param columns their columns, the table's own first
 * @param given the coders of what is given
 */
record WideSample(JavaRDD<InternalRow> rows, SourceColumns columns, List<GivenCoder> given) {}
