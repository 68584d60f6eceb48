package io.mirrorlake.synthesizer.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlanCacheTest {
  private final List<String> makings = new ArrayList<>();
  private final PlanCache<String, String> cache = new PlanCache<>(2);

  private String get(String key) {
    return cache.get(
        key,
        () -> {
          makings.add(key);
          return "plan of " + key;
        });
  }

  @Test
  void makesOnceWhatIsEqual() {
    assertThat(get("a")).isEqualTo("plan of a");
    assertThat(get("A".toLowerCase(Locale.ROOT))).isSameAs(get("a"));
    assertThat(makings).containsExactly("a");
  }

  @Test
  void letsGoWhatWasNotAskedForTheLongest() {
    List.of("a", "b", "a", "c", "a", "b").forEach(this::get);

    assertThat(makings).containsExactly("a", "b", "c", "b");
  }

  @Test
  void keepsNothingOfAFailure() {
    assertThatThrownBy(
            () ->
                cache.get(
                    "a",
                    () -> {
                      throw new IllegalStateException("no plan");
                    }))
        .hasMessage("no plan");
    assertThat(get("a")).isEqualTo("plan of a");
  }

  @Test
  void threadsShareWhatOneOfThemMakes() {
    assertThat(IntStream.range(0, 100).parallel().mapToObj(i -> get("a")).distinct())
        .containsExactly("plan of a");
    assertThat(makings).containsExactly("a");
  }
}
