package io.mirrorlake.synthesizer.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorlake.profiler.profile.ColumnProfile;
import io.mirrorlake.profiler.profile.ProfileJson;
import io.mirrorlake.profiler.profile.TableProfile;
import io.mirrorlake.synthesizer.AdultLike;
import io.mirrorlake.synthesizer.EveryType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows of a table with a tree copula are a function of profile, seed, table and row index. */
class TreePlanTest {
  private static final TableProfile TABLE = AdultLike.treeTable(4, 5);
  private static final GenerationPlan PLAN = GenerationPlan.of(TABLE, 7);
  private static final List<String> WHOLE = Digest.rows(PLAN, 0, 5000, BlockSampler.BLOCK_ROWS);

  /**
   * It changes only with a deliberate change of what is generated, which breaks every user's
   * backfills: say so in the change log.
   */
  @Test
  void goldenDigest() {
    assertThat(Digest.sha256(WHOLE))
        .isEqualTo("8c7ce546c24a8c55f2c1fd4ddd28578d4b20a44d549747c7710885694f3fd887");
  }

  @Test
  void blocksAndSlicesChangeNothing() {
    for (int blockRows : new int[] {511, 1000}) {
      assertThat(Digest.rows(PLAN, 0, 5000, blockRows)).isEqualTo(WHOLE);
    }
    assertThat(Digest.rows(PLAN, 4095, 4098, BlockSampler.BLOCK_ROWS))
        .isEqualTo(WHOLE.subList(4095, 4098));
  }

  @Test
  void wantingFewerColumnsChangesNoValue() {
    List<String> names =
        new ArrayList<>(TABLE.columns().stream().map(ColumnProfile::name).toList());
    Collections.reverse(names);
    for (int first = 0; first < names.size(); first += 4) {
      List<String> wanted = names.subList(first, Math.min(first + 3, names.size()));
      List<String> rows =
          Digest.rows(GenerationPlan.of(TABLE, 7, wanted), 0, 1000, BlockSampler.BLOCK_ROWS);
      for (int row = 0; row < rows.size(); row++) {
        String[] whole = WHOLE.get(row).split("\\|", -1);
        StringBuilder expected = new StringBuilder();
        wanted.forEach(
            name -> expected.append(whole[names.size() - 1 - names.indexOf(name)]).append('|'));
        assertThat(rows.get(row)).isEqualTo(expected.toString());
      }
    }
  }

  @Test
  void theProfilesTextGivesTheSameRows() {
    TableProfile read =
        ProfileJson.read(ProfileJson.write(EveryType.profile(TABLE)), "test").onlyTable();
    assertThat(Digest.rows(GenerationPlan.of(read, 7), 0, 5000, BlockSampler.BLOCK_ROWS))
        .isEqualTo(WHOLE);
  }
}
