package io.mirrorlake.synthesizer.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mirrorlake.profiler.copula.IndependentCopula;
import io.mirrorlake.profiler.profile.ColumnProfile;
import io.mirrorlake.profiler.profile.ProfileJson;
import io.mirrorlake.profiler.profile.TableProfile;
import io.mirrorlake.profiler.schema.ErrorKind;
import io.mirrorlake.profiler.schema.UserException;
import io.mirrorlake.synthesizer.AdultLike;
import io.mirrorlake.synthesizer.EveryType;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** A row is a function of (profile, seed, table, row index), and of nothing else. */
class GenerationPlanTest {
  private static final TableProfile TABLE = EveryType.table();
  private static final GenerationPlan PLAN = GenerationPlan.of(TABLE, 7);
  private static final int BLOCK = BlockSampler.BLOCK_ROWS;

  /**
   * These digests change only with a deliberate change of what is generated, which breaks every
   * user's backfills: say so in the change log.
   */
  @Test
  void goldenDigests() {
    assertThat(
            List.of(
                digest(PLAN, 0, 5000),
                digest(PLAN, 5_000_007, 5_001_007),
                digest(GenerationPlan.of(TABLE, -1), 0, 1000),
                digest(GenerationPlan.of(independent(), 7), 0, 1000),
                digest(GenerationPlan.of(AdultLike.table(), 7), 0, 5000)))
        .containsExactly(
            "6b765a481d54560569caf9f9b20d7c59524146cd836a21bfdf211d5c53e31eaa",
            "7ceec6b65745eee0b68435ad6127ba46edebbf62de91ee926928eeebcca9827a",
            "7bdd9a5ef82ef750354f937201307be11e69754753b1faf98b747f7c97d1eea0",
            "b82099b4a346cacb366765a6f8a4be70247e777c27f3ce446a654cb661c3117c",
            "481d21a27b4579862ed4c06198c651cbca36e9d0ffcede151d85a3d1089e5d41");
  }

  private static String digest(GenerationPlan plan, long first, long end) {
    return Digest.sha256(Digest.rows(plan, first, end, BLOCK));
  }

  private static TableProfile independent() {
    return new TableProfile(
        TABLE.name(),
        TABLE.source(),
        TABLE.rows(),
        TABLE.columns(),
        new IndependentCopula(),
        List.of());
  }

  @Test
  void aSliceIsThatSliceOfTheWhole() {
    List<String> whole = Digest.rows(PLAN, 0, 13_000, BLOCK);
    long[][] slices = {
      {0, 1},
      {1, 2},
      {4095, 4097},
      {4096, 8192},
      {511, 513},
      {8191, 12_289},
      {3, 12_999},
      {12_999, 13_000}
    };
    for (long[] slice : slices) {
      assertThat(Digest.rows(PLAN, slice[0], slice[1], BLOCK))
          .isEqualTo(whole.subList((int) slice[0], (int) slice[1]));
    }
  }

  @Test
  void theSizeOfBlocksChangesNothing() {
    List<String> whole = Digest.rows(PLAN, 0, 3000, BLOCK);
    for (int blockRows : new int[] {1, 3, 511, 512, 513, 1000}) {
      assertThat(Digest.rows(PLAN, 0, 3000, blockRows)).isEqualTo(whole);
    }
  }

  @Test
  void wantingFewerColumnsChangesNoValue() {
    List<String> whole = Digest.rows(PLAN, 0, 1500, BLOCK);
    for (int column = 0; column < TABLE.columns().size(); column++) {
      int index = column;
      GenerationPlan one = GenerationPlan.of(TABLE, 7, List.of(TABLE.columns().get(column).name()));
      assertThat(Digest.rows(one, 0, 1500, BLOCK))
          .isEqualTo(whole.stream().map(row -> row.split("\\|", -1)[index] + "|").toList());
    }
  }

  @Test
  void columnsComeInTheOrderAskedFor() {
    List<String> names = List.of("word", "id", "amount");
    GenerationPlan plan = GenerationPlan.of(TABLE, 7, names);
    assertThat(plan.columns()).extracting(ColumnProfile::name).containsExactlyElementsOf(names);
    List<String> whole = Digest.rows(PLAN, 0, 100, BLOCK);
    assertThat(Digest.rows(plan, 0, 100, BLOCK))
        .isEqualTo(
            whole.stream()
                .map(row -> row.split("\\|", -1))
                .map(cells -> cells[15] + "|" + cells[0] + "|" + cells[8] + "|")
                .toList());
  }

  @Test
  void theProfilesTextGivesTheSameRows() {
    TableProfile read =
        ProfileJson.read(ProfileJson.write(EveryType.profile()), "test").onlyTable();
    assertThat(Digest.rows(GenerationPlan.of(read, 7), 0, 1000, BLOCK))
        .isEqualTo(Digest.rows(PLAN, 0, 1000, BLOCK));
  }

  @Test
  void seedAndTableNameChangeTheRows() {
    TableProfile renamed =
        new TableProfile(
            "other", TABLE.source(), TABLE.rows(), TABLE.columns(), TABLE.copula(), List.of());
    List<String> rows = Digest.rows(PLAN, 0, 10, BLOCK);
    assertThat(Digest.rows(GenerationPlan.of(TABLE, 8), 0, 10, BLOCK))
        .doesNotContainAnyElementsOf(rows);
    assertThat(Digest.rows(GenerationPlan.of(renamed, 7), 0, 10, BLOCK))
        .doesNotContainAnyElementsOf(rows);
  }

  @Test
  void refusesMoreRowsThanAKeyServes() {
    PLAN.requireRows(new RowRange(0, 8L * 8 * 8 * 10_000));
    assertThatThrownBy(() -> PLAN.requireRows(new RowRange(0, 8L * 8 * 8 * 10_000 + 1)))
        .hasMessage(
            "the key every_type.code (string) serves 5120000 rows, but rows up to index 5120000 were asked for\n"
                + "  cure: ask for rows below index 5120000, or give the key a wider type or pattern in the profile")
        .asInstanceOf(InstanceOfAssertFactories.type(UserException.class))
        .extracting(UserException::kind)
        .isEqualTo(ErrorKind.CONFIGURATION);
  }

  @Test
  void refusesWhatIsNoBlock() {
    BlockSampler sampler = PLAN.sampler();
    assertThatThrownBy(() -> sampler.sample(0, BLOCK + 1)).hasMessage("4097 rows from row 0");
    assertThatThrownBy(() -> sampler.sample(-1, 1)).hasMessage("1 rows from row -1");
    assertThatThrownBy(() -> GenerationPlan.of(TABLE, 7, List.of("nope")))
        .hasMessage("table 'every_type' has no column 'nope'");
  }
}
