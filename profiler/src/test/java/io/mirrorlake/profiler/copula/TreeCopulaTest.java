package io.mirrorlake.profiler.copula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mirrorlake.profiler.copula.GivenColumn.Origin;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class TreeCopulaTest {
  private static TreeColumn column(String name, int codes, String... trees) {
    List<Integer> starts = IntStream.range(0, codes).boxed().toList();
    return new TreeColumn(
        name, starts, false, List.of(trees).stream().map(CodeTreeText::read).toList());
  }

  private static TreeCopula copula(TreeColumn... columns) {
    return new TreeCopula(List.of(columns));
  }

  @Test
  void columnsAskThoseBeforeThem() {
    TreeColumn a = column("a", 2, "=0*3,1*4");
    TreeColumn b = column("b", 3, "?0:0 =2*1 =", "=1*1");

    assertThat(copula(a, b).columns()).containsExactly(a, b);
    assertThat(b.codes()).isEqualTo(3);
    assertThatThrownBy(() -> copula(b, a))
        .hasMessage(
            "a tree of column 'b' at position 0 asks column 0, which is not drawn before it");
    assertThatThrownBy(() -> copula(a, a)).hasMessage("column 'a' is drawn twice");
    assertThatThrownBy(() -> copula(a, column("b", 2, "?0:0 =1*1 ?0:1 =2*1 =")))
        .hasMessage("a leaf of column 'b' has code 2, but the column has codes below 2");
  }

  @Test
  void columnsRepeatWhereAFlagBeforeThemSaysSo() {
    TreeColumn flag = column("flag", 2, "=0*3,1*4");
    TreeColumn value = column("value", 3, "=").repeating("flag");

    assertThat(value.isRepeating()).isTrue();
    assertThat(flag.isRepeating()).isFalse();
    assertThat(copula(flag, value).columns()).containsExactly(flag, value);
    assertThatThrownBy(() -> copula(value, flag))
        .hasMessage(
            "column 'value' repeats where 'flag' says so,"
                + " which is no column of two codes drawn before it");
    assertThatThrownBy(() -> copula(column("flag", 3, "="), value))
        .hasMessageStartingWith("column 'value' repeats where 'flag' says so");
  }

  @Test
  void columnsAreDecidedByThoseBeforeThem() {
    TreeColumn day = column("day", 3, "=0*3,1*4");
    TreeColumn holiday = TreeColumn.decided("holiday", List.of(0, 1), false, "day");
    TreeColumn sales = column("sales", 2, "?1:0 =0*1 =1*1");

    assertThat(copula(day, holiday, sales).needed(Set.of("sales"))).containsOnly(true);
    assertThat(copula(day, holiday, sales).needed(Set.of("day")))
        .containsExactly(true, false, false);
    assertThatThrownBy(() -> copula(holiday, day))
        .hasMessage("column 'holiday' is decided by 'day', which is not drawn before it");
    assertThatThrownBy(
            () ->
                new TreeColumn(
                    "holiday", List.of(0, 1), false, sales.trees(), "", "day", AdditiveScore.NONE))
        .hasMessage("column 'holiday' has trees, though 'day' decides it");
  }

  @Test
  void refusesWhatIsNoColumn() {
    List<CodeTree> trees = List.of(CodeTreeText.read("="));
    assertThatThrownBy(() -> new TreeColumn("a", List.of(), true, trees))
        .hasMessage("column 'a' has 0 codes and 1 trees");
    assertThatThrownBy(() -> column("a", 257, "="))
        .hasMessage("column 'a' has 257 codes and 1 trees");
    assertThatThrownBy(() -> column("a", 2)).hasMessage("column 'a' has 2 codes and 0 trees");
    assertThatThrownBy(() -> new TreeColumn("a", List.of(1, 2), true, trees))
        .hasMessage("the codes of column 'a' do not start at rising segments: [1, 2]");
    assertThatThrownBy(() -> new TreeColumn("a", List.of(0, 2, 2), true, trees))
        .hasMessage("the codes of column 'a' do not start at rising segments: [0, 2, 2]");
  }

  @Test
  void siblingsBeforePassOnWhatTheyAreGiven() {
    TreeCopula copula =
        new TreeCopula(
            List.of(
                new GivenColumn("fee", Origin.FURTHER, "starts.team", "fee", List.of(0, 1)),
                new GivenColumn("before", Origin.PREVIOUS, "cost", List.of(0, 1)),
                new GivenColumn("place", Origin.POSITION, "", List.of(0, 1))),
            List.of(
                column("cell", 2, "?1:0 =0*1 =1*1"),
                column("alone", 2, "?2:0 =0*1 =1*1"),
                column("cost", 2, "?0:0 =0*1 =1*1")));

    assertThat(copula.asked(Set.of("alone")))
        .extracting(GivenColumn::name)
        .containsExactly("place");
    assertThat(copula.asked(Set.of("cell")))
        .extracting(GivenColumn::name)
        .containsExactlyInAnyOrder("before", "fee");
    assertThat(copula.needed(Set.of("cell")))
        .containsExactly(false, true, false, true, false, false);
  }
}
