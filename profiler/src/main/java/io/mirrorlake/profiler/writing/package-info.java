/**
 * How texts write numbers, dates and times: {@code 31.01.2024}, {@code 1,234.56}, {@code 36%}. A
 * column of such texts is learned as what it writes, and written again when rows are made.
 */
@NullMarked
package io.mirrorlake.profiler.writing;

import org.jspecify.annotations.NullMarked;
