package io.mirrorlake.synthesizer.dataset;

import io.mirrorlake.profiler.copula.GivenColumn;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is asked of the rows of one table of a line. */
final class LevelRequest {
  /** The drawn columns whose positions are wanted. */
  final Set<String> drawn = new LinkedHashSet<>();

  /** The given columns whose codes are wanted. */
  final Set<String> given = new LinkedHashSet<>();

  /** The numbers that are wanted. */
  final Set<Carried> carried = new LinkedHashSet<>();

  /** The given columns of the children, whose codes are wanted of their parents. */
  final List<GivenColumn> exports = new ArrayList<>();

  /** What columns of the leading parents are computed from, if values of such are wanted. */
  Optional<LevelRequest> above = Optional.empty();

  /** The references whose cells are counted. */
  final Set<String> counted = new LinkedHashSet<>();

  /** Asks for all that another request of the same table's rows asks for. */
  void add(LevelRequest other) {
    drawn.addAll(other.drawn);
    given.addAll(other.given);
    carried.addAll(other.carried);
    exports.addAll(other.exports);
    counted.addAll(other.counted);
    other.above.ifPresent(
        of -> {
          LevelRequest own = above.orElseGet(LevelRequest::new);
          own.add(of);
          above = Optional.of(own);
        });
  }
}
