/** The command line: options, help, messages, exit codes. */
@NullMarked
package io.mirrorlake.jobs.cli;

import org.jspecify.annotations.NullMarked;
