/**
 * Where results go. An output appears whole or not at all: it is made beside its place under
 * another name and then moved there, so a run that fails leaves what was there as it was.
 */
@NullMarked
package io.mirrorlake.jobs.sink;

import org.jspecify.annotations.NullMarked;
