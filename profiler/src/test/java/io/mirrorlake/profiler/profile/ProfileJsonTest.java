package io.mirrorlake.profiler.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mirrorlake.profiler.marginal.Grid;
import io.mirrorlake.profiler.marginal.NumericMarginal;
import io.mirrorlake.profiler.marginal.Segment;
import io.mirrorlake.profiler.schema.ColumnType;
import io.mirrorlake.profiler.schema.ColumnType.Kind;
import io.mirrorlake.profiler.schema.ErrorKind;
import io.mirrorlake.profiler.schema.UserException;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ProfileJsonTest {
  private static final String WHERE = "out/p/profile.json";
  private static final String DOCUMENT = ProfileJson.write(SampleProfile.profile());

  private static final String SHORT_DOCUMENT =
      """
            {
              "format": "mirrorlake-profile",
              "version": 1,
              "provenance": {
                "createdAt": "2026-11-22T16:00:00.123456Z",
                "mirrorlake": "0.1.0",
                "spark": "4.1.0",
                "java": "17.0.15",
                "configurationDigest": "0123abcd"
              },
              "disclosure": {"minimumUnits": 10, "privacyUnit": "row"},
              "tables": [
                {
                  "name": "t",
                  "source": {"format": "csv", "location": "t.csv"},
                  "rows": 100,
                  "notes": [],
                  "columns": [
                    {
                      "name": "n",
                      "type": "int",
                      "nullable": false,
                      "marginal": {
                        "kind": "numeric",
                        "nullProbability": 0,
                        "grid": {"step": 1, "decimals": 0},
                        "segments": [
                          {"at": 0, "p": 0.9},
                          {"from": 1, "to": 5, "p": 0.0625},
                          {"from": 5, "to": 9, "p": 0.0375}
                        ]
                      }
                    }
                  ],
                  "constraints": [],
                  "copula": {"kind": "independent"}
                }
              ]
            }
            """;

  @Test
  void readsWhatItWrote() {
    assertThat(ProfileJson.read(DOCUMENT, WHERE)).isEqualTo(SampleProfile.profile());
  }

  @Test
  void writesTheSameTextAgain() {
    assertThat(ProfileJson.write(ProfileJson.read(DOCUMENT, WHERE))).isEqualTo(DOCUMENT);
  }

  @Test
  void writesEachSegmentOnOneLine() {
    NumericMarginal marginal =
        new NumericMarginal(
            0,
            Grid.INTEGERS,
            List.of(Segment.atom(0, 0.9), new Segment(1, 5, 0.0625), new Segment(5, 9, 0.0375)));
    Profile profile =
        SampleProfile.profile(
            SampleProfile.tableOf(SampleProfile.drawn("n", ColumnType.of(Kind.INT), marginal)));
    assertThat(ProfileJson.write(profile)).isEqualTo(SHORT_DOCUMENT);
  }

  @Test
  void writesAFamilyByItsParameters() {
    assertThat(DOCUMENT)
        .contains("\"halvings\": 2,")
        .contains("\"family\": {\"name\": \"gamma\", \"shape\": 2, \"scale\": 30.5}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`\"p\": 0.3}` | `\"p\": \"x\"}` | `at $.tables[0].columns[2].marginal.segments[1].p: expected a number, found \"x\"`",
        "`\"p\": 0.3}` | `\"p\": 1e999}` | `at $.tables[0].columns[2].marginal.segments[1].p: expected a number, found Infinity`",
        "`\"p\": 0.3}` | `\"p\": 1.5}` | `at $.tables[0].columns[2].marginal.segments[1]: a segment's probability must lie in (0, 1]: 1.5`",
        "`{\"step\": 1, \"decimals\": 0}` | `{\"step\": 1, \"decimals\": 0, \"digits\": \"ddmm\"}` | `at $.tables[0].columns[16].marginal.grid.digits: expected \"number\", \"yyyymm\", \"yyyymmdd\", \"mmdd\", \"yymmdd\", \"yymmdd or month + 50\", \"hhmm\", \"hhmmss\", found \"ddmm\"`",
        "`{\"step\": 1, \"decimals\": 0}` | `{\"step\": 7, \"decimals\": 0, \"phase\": 7}` | `at $.tables[0].columns[16].marginal.grid: grid phase 7 with step 7`",
        "`{\"step\": 1, \"decimals\": 0}` | `{\"step\": 7, \"decimals\": 0, \"digits\": \"hhmm\"}` | `at $.tables[0].columns[16].marginal.grid: grid step 7 with 0 decimals for digits hhmm`",
        "`\"p\": 0.3}` | `\"p\": 0.1}` | `at $.tables[0].columns[2].marginal: segment probabilities sum to 0.79`",
        "`\"scale\": 30.5}` | `\"scale\": -30.5}` | `at $.tables[1].columns[11].marginal.segments[1].family: no gamma distribution has the parameters shape, scale = [2.0, -30.5]`",
        "`\"scale\": 30.5}` | `\"scale\": \"NaN\"}` | `at $.tables[1].columns[11].marginal.segments[1].family.scale: expected a number, found \"NaN\"`",
        "`, \"scale\": 30.5}` | `}` | `at $.tables[1].columns[11].marginal.segments[1].family: the key \"scale\" is missing`",
        "`\"gamma\"` | `\"poisson\"` | `at $.tables[1].columns[11].marginal.segments[1].family.name: expected \"normal\", \"logNormal\", \"exponential\", \"gamma\", \"weibull\", \"logistic\", \"gumbel\", \"uniform\", found \"poisson\"`",
        "`\"name\": \"gamma\"` | `\"name\": \"gamma\", \"location\": 0` | `at $.tables[1].columns[11].marginal.segments[1].family: unknown key \"location\"`",
        "`\"to\": 200.00` | `\"to\": 0.25` | `at $.tables[1].columns[11].marginal.segments[1]: a family from 0.25 to 0.25`",
        "`\"to\": 200.00` | `\"to\": 20.00` | `at $.tables[1].columns[11].marginal.segments[1]: a share of 0.14`",
        "`\"parts\": 8` | `\"parts\": 0` | `at $.tables[1].columns[11].marginal.segments[1]: a family in 2 to 256 parts with up to 40 halvings, not 0 and 2`",
        "`\"rows\": 12340` | `\"rows\": -1` | `at $.tables[0]: table 'orders' has -1 rows`",
        "`\"rows\": 12340` | `\"rows\": 0.5` | `at $.tables[0].rows: expected a whole number, found 0.5`",
        "`\"rows\": 12340` | `\"lines\": 1` | `at $.tables[0]: unknown key \"lines\"`",
        "`\"rows\": 12340,` | `` | `at $.tables[0]: the key \"rows\" is missing`",
        "`\"nullable\": false` | `\"nullable\": null` | `at $.tables[0].columns[0].nullable: expected true or false, found null`",
        "`\"type\": \"int\"` | `\"type\": \"variant\"` | `at $.tables[0].columns[2].type: expected a type such as \"int\" or \"decimal(10,2)\", found \"variant\"`",
        "`\"type\": \"int\"` | `\"type\": \"string\"` | `at $.tables[0].columns[2]: column 'quantity' of type string has a numeric marginal`",
        "`\"2024-02-29\"` | `\"2023-02-29\"` | `at $.tables[0].columns[10].marginal.segments[0].at: expected a date in ISO 8601, to the microsecond, found \"2023-02-29\"`",
        "`\"gaussian\"` | `\"vine\"` | `at $.tables[0].copula.kind: expected \"independent\", \"gaussian\" or \"tree\", found \"vine\"`",
        "`\"column\": \"paid\"` | `\"column\": \"id\"` | `at $.tables[0]: the copula of table 'orders' has a latent for the value role of column 'id'`",
        "`[-0.3, 0.00001]` | `[-0.3]` | `at $.tables[0].copula.correlation: row 2 of the lower triangle has 1 entries`",
        "`[2, 5]` | `[5]` | `at $.tables[0].columns[1].key.pattern.runs[2].length: expected the least and the greatest length, found [5]`",
        "`\"0-9\"` | `\"9-0\"` | `at $.tables[0].columns[1].key.pattern.runs[2].alphabet: the range '9-0' of an alphabet falls`",
        "`\"minimumUnits\": 10` | `\"minimumUnits\": 0` | `at $.disclosure: k must be at least 1: 0`",
        "`\"minimumUnits\": 10` | `\"minimumUnits\": 9999999999` | `at $.disclosure.minimumUnits: expected a whole number below 2^31, found 9999999999`",
        "`\"land < area\"` | `\"land < \"` | `at $.tables[1].constraints[0].holds: 'land < ' is no constraint: a column is missing at its end`",
        "`\"land < area\"` | `\"sea < area\"` | `at $.tables[1]: table 'countries' has no column 'sea', which 'sea < area' speaks of`",
        "`\"declared\"` | `\"guessed\"` | `at $.tables[1].constraints[1].origin: expected \"found\" or \"declared\", found \"guessed\"`",
        "`\"of\": \"land\"` | `\"of\": \"code\"` | `at $.tables[1]: column 'again' of table 'countries' cannot be computed from 'code' of type string`",
        "`{\"column\": \"area\", \"factor\": 1}` | `{\"column\": \"again\", \"factor\": 1}` | `at $.tables[1]: column 'land' of table 'countries' is computed from itself`",
        "`\"factor\": -2` | `\"factor\": 0` | `at $.tables[1].columns[4].formula.terms[1]: a term cannot have the factor 0`",
        "`\"from\": \"area\"` | `\"from\": \"sea\"` | `at $.tables[1].columns[7].formula.from: expected a column of the table, found \"sea\"`",
        "`\"createdAt\": \"2026-11-22T16:00:00.123456Z\"` | `\"createdAt\": \"today\"` | `at $.provenance.createdAt: expected an instant in ISO 8601, found \"today\"`",
      })
  void saysWhereAndWhatIsWrong(String valid, String broken, String message) {
    assertThat(DOCUMENT).contains(valid);
    String document = DOCUMENT.replaceFirst(Pattern.quote(valid), broken == null ? "" : broken);
    assertProblem(document, "profile " + WHERE + " " + message);
  }

  @Test
  void namesTheNearestKnownKey() {
    assertThatThrownBy(() -> ProfileJson.read(DOCUMENT.replaceFirst("\"rows\"", "\"row\""), WHERE))
        .asInstanceOf(InstanceOfAssertFactories.type(UserException.class))
        .satisfies(
            e ->
                assertThat(e.cure())
                    .isEqualTo(
                        "the nearest known key is \"rows\"; known are name, source, rows, notes, columns, constraints, nested, relations, copula"));
  }

  @Test
  void saysWhereTheJsonBreaks() {
    assertProblem(
        "{\n  \"format\": mirror", "profile " + WHERE + " is not valid JSON at line 2, column ");
    assertProblem(
        "{\"format\": 1, \"format\": 2}",
        "profile " + WHERE + " is not valid JSON at line 1, column ");
    assertProblem(DOCUMENT + "{}", "profile " + WHERE + " is not valid JSON at line ");
    assertProblem(
        "[".repeat(5000), "profile " + WHERE + " is not valid JSON: Document nesting depth");
    assertProblem(" ", "profile " + WHERE + " is empty");
    assertProblem("3", "profile " + WHERE + " at $: expected an object, found 3");
  }

  @Test
  void refusesOtherFormatsAndVersionsBeforeAnythingElse() {
    assertProblem(
        "{\"format\": \"x\", \"more\": 1}",
        "profile " + WHERE + " at $.format: the format is \"x\", not \"mirrorlake-profile\"");
    assertProblem(
        "{\"format\": \"mirrorlake-profile\", \"version\": 2, \"more\": 1}",
        "profile "
            + WHERE
            + " at $.version: the document is of version 2; this Mirrorlake reads version 1");
    assertProblem("{}", "profile " + WHERE + " at $: the key \"format\" is missing");
  }

  private static void assertProblem(String document, String start) {
    assertThatThrownBy(() -> ProfileJson.read(document, WHERE))
        .asInstanceOf(InstanceOfAssertFactories.type(UserException.class))
        .satisfies(
            e -> {
              assertThat(e.kind()).isEqualTo(ErrorKind.PROFILE);
              assertThat(e.problem()).startsWith(start);
              assertThat(e.cure()).isNotBlank();
            });
  }
}
