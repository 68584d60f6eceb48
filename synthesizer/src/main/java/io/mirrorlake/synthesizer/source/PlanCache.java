package io.mirrorlake.synthesizer.source;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The last few things that were made, found again by what they were made from. Safe for use by
 * several threads; one that asks for what another is making waits for it.
 *
 * @param <K> what a thing is made from, compared by content
 * @param <V> what is made
 */
final class PlanCache<K, V> {
  private final int capacity;
  private final Map<K, V> made = new LinkedHashMap<>();

  /** A cache that keeps so many. */
  PlanCache(int capacity) {
    this.capacity = capacity;
  }

  /** What was made from the key lately, or what the maker makes now. */
  synchronized V get(K key, Supplier<V> maker) {
    V found = made.remove(key);
    V value = found == null ? maker.get() : found;
    // Put last: the one that was not asked for the longest goes first.
    made.put(key, value);
    if (made.size() > capacity) {
      Iterator<K> keys = made.keySet().iterator();
      keys.next();
      keys.remove();
    }
    return value;
  }
}
