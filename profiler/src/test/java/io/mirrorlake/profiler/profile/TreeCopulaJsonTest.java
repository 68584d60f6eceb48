package io.mirrorlake.profiler.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.mirrorlake.profiler.constraint.Cell;
import io.mirrorlake.profiler.constraint.Formula;
import io.mirrorlake.profiler.copula.AdditiveScore;
import io.mirrorlake.profiler.copula.CodeTreeText;
import io.mirrorlake.profiler.copula.DensityRatio;
import io.mirrorlake.profiler.copula.DensityRatioText;
import io.mirrorlake.profiler.copula.TreeColumn;
import io.mirrorlake.profiler.copula.TreeCopula;
import io.mirrorlake.profiler.marginal.CategoricalMarginal;
import io.mirrorlake.profiler.marginal.CategoricalMarginal.Category;
import io.mirrorlake.profiler.schema.Column;
import io.mirrorlake.profiler.schema.ColumnType;
import io.mirrorlake.profiler.schema.ColumnType.Kind;
import io.mirrorlake.profiler.schema.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A profile with a tree copula as text, both ways, whole and broken. */
final class TreeCopulaJsonTest {
  private static final Category YES = new Category("yes", 0.5);
  private static final Category NO = new Category("no", 0.5);
  private static final TreeColumn PAID =
      column("paid", List.of(0, 1, 2), "?0:1 =0*15,2*3 =1*16", "=0*30").repeating("late");
  private static final TreeCopula COPULA =
      new TreeCopula(List.of(column("late", List.of(0, 1), "=0*7"), PAID));
  private static final Profile PROFILE = SampleProfile.profile(table(COPULA));
  private static final String DOCUMENT = ProfileJson.write(PROFILE);

  private static Optional<JsonSchema> schema = Optional.empty();

  @BeforeAll
  static void readSchema() throws IOException {
    String text = Files.readString(Path.of("..", "conf", "schemas", "profile.schema.json"));
    schema =
        Optional.of(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(text));
  }

  private static TreeColumn column(String name, List<Integer> starts, String... trees) {
    return new TreeColumn(name, starts, false, Stream.of(trees).map(CodeTreeText::read).toList());
  }

  /** "paid" has two segments and nulls, "late" two segments. */
  private static TableProfile table(TreeCopula copula) {
    ColumnType text = ColumnType.of(Kind.STRING);
    return new TableProfile(
        "orders",
        new SourceDescription("csv", "orders.csv", Optional.empty()),
        100,
        List.of(
            SampleProfile.drawn(
                "paid", text, new CategoricalMarginal(0.1, List.of(YES, NO), Optional.empty())),
            SampleProfile.drawn("late", text, SampleProfile.categories(YES, NO))),
        copula,
        List.of());
  }

  @Test
  void readsWhatItWrote() {
    assertThat(ProfileJson.read(DOCUMENT, "p.json")).isEqualTo(PROFILE);
    assertThat(schema.orElseThrow().validate(DOCUMENT, InputFormat.JSON)).isEmpty();
  }

