/** Disclosure control: how many privacy units must carry something before a profile may say it. */
@NullMarked
package io.mirrorlake.profiler.disclosure;

import org.jspecify.annotations.NullMarked;
