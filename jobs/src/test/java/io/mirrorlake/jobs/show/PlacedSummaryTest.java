package io.mirrorlake.jobs.show;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorlake.profiler.profile.ColumnProfile;
import io.mirrorlake.profiler.schema.Column;
import io.mirrorlake.profiler.schema.ColumnType;
import io.mirrorlake.profiler.schema.ColumnType.Kind;
import org.junit.jupiter.api.Test;

/** Columns that follow from where a row stands, in a few words. */
final class PlacedSummaryTest {
  private static final Column COLUMN = new Column("price", ColumnType.of(Kind.INT), false);

  @Test
  void borrowedColumnsSayWhereTheyComeFrom() {
    assertThat(ColumnSummary.of(new ColumnProfile.Borrowed(COLUMN, "lines.sku", "srp")))
        .isEqualTo(new ColumnSummary("", "borrowed", "srp of the row of lines.sku"));
    assertThat(ColumnSummary.of(new ColumnProfile.Kept(COLUMN)))
        .isEqualTo(new ColumnSummary("", "kept", "as in the source"));
  }
}
