/**
 * The classifier two-sample test: can boosted trees tell a synthetic row from a real one? It sees
 * what no list of pairs and triples can, because it looks for any difference at all.
 */
@NullMarked
package io.mirrorlake.evaluator.twosample;

import org.jspecify.annotations.NullMarked;
