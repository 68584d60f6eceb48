package io.mirrorlake.synthesizer.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorlake.profiler.profile.Profile;
import io.mirrorlake.profiler.profile.ProfileJson;
import io.mirrorlake.synthesizer.AdultLike;
import io.mirrorlake.synthesizer.EveryType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.connector.read.Batch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows of a profile with a tree copula, as Spark reads them. */
class TreeSourceTest {
  @TempDir private static Path directory;

  private static Dataset<Row> read(String profile, int partitions) {
    return SharedSpark.session()
        .read()
        .format("mirrorlake")
        .option("rows", 10_000)
        .option("seed", 7)
        .option("partitions", partitions)
        .load(profile);
  }

  @Test
  void partitionsAndPruningChangeNothing() {
    String profile = SharedSpark.write(EveryType.profile(AdultLike.treeTable(4, 5)), directory);
    List<Row> rows = read(profile, 1).collectAsList();

    assertThat(rows).hasSize(10_000);
    assertThat(read(profile, 3).collectAsList()).isEqualTo(rows);
    assertThat(read(profile, 2).select("category_3", "number_0").collectAsList())
        .extracting(row -> row.getString(0) + row.getInt(1))
        .isEqualTo(
            rows.stream()
                .map(row -> row.<String>getAs("category_3") + row.<Integer>getAs("number_0"))
                .toList());
  }

  /** What a task gets is small, however large the profile is: Spark warns from 1 MB on. */
  @Test
  void tasksDoNotCarryTheProfile() throws IOException {
    SharedSpark.session();
    Profile profile = EveryType.profile(AdultLike.treeTable(4, 5));
    ReadOptions options = ReadOptions.of(Map.of("profile", "anywhere"));
    Batch batch =
        SyntheticScanBuilder.of(ChosenTable.of(ProfileDocument.of(profile), options), options)
            .build()
            .toBatch();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream task = new ObjectOutputStream(bytes)) {
      task.writeObject(batch.createReaderFactory());
    }

    assertThat(ProfileJson.write(profile)).hasSizeGreaterThan(100_000);
    assertThat(bytes.size()).isLessThan(10_000);
  }
}
