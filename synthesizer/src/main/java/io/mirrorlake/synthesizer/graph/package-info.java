/**
 * What the constraints of a table's profile ask of the order in which its columns are made: who
 * follows whom.
 */
@NullMarked
package io.mirrorlake.synthesizer.graph;

import org.jspecify.annotations.NullMarked;
