package io.mirrorlake.profiler.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.mirrorlake.profiler.copula.GivenColumn;
import io.mirrorlake.profiler.copula.GivenColumn.Origin;
import io.mirrorlake.profiler.copula.TreeCopula;
import io.mirrorlake.profiler.key.CalendarPart;
import io.mirrorlake.profiler.key.Pace;
import io.mirrorlake.profiler.schema.UserException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A profile of tables that refer to each other in every way, as text, whole and broken. */
final class RelationsJsonTest {
  private static final String DOCUMENT = document();

  static String document() {
    try (var stream = RelationsJsonTest.class.getResourceAsStream("retail.json")) {
      return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static JsonSchema schema() throws IOException {
    String text = Files.readString(Path.of("..", "conf", "schemas", "profile.schema.json"));
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(text);
  }

  /** With another text in the place of a part of it, the document is refused. */
  private static void assertRefused(String document, String valid, String broken, String message) {
    assertThat(document).contains(valid);

    assertThatThrownBy(() -> ProfileJson.read(document.replace(valid, broken), "p.json"))
        .isInstanceOf(UserException.class)
        .hasMessageStartingWith("profile p.json at $" + message);
  }

  @Test
  void writesWhatItRead() throws IOException {
    Profile profile = ProfileJson.read(DOCUMENT, "retail.json");

    assertThat(ProfileJson.write(profile)).isEqualTo(DOCUMENT);
    assertThat(ProfileJson.read(ProfileJson.write(profile), "again")).isEqualTo(profile);
    assertThat(schema().validate(DOCUMENT, InputFormat.JSON)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`\"role\": \"reference\"` | `\"role\": \"kept\"` | `.tables[0].relations.role: expected \"synthesized\" or \"reference\", found \"kept\"`",
        "`\"role\": \"reference\"` | `\"role\": \"synthesized\"` | `.tables[0].relations: rows are there for reference tables, and only for them`",
        "`\"cells\": [0.67, 0.33]` | `\"cells\": [0.67, 0.3]` | `.tables[0].relations: the cells have shares of sum 0.97`",
        "`[\"US\", \"United States\", null]` | `[\"US\", null]` | `.tables[0].relations.rows: a row of 2 values for the columns [code, name, vat]`",
        "`\"kept\": true` | `\"kept\": false` | `.tables[0].columns[0].kept: expected true, found false`",
        "`\"fanOut\": \"#orders.customer_id\"` | `\"fanOut\": \"segment\"` | `: 'orders.customer_id' of table 'orders' needs the hidden column 'customers.segment'`",
        "`\"parent\": \"orders\"` | `\"parent\": \"sales\"` | `: 'lines.order_id' of table 'lines' needs the table 'sales'`",
        "`\"parentColumns\": [\"code\"]` | `\"parentColumns\": [\"vat\"]` | `: 'customers.country' of table 'customers' needs the column 'countries.vat' of type string`",
        "`\"cell\": \"@lines.sku\"` | `\"cell\": \"quantity\"` | `.tables[5]: 'lines.sku' of table 'lines' speaks of 'quantity', which would have to be a hidden number`",
        "`{\"name\": \"lines.sku\", \"part\": 0}` | `{\"name\": \"lines.sku\", \"part\": 1}` | `.tables[5]: 'sku' of table 'lines' speaks of 'lines.sku', which would have to be a reference with this part`",
        "`{\"start\": 1, \"step\": 1}` | `{\"start\": 1, \"step\": 0}` | `.tables[5].columns[1].position: the positions of column 'line' have the distance 0`",
        "`\"size\": 26` | `\"size\": 0` | `.tables[6].columns[1].digit: a part of a key with 0 values at a distance of 1`",
        "`\"column\": \"parent.segment\"` | `\"column\": \"country\"` | `: 'parent.parent.segment' of table 'lines' needs the drawn or looked-up column 'orders.country'`",
        "`\"origin\": \"position\"` | `\"origin\": \"place\"` | `.tables[4].copula.given[3].origin: expected \"parent\", \"previous\", \"further\", \"position\", \"cell\" or \"digit\", found \"place\"`",
        "`[[[1, 4]], [[0.4, 1], [0.6, 6]]]` | `[[[1, 4]]]` | `.tables[3].relations: 1 laws of levels for 3 cells`",
        "`\"reflexive\": true` | `\"reflexive\": 1` | `.tables[7].relations.references[0].law.reflexive: expected true or false, found 1`",
        "`\"of\": \"chain_of_command.employee_id\"` | `\"of\": \"shifts.employee_id\"` | `.tables[7].relations: the references 'chain_of_command.employee_id' and 'chain_of_command.superior_id' are no descendant and ancestor in the same table`",
        "`{\"kind\": \"descendant\", \"reflexive\": true}` | `{\"kind\": \"listed\"}` | `.tables[7].relations: a closure has two references, to a descendant and its ancestor, not [chain_of_command.employee_id, chain_of_command.superior_id]`",
        "`{\"kind\": \"level\", \"byLevel\": [[[1, 4]], [[0.4, 1], [0.6, 6]]]}` | `{\"kind\": \"listed\"}` | `: 'chain_of_command.employee_id' of table 'chain_of_command' needs a parent whose rows lie in levels`",
        "`\"distance\": {\"start\": 0}` | `\"distance\": {\"start\": 0.5}` | `.tables[7].columns[2].distance.start: expected a whole number, found 0.5`",
        "`\"distance\": {\"start\": 0}` | `\"distance\": {\"start\": 126}` | `: 'steps' of table 'chain_of_command' of type tinyint does not hold distances from 126`",
        "`\"distance\": {\"start\": 0}` | `\"position\": {\"start\": 0, \"step\": 1}` | `.tables[7]: 'steps' of table 'chain_of_command' speaks of 'the family', which would have to be a leading parent`",
        "`\"position\": {\"start\": 1, \"step\": 1}` | `\"distance\": {\"start\": 1}` | `.tables[5]: 'line' of table 'lines' needs a closure, of whose pairs it is the distance`",
        "`\"type\": \"int\", \"nullable\": false, \"key\": {\"kind\": \"sequence\"` | `\"type\": \"bigint\", \"nullable\": false, \"key\": {\"kind\": \"sequence\"` | `: 'employees.manager_id' of table 'employees' needs the column 'employees.id' of type int`",
        "`[[1, 4]]` | `[[0.9, 4]]` | `.tables[3].relations.references[0].law.byLevel[0]: the runs of a fan-out have shares of sum 0.9`",
      })
  void saysWhereAndWhatIsWrong(String valid, String broken, String message) {
    assertRefused(DOCUMENT, valid, broken, message);
  }

  /** The customers' tax is that of their country, which some countries do not have. */
  private static String withTax() {
    String next = "{\n          \"name\": \"segment\",";
    assertThat(DOCUMENT).contains(next);
    return DOCUMENT.replace(
        next,
        "{\"name\": \">vat\", \"type\": \"decimal(4,1)\", \"nullable\": true, \"hidden\": true,"
            + " \"borrowed\": {\"reference\": \"customers.country\", \"column\": \"vat\"}},"
            + " {\"name\": \"tax\", \"type\": \"decimal(4,1)\", \"nullable\": true, \"formula\":"
            + " {\"kind\": \"copy\", \"of\": \">vat\"}}, "
            + next);
  }

  @Test
  void readsAndWritesColumnsOfKeptParents() throws IOException {
    Profile profile = ProfileJson.read(withTax(), "retail.json");

    ColumnProfile vat = profile.table("customers").column(">vat");
    assertThat(vat).isEqualTo(new ColumnProfile.Borrowed(vat.column(), "customers.country", "vat"));
    assertThat(vat.hidden()).isTrue();
    assertThat(profile.table("customers").fields()).contains("tax").doesNotContain(">vat");
    String written = ProfileJson.write(profile);
    assertThat(ProfileJson.read(written, "again")).isEqualTo(profile);
    assertThat(schema().validate(written, InputFormat.JSON)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`{\"reference\": \"customers.country\", \"column\": \"vat\"}` | `{\"reference\": \"customers.land\", \"column\": \"vat\"}` | `.tables[1]: '>vat' of table 'customers' speaks of 'customers.land', which would have to be a reference to a further parent, or the leading one`",
        "`\"column\": \"vat\"` | `\"column\": \"duty\"` | `: '>vat' of table 'customers' needs the kept column 'countries.duty' of type decimal(4,1)`",
        "`\"column\": \"vat\"` | `\"column\": \"name\"` | `: '>vat' of table 'customers' needs the kept column 'countries.name' of type decimal(4,1)`",
        "`\"column\": \"vat\"` | `\"of\": \"vat\"` | `.tables[1].columns[5].borrowed: unknown key \"of\"`",
        "`\"nullable\": true, \"hidden\": true, \"borrowed\"` | `\"nullable\": false, \"hidden\": true, \"borrowed\"` | `: '>vat' of table 'customers' needs nulls, as 'countries.vat' or 'customers.country' has some`",
        "`\"type\": \"decimal(4,1)\", \"nullable\": true, \"kept\"` | `\"type\": \"decimal(4,1)\", \"nullable\": false, \"kept\"` | `: '>vat' of table 'customers' needs to have no nulls, as neither 'countries.vat' nor 'customers.country' has any`",
        "`\"parentColumns\": [\"code\"]` | `\"parentColumns\": [\"code\"], \"orphans\": {\"share\": 0.1, \"keys\": 0.1}` | `: '>vat' of table 'customers' needs no orphans of 'customers.country'`",
      })
  void saysWhatIsWrongWithColumnsOfKeptParents(String valid, String broken, String message) {
    assertRefused(withTax(), valid, broken, message);
  }

  /** Of rows that are made up, values are not known beforehand. */
  @Test
  void refusesColumnsOfParentsThatAreMadeUp() {
    String quantity = "{\n          \"name\": \"quantity\",";
    assertRefused(
        DOCUMENT,
        quantity,
        "{\"name\": \">price\", \"type\": \"int\", \"nullable\": false, \"hidden\": true,"
            + " \"borrowed\": {\"reference\": \"lines.sku\", \"column\": \"price\"}}, "
            + quantity,
        ": '>price' of table 'lines' needs the kept column 'products.price' of type int");
  }

  /** The days of orders are counted from the day on which the customer came. */
  private static String withStart() {
    String next = "{\n          \"name\": \"#first.day\",";
    String first = "\"evolution\": {\"first\": \"#first.day\",";
    String segment = "{\n          \"name\": \"segment\",";
    assertThat(DOCUMENT).contains(next, first, segment);
    return DOCUMENT
        .replace(
            segment,
            "{\"name\": \"since\", \"type\": \"date\", \"nullable\": false, \"marginal\":"
                + " {\"kind\": \"numeric\", \"nullProbability\": 0, \"grid\": {\"step\": 1,"
                + " \"decimals\": 0}, \"segments\": [{\"at\": \"2024-01-01\", \"p\": 1}]}}, "
                + segment)
        .replace(
            next,
            "{\"name\": \">since\", \"type\": \"date\", \"nullable\": false, \"hidden\": true,"
                + " \"borrowed\": {\"reference\": \"orders.customer_id\", \"column\": \"since\"}}, "
                + next)
        .replace(first, first + " \"unit\": \"monthEnd\", \"above\": \">since\",")
        .replace(
            "\"#orders.customer_id\", \"parentless\": 0.02",
            "\"#orders.customer_id\", \"parentless\": 0")
        .replace(
            "\"nullable\": true,\n          \"reference\": {\"name\": \"orders.customer_id\"",
            "\"nullable\": false,\n          \"reference\": {\"name\": \"orders.customer_id\"");
  }

  @Test
  void readsAndWritesColumnsOfLeadingParents() throws IOException {
    Profile profile = ProfileJson.read(withStart(), "retail.json");

    ColumnProfile.Evolved day = (ColumnProfile.Evolved) profile.table("orders").column("day");
    assertThat(day.inputs()).containsExactly("#first.day", "#gap.day", ">since");
    assertThat(day.pace()).isEqualTo(Pace.MONTH_END);
    String written = ProfileJson.write(profile);
    assertThat(ProfileJson.read(written, "again")).isEqualTo(profile);
    assertThat(schema().validate(written, InputFormat.JSON)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`\"above\": \">since\"` | `\"above\": \"#gap.day\"` | `.tables[4]: 'day' of table 'orders' speaks of '#gap.day', which would have to be a column of the leading parent, of this type, never null`",
        "`\"unit\": \"monthEnd\"` | `\"unit\": \"week\"` | `.tables[4].columns[8].evolution.unit: expected \"monthStart\" or \"monthEnd\"`",
        "`\"above\": \">since\"` | `\"over\": \">since\"` | `.tables[4].columns[8].evolution: unknown key \"over\"`",
        "`\"column\": \"since\"` | `\"column\": \"segment\"` | `: '>since' of table 'orders' needs the column 'customers.segment' of type date`",
      })
  void saysWhatIsWrongWithColumnsOfLeadingParents(String valid, String broken, String message) {
    assertRefused(withStart(), valid, broken, message);
  }

  /** Orders come on the first weekday that is as early as their gap. */
  private static String withCalendar() {
    String evolution = "\"evolution\": {\"first\": \"#first.day\",";
    assertThat(DOCUMENT).contains(evolution);
    return DOCUMENT.replace(
        evolution, evolution + " \"calendar\": {\"part\": \"weekday\", \"column\": \"#gap.day\"},");
  }

  @Test
  void readsAndWritesWhatOfTheCalendarValuesKeepTo() throws IOException {
    Profile profile = ProfileJson.read(withCalendar(), "retail.json");

    ColumnProfile.Evolved day = (ColumnProfile.Evolved) profile.table("orders").column("day");
    assertThat(day.rhythm())
        .contains(new ColumnProfile.Evolved.Rhythm(CalendarPart.WEEKDAY, "#gap.day"));
    String written = ProfileJson.write(profile);
    assertThat(ProfileJson.read(written, "again")).isEqualTo(profile);
    assertThat(schema().validate(written, InputFormat.JSON)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`\"weekday\"` | `\"week\"` | `.tables[4].columns[7].evolution.calendar.part: expected weekday, day or hour`",
        "`\"column\": \"#gap.day\"}` | `\"column\": \"total\"}` | `.tables[4]: 'day' of table 'orders' speaks of 'total', which would have to be a hidden number`",
        "`\"weekday\"` | `\"hour\"` | `.tables[4].columns[7].evolution: column 'day' (date) cannot hold this part of the calendar`",
      })
  void saysWhatIsWrongWithACalendar(String valid, String broken, String message) {
    assertRefused(withCalendar(), valid, broken, message);
  }

  /** The lines know what their product costs. */
  private static String withPrice() {
    String known = "{\"name\": \"parent.amount\", \"origin\": \"parent\", \"column\": \"amount\",";
    assertThat(DOCUMENT).contains(known);
    return DOCUMENT.replace(
        known,
        "{\"name\": \"price\", \"origin\": \"further\", \"reference\": \"lines.sku\", \"column\":"
            + " \"price\",");
  }

  @Test
  void readsAndWritesWhatIsGivenOfFurtherParents() throws IOException {
    Profile profile = ProfileJson.read(withPrice(), "retail.json");

    GivenColumn price = ((TreeCopula) profile.table("lines").copula()).given().get(0);
    assertThat(price)
        .isEqualTo(new GivenColumn("price", Origin.FURTHER, "lines.sku", "price", List.of(0, 1)));
    String written = ProfileJson.write(profile);
    assertThat(ProfileJson.read(written, "again")).isEqualTo(profile);
    assertThat(schema().validate(written, InputFormat.JSON)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`\"column\": \"price\", \"codes\"` | `\"column\": \"sku\", \"codes\"` | `: 'price' of table 'lines' needs the drawn or looked-up column 'products.sku'`",
        "`\"reference\": \"lines.sku\"` | `\"reference\": \"lines.order_id\"` | `.tables[5]: 'price' of table 'lines' speaks of 'lines.order_id', which would have to be a reference to a further parent`",
        "`\"reference\": \"lines.sku\", ` | `` | `.tables[5].copula.given[0]: given column 'price' is of FURTHER and of the column 'price'`",
        "`?2:0 =0*12,1*4 =0*5,1*11` | `?0:0 =0*12,1*4 =0*5,1*11` | `.tables[5]: 'price' of table 'lines' speaks of 'lines.sku', which would have to be a parent that no cell depends on`",
        "`\"previous\", \"column\": \"@lines.sku\", \"codes\": [0, 1]` | `\"previous\", \"column\": \"quantity\", \"codes\": [0, 1, 2]` | `.tables[5]: 'price' of table 'lines' speaks of 'lines.sku', which would have to be a parent that no cell depends on`",
      })
  void saysWhatIsWrongWithColumnsOfFurtherParents(String valid, String broken, String message) {
    assertRefused(withPrice(), valid, Objects.requireNonNullElse(broken, ""), message);
  }
}
