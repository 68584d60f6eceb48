package io.mirrorlake.profiler.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorlake.profiler.marginal.CategoricalMarginal;
import io.mirrorlake.profiler.marginal.CategoricalMarginal.Remainder;
import io.mirrorlake.profiler.marginal.TextFormat;
import io.mirrorlake.profiler.marginal.TextPattern;
import io.mirrorlake.profiler.profile.ColumnProfile;
import io.mirrorlake.profiler.schema.Column;
import io.mirrorlake.profiler.schema.ColumnType;
import io.mirrorlake.profiler.schema.ColumnType.Kind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class TableDraftTest {
  private static final CategoricalMarginal RARE =
      new CategoricalMarginal(
          0,
          List.of(),
          Optional.of(new Remainder(1, TextFormat.of(new TextPattern(1, List.of())))));

  @Test
  void aBooleanOfRareValuesIsToldAsNull() {
    Column column = new Column("b", ColumnType.of(Kind.BOOLEAN), false);
    ColumnProfile drawn = TableDraft.drawn(column, RARE);
    assertThat(drawn)
        .isEqualTo(
            new ColumnProfile.Drawn(
                new Column("b", column.type(), true),
                new CategoricalMarginal(1, List.of(), Optional.empty())));
  }

  @Test
  void aStringOfRareValuesKeepsItsFormat() {
    Column column = new Column("s", ColumnType.of(Kind.STRING), false);
    assertThat(TableDraft.drawn(column, RARE)).isEqualTo(new ColumnProfile.Drawn(column, RARE));
  }
}
