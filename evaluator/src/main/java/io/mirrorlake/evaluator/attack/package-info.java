/**
 * Attacks on training rows with the synthetic rows as the attacker's help: telling members from
 * others, singling out, linking, and inferring a secret. Each is run on a control group too, rows
 * of the same kind that nobody trained on, and beside a naive guess; only what it gains over the
 * control group speaks of a leak. Formulated after Shokri et al. 2017, van Breugel et al. 2023 and
 * Giomi et al. 2023.
 */
@NullMarked
package io.mirrorlake.evaluator.attack;

import org.jspecify.annotations.NullMarked;
