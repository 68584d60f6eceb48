/** How the events of one entity follow each other: how many, when, and what comes after what. */
@NullMarked
package io.mirrorlake.evaluator.sequence;

import org.jspecify.annotations.NullMarked;
