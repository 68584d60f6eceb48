package io.mirrorlake.profiler.copula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CodeTreeTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "=",
        "=255*999999999",
        "=0*12,3*4",
        "?3:0-4,9 =0*12,3*4 =",
        "?0:255 ?1:0,2,4-5 =1*1 =2*2 ?2:0-255 =3*3 =4*4"
      })
  void readsWhatItWrites(String text) {
    CodeTree tree = CodeTreeText.read(text);

    assertThat(CodeTreeText.write(tree)).isEqualTo(text);
    assertThat(CodeTreeText.read(CodeTreeText.write(tree))).isEqualTo(tree);
  }

  @Test
  void theFirstSubtreeIsForTheCodesOfTheSet() {
    CodeTree tree = CodeTreeText.read("?0:0-1,9 =0*1 ?1:3 =1*1 =2*1");

    assertThat(tree.leaf(column -> 9).parts().code(0)).isZero();
    assertThat(tree.leaf(column -> column == 0 ? 8 : 3).parts().code(0)).isEqualTo(1);
    assertThat(tree.leaf(column -> column == 0 ? 8 : 4).parts().code(0)).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "\"\" | '' is no part of a tree",
        "?0:1 =0*1 | the tree is cut off after 2 nodes",
        "=0*1 =0*1 | the tree ends before '=0*1'",
        "?0:1  =0*1 = | '' is no part of a tree",
        "?-1:1 = = | '?-1:1' is no part of a tree",
        "?0: = = | '?0:' is no part of a tree",
        "?0:4-2 = = | codes '4-2' run backwards",
        "?0:1--2 = = | '1--2' is no part of a tree",
        "?0:256 = = | code 256 is not in [0, 256)",
        "=0 | '0' is no part of a tree",
        "=0*0 | code 0 has 0 parts",
        "=0*1000000000 | '0*1000000000' is no part of a tree",
        "=2*1,1*1 | codes do not rise: [2, 1]",
        "=256*1 | codes do not rise: [256]",
        "leaf | 'leaf' is no part of a tree",
      })
  void refusesWhatIsNoTree(String text, String message) {
    assertThatThrownBy(() -> CodeTreeText.read(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void refusesTreesThatWouldExhaustTheStack() {
    String text = "?0:1 ".repeat(100_000) + "=";

    assertThatThrownBy(() -> CodeTreeText.read(text))
        .hasMessage("the tree is deeper than 500 nodes");
  }
}
