/**
 * The profile: the one document that crosses from the real side to the synthetic side, and its JSON
 * text. A person can read it and compare two of them; it holds no real row.
 */
@NullMarked
package io.mirrorlake.profiler.profile;

import org.jspecify.annotations.NullMarked;
