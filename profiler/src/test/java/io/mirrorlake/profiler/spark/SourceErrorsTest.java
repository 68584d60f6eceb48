package io.mirrorlake.profiler.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mirrorlake.profiler.fit.ConstraintOptions;
import io.mirrorlake.profiler.fit.ProfileOptions;
import io.mirrorlake.profiler.fit.TextRules;
import io.mirrorlake.profiler.profile.SourceDescription;
import io.mirrorlake.profiler.schema.ErrorKind;
import io.mirrorlake.profiler.schema.UserException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** What a user reads when a source cannot be profiled. */
class SourceErrorsTest {
  private static final ProfileOptions OPTIONS = ProfileOptions.defaults().withSecret(1);

  private static UserException failure(Dataset<Row> source, ProfileOptions options) {
    UserException failure =
        catchThrowableOfType(
            UserException.class,
            () ->
                TableProfiler.of(options)
                    .profile(
                        source,
                        "t",
                        new SourceDescription("test", "memory", Optional.empty()),
                        line -> {}));
    assertThat(failure.kind()).isEqualTo(ErrorKind.SOURCE);
    return failure;
  }

  private static Dataset<Row> rows(String... expressions) {
    return SharedSession.session().range(100).selectExpr(expressions);
  }

  @Test
  void anEmptyTable() {
    assertThat(failure(rows("id").where("id < 0"), OPTIONS).problem())
        .isEqualTo("table 't' has no rows: there is nothing to learn");
  }

  @Test
  void fewerRowsThanPrivacyNeeds() {
    assertThat(failure(rows("id").where("id < 12"), OPTIONS).problem())
        .isEqualTo("table 't' has 12 rows, fewer than the 15 that k = 10 needs");
  }

  @Test
  void aColumnThatIsNotThere() {
    UserException failure = failure(rows("id", "id % 3 as c"), OPTIONS.withPrimaryKey("key"));
    assertThat(failure.problem())
        .isEqualTo("table 't' has no column 'key', which primaryKey names");
    assertThat(failure.cure()).isEqualTo("name one of its columns: id, c");
  }

  @Test
  void aTypeWithoutAMarginal() {
    UserException failure =
        failure(rows("array(named_struct('v', to_variant_object(array(id)))) as list"), OPTIONS);
    assertThat(failure.problem())
        .isEqualTo("column 't.list.element.v' has the type variant, which a profile cannot hold");
    assertThat(failure.cure())
        .isEqualTo(
            "exclude the column, or cast it in a view to a number, string, binary, boolean, date,"
                + " timestamp or interval, or to a struct, array or map of these (keys of maps plain)");
  }

  @Test
  void aColumnCalledLikeALeaf() {
    assertThat(failure(rows("named_struct('x', id) as s", "id as `s.X`"), OPTIONS).problem())
        .isEqualTo("table 't' has the column 's.X' twice");
  }

  @Test
  void aRepeatedKey() {
    assertThat(failure(rows("id % 98 as key", "id"), OPTIONS.withPrimaryKey("key")).problem())
        .isEqualTo("the primary key t.key is not unique: 2 of its values occur more than once");
  }

  @Test
  void keysThatDifferBeyondTheDigitsOfADoubleAreDifferent() {
    TableProfiler.of(OPTIONS.withPrimaryKey("key"))
        .profile(
            rows("1234567890123456789 + id as key", "id"),
            "t",
            new SourceDescription("test", "memory", Optional.empty()),
            line -> {});
  }

  @Test
  void aTableWithoutPartitions() {
    Dataset<Row> empty =
        SharedSession.session()
            .createDataFrame(
                SharedSession.session().emptyDataFrame().javaRDD(), rows("id").schema());
    assertThat(empty.javaRDD().getNumPartitions()).isZero();
    assertThat(failure(empty, OPTIONS).problem())
        .isEqualTo("table 't' has no rows: there is nothing to learn");
  }

  @Test
  void aKeyWithNulls() {
    assertThat(failure(rows("nullif(id, 7) as key", "id"), OPTIONS.withPrimaryKey("key")).problem())
        .isEqualTo("the primary key t.key is null in 1 of 100 rows");
  }

  @Test
  void aKeyOfFractions() {
    assertThat(failure(rows("id / 2 as key"), OPTIONS.withPrimaryKey("key")).problem())
        .isEqualTo("the primary key t.key has the type double");
  }

  @Test
  void nothingLeftToProfile() {
    ProfileOptions none =
        new ProfileOptions(
            OPTIONS.dependence(),
            10,
            Optional.empty(),
            OptionalLong.of(1),
            Optional.empty(),
            List.of("id"),
            ConstraintOptions.DEFAULT,
            1000,
            TextRules.NONE);
    assertThat(failure(rows("id"), none).problem())
        .isEqualTo("table 't' has no column left to profile");
  }

  @Test
  void twoColumnsOfOneName() {
    assertThat(failure(rows("id", "id as ID"), OPTIONS).problem())
        .isEqualTo("table 't' has the column 'ID' twice");
  }
}