  @Test
  void columnsOfEarlierProfilesRepeatNothing() {
    Profile earlier =
        ProfileJson.read(DOCUMENT.replaceAll(",\\s+\"repeats\": \"late\"", ""), "p.json");

    assertThat(((TreeCopula) earlier.tables().get(0).copula()).columns())
        .noneMatch(TreeColumn::isRepeating);
    assertThat(ProfileJson.write(earlier)).doesNotContain("repeats");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`\"ordered\": false` | `\"ordered\": 0` | `.columns[0].ordered: expected true or false,"
            + " found 0` | true",
        "`[0, 1, 2]` | `[1, 2]` | `.columns[1]: the codes of column 'paid' do not start at rising"
            + " segments: [1, 2]` | false",
        "`[0, 1, 2]` | `[]` | `.columns[1]: column 'paid' has 0 codes and 2 trees` | true",
        "`=0*30` | `=0*30,` | `.columns[1].trees[1]: '' is no part of a tree` | false",
        "`=0*30` | `?0:1 =` | `.columns[1].trees[1]: the tree is cut off after 2 nodes` | false",
        "`=0*30` | `leaf` | `.columns[1].trees[1]: 'leaf' is no part of a tree` | true",
        "`=0*30` | `=3*30` | `: a leaf of column 'paid' has code 3, but the column has codes below"
            + " 3` | false",
        "`?0:1 =0` | `?1:1 =0` | `: a tree of column 'paid' at position 1 asks column 1, which is"
            + " not drawn before it` | false",
        "`\"repeats\": \"late\"` | `\"repeats\": \"paid\"` | `: column 'paid' repeats where 'paid'"
            + " says so, which is no column of two codes drawn before it` | false",
        "`\"repeats\": \"late\"` | `\"repeats\": 1` | `.columns[1].repeats: expected a string,"
            + " found 1` | true",
        "`\"trees\": [\"=0*7\"]` | `\"trees\": []` | `.columns[0]: column 'late' has 2 codes and 0"
            + " trees` | true",
      })
  void saysWhereAndWhatIsWrong(String valid, String broken, String message, boolean bySchema) {
    String document = DOCUMENT.replaceAll("\\[\\s+\"=0\\*7\"\\s+\\]", "[\"=0*7\"]");
    requireRefused(document, valid, broken, message, bySchema);
  }

  private static void requireRefused(
      String document, String valid, String broken, String message, boolean bySchema) {
    assertThat(document).contains(valid);
    String wrong = document.replace(valid, broken);

    assertThatThrownBy(() -> ProfileJson.read(wrong, "p.json"))
        .isInstanceOf(UserException.class)
        .hasMessageStartingWith("profile p.json at $.tables[0].copula" + message);
    assertThat(schema.orElseThrow().validate(wrong, InputFormat.JSON).isEmpty())
        .isEqualTo(!bySchema);
  }

  @Test
  void ratiosAreReadAsWritten() {
    Profile profile = SampleProfile.profile(table(ratio(1.5, "?0:0-1 ?1:1 =-12,0,3,128")));
    String document = ProfileJson.write(profile);

    assertThat(ProfileJson.read(document, "p.json")).isEqualTo(profile);
    assertThat(schema.orElseThrow().validate(document, InputFormat.JSON)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1.5 | 0 | .ratio: a density ratio of 1 trees with the bound 0.0 | true",
        "1.5 | 1e300 | .ratio: a density ratio of 1 trees with the bound 1.0E300 | true",
        "?1:1 =-1,3 | =1 | .ratio.trees[0]: a tree of 0 questions and 1 values | true",
        "=-1,3 | =-1 | .ratio.trees[0]: a tree of 1 questions and 1 values | true",
        "=-1,3 | =-1,- | .ratio.trees[0]: '-' is no part of a tree | true",
        "=-1,3 | =-1,9999 | .ratio.trees[0]: a value of 9999 is not within -3840 and 3840 | false",
        "?1:1 =-1,3 | ?1:1 1,3 | .ratio.trees[0]: '1,3' is no part of a tree | true",
        "?1:1 =-1,3 | ?2:1 =-1,3 | : the density ratio asks column 2, but there are 2 columns | false"
      })
  void brokenRatiosAreRefused(String valid, String broken, String message, boolean bySchema) {
    String document = ProfileJson.write(SampleProfile.profile(table(ratio(1.5, "?1:1 =-1,3"))));
    requireRefused(document, valid, broken, message, bySchema);
  }

  @Test
  void rowsThatFollowSiblingsHaveNoRatio() {
    Optional<DensityRatio> ratio = ratio(1.5, "?1:1 =-1,3").ratio();

    assertThatThrownBy(() -> new TreeCopula(COPULA.given(), COPULA.columns(), ratio))
        .hasMessage("a density ratio of rows that depend on others");
  }

  /** "paid" asks at its own place how much "late" counts for. */
  private static TreeCopula scored() {
    AdditiveScore score =
        new AdditiveScore(
            List.of(new AdditiveScore.Term(0, List.of(0, 1), List.of(-250, 125))), List.of(0, 99));
    return new TreeCopula(
        List.of(
            column("late", List.of(0, 1), "=0*7"),
            column("paid", List.of(0, 1, 2), "?1:2 =0*15 =1*3").scoredBy(Optional.of(score))));
  }

  @Test
  void scoresAreReadAsWritten() {
    Profile profile = SampleProfile.profile(table(scored()));
    String document = ProfileJson.write(profile);

    assertThat(ProfileJson.read(document, "p.json")).isEqualTo(profile);
    assertThat(schema.orElseThrow().validate(document, InputFormat.JSON)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[0,99] | [] | .columns[1].score: a score of 1 terms with 0 cuts | true",
        "[0,99] | [99,0] | .columns[1].score: the cuts of a score do not rise: [99, 0] | false",
        "[0,99] | [0.5] | .columns[1].score.cuts[0]: expected a whole number of 32 bits, found 0.5"
            + " | true",
        "[-250,125] | [125] | .columns[1].score.terms[0]: a term on column 0 with 2 runs and 1"
            + " points | false",
        "[-250,125] | [0,9999999] | .columns[1].score.terms[0]: a point of a term on column 0 is"
            + " 9999999, not within -1000000 and 1000000 | true",
        "[-250,125] | [0,-2147483648] | .columns[1].score.terms[0]: a point of a term on column 0 is"
            + " -2147483648, not within -1000000 and 1000000 | true",
        "[0,99] | [-2147483648,0] | .columns[1].score: a cut of a score is -2147483648, not within"
            + " -1000000000 and 1000000000 | true",
        "\"column\":0 | \"column\":1 | : the score of column 'paid' asks column 1, which is not"
            + " drawn before it | false",
        "\"column\":0 | \"columns\":0 | .columns[1].score.terms[0]: unknown key \"columns\" | true"
      })
  void brokenScoresAreRefused(String valid, String broken, String message, boolean bySchema) {
    String document =
        ProfileJson.write(SampleProfile.profile(table(scored())))
            .replaceAll("\\[\\s*(-?\\d+),\\s*(-?\\d+)\\s*\\]", "[$1,$2]")
            .replaceAll("\"column\"\\s*:\\s*(\\d)", "\"column\":$1");
    requireRefused(document, valid, broken, message, bySchema);
  }

  private static TreeCopula ratio(double bound, String tree) {
    return new TreeCopula(
        List.of(),
        List.of(column("late", List.of(0, 1), "=0*7"), column("paid", List.of(0, 1, 2), "=0*15")),
        Optional.of(new DensityRatio(bound, List.of(DensityRatioText.read(tree)))));
  }

  @Test
  void decidedColumnsHaveALookupAndNoTrees() {
    String document = ProfileJson.write(decided("late"));
    assertThat(ProfileJson.read(document, "p.json")).isEqualTo(decided("late"));
    assertThat(schema.orElseThrow().validate(document, InputFormat.JSON)).isEmpty();

    String by = "\"decidedBy\": \"late\"";
    requireRefused(
        document, by, by + ", \"trees\": [\"=\"]", ".columns[1]: unknown key \"trees\"", true);
    requireRefused(
        document,
        by,
        "\"decidedBy\": \"early\"",
        ": column 'paid' is decided by 'early', which is not drawn before it",
        false);
    assertThatThrownBy(() -> table(new TreeCopula(decidedColumns("late"))))
        .hasMessage(
            "the copula of table 'orders' has codes for 'paid', which is no column that 'late'"
                + " decides");
  }

  private static List<TreeColumn> decidedColumns(String by) {
    return List.of(
        column("late", List.of(0, 1), "=0*7"),
        TreeColumn.decided("paid", List.of(0, 1), false, by));
  }

  /** "paid" is yes where "late" is no. */
  private static Profile decided(String by) {
    ColumnType text = ColumnType.of(Kind.STRING);
    CategoricalMarginal words = SampleProfile.categories(YES, NO);
    Formula lookup =
        new Formula.Lookup(
            by,
            words,
            List.of(
                new Formula.Lookup.Entry(new Cell.Text("no"), new Cell.Text("yes")),
                new Formula.Lookup.Entry(new Cell.Text("yes"), new Cell.Text("no"))),
            Optional.empty());
    return SampleProfile.profile(
        new TableProfile(
            "orders",
            new SourceDescription("csv", "orders.csv", Optional.empty()),
            100,
            List.of(
                SampleProfile.drawn("late", text, words),
                new ColumnProfile.Derived(new Column("paid", text, false), lookup)),
            new TreeCopula(decidedColumns(by)),
            List.of()));
  }

  @Test
  void codesMustFitTheMarginals() {
    assertThatThrownBy(() -> table(copula(column("other", List.of(0), "="))))
        .hasMessage("the copula of table 'orders' has trees for 'other', which is no drawn column");
    assertThatThrownBy(() -> table(copula(column("paid", List.of(0, 1), "="))))
        .hasMessage(
            "the last code of column 'paid' of table 'orders' starts at segment 1,"
                + " but its marginal has 2 segments and nulls");
    assertThatThrownBy(() -> table(copula(column("late", List.of(0, 2), "="))))
        .hasMessage(
            "the last code of column 'late' of table 'orders' starts at segment 2,"
                + " but its marginal has 2 segments and no nulls");
  }

  private static TreeCopula copula(TreeColumn column) {
    return new TreeCopula(List.of(column));
  }

  /** One character changed anywhere in the trees: read, or refused with a user's error. */
  @ParameterizedTest
  @ValueSource(strings = {"", " ", "0", "9", "=", "?", ":", "-", ",", "*", "=0*1 ", "\\n"})
  void brokenTreesAreReadOrRefused(String replacement) {
    int first = DOCUMENT.indexOf("?0:1");
    for (int at = first; at < first + "?0:1 =0*15,2*3 =1*16".length(); at++) {
      String wrong = DOCUMENT.substring(0, at) + replacement + DOCUMENT.substring(at + 1);
      try {
        Profile profile = ProfileJson.read(wrong, "p.json");
        assertThat(ProfileJson.read(ProfileJson.write(profile), "p.json")).isEqualTo(profile);
      } catch (UserException e) {
        assertThat(e.problem()).startsWith("profile p.json at $.tables[0].copula");
      }
    }
  }
}
