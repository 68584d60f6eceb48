package io.mirrorlake.profiler.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AlphabetTextTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "0123456789, 0-9",
        "01, 01",
        "ABCXYZ, A-CX-Z",
        "-, -",
        "+-9, -+9",
        "`,-`, `-,`",
        "-./0, --0",
        "+-./, --/+",
        "`+,-`, +--",
        "`+,-9`, +--9",
        "\\]^, \\-^",
      })
  void writesRanges(String alphabet, String text) {
    assertThat(AlphabetText.write(alphabet)).isEqualTo(text);
    assertThat(AlphabetText.read(text)).isEqualTo(alphabet);
  }

  @Test
  void readsBackEveryAlphabet() {
    SplittableRandom random = new SplittableRandom(42);
    for (int i = 0; i < 20_000; i++) {
      // Characters around the hyphen, where ranges and literals could be confused.
      TreeSet<Character> characters = new TreeSet<>();
      random.ints(random.nextInt(1, 12), '(', '4').forEach(c -> characters.add((char) c));
      String alphabet = characters.stream().map(String::valueOf).collect(Collectors.joining());
      assertThat(AlphabetText.read(AlphabetText.write(alphabet))).isEqualTo(alphabet);
    }
  }

  @Test
  void readsCharactersInAnyOrder() {
    assertThat(AlphabetText.read("a-c0-2-")).isEqualTo("-012abc");
  }

  @Test
  void refusesWhatIsAmbiguous() {
    assertThatThrownBy(() -> AlphabetText.read("9-0"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the range '9-0' of an alphabet falls");
    assertThatThrownBy(() -> AlphabetText.read("a-cb"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the alphabet 'a-cb' names a character twice");
  }
}
