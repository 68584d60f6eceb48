/**
 * Words that Datafaker knows: names, streets, cities and companies of many languages. They are
 * public and the same for everyone; nothing here is learned from data. The profiler recognizes
 * personal data by them, the synthesizer makes it from them.
 */
@NullMarked
package io.mirrorlake.profiler.lexicon;

import org.jspecify.annotations.NullMarked;
