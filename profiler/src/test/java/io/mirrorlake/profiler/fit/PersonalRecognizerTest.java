package io.mirrorlake.profiler.fit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorlake.profiler.marginal.PersonalKind;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonalRecognizerTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x | anna@mail.test; bo.li+a@sub.mail.test | EMAIL",
        "x | https://a.test/b; http://c.test | URL",
        "x | 10.0.0.1; 255.254.1.30 | IPV4",
        "x | 2001:db8::1; fe80:0:0:0:1:2:3:4 | IPV6",
        "x | 4111 1111 1111 1111; 5500005555555559 | CARD",
        "x | GB82 WEST 1234 5698 7654 32; DE89370400440532013000 | IBAN",
        "x | +49 30 1234567; (206) 555-9857 | PHONE",
        "HomePhone | 030-0074321; 555 4729 | PHONE",
        "postal_code | 12209; WA1 1DP | POSTAL_CODE",
        "city | Stadt am Fluss; Neuhausen | CITY",
        "Address | 12 Orchestra Terrace; Berguvsv\u00e4gen 8 | STREET",
        "address | 1 High Road, Newtown, NT1 2AB; 2 Low Road, Oldtown, 4711 | ADDRESS",
        "x | Miller Ltd; Smith and Sons; Weber GmbH | COMPANY",
        "supplier | Exotic Liquids; Tokyo Traders | COMPANY",
        "first_name | MARY; PATRICIA; LINDA; BARBARA; JENNIFER | GIVEN_NAME",
        "x | Mary; Patricia; Linda; Barbara; Jennifer | GIVEN_NAME",
        "surname | Hamilton; Heidfeld; Rosberg; Alonso | FAMILY_NAME",
        "contact | Maria Anders; Thomas Hardy; Laurence Lebihan | FULL_NAME"
      })
  void recognizesByValuesAndByName(String column, String values, PersonalKind kind) {
    assertThat(PersonalRecognizer.recognize(column, List.of(values.split("; ", -1))))
        .hasValueSatisfying(
            found -> {
              assertThat(found.kind()).isEqualTo(kind);
              assertThat(found.confidence()).isBetween(0.6, 1.0);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x | AB-123; CD-456",
        "status | Private; Self employed; Never worked",
        "product_name | Grandma's Boysenberry Spread; Queso Cabrales; Chai Tea",
        "x | 2024-01-31; 2023-12-24",
        "x | 11:30:00; 09:05:10; 23:59:59",
        "x | 4111111111111112; 5500005555555558",
        "email | yes; no",
        "contact title | Sales Manager; Owner; Order Administrator",
        "x | N14228; N24211"
      })
  void leavesOtherTextsAlone(String column, String values) {
    assertThat(PersonalRecognizer.recognize(column, List.of(values.split("; ", -1)))).isEmpty();
  }

  @Test
  void findsTheLanguageOfNames() {
    List<String> german = List.of("Lasse", "Nele", "Finja", "Jannik", "Leni", "Till");
    List<String> russian =
        List.of(
            "\u0410\u043d\u043d\u0430", "\u0410\u043b\u0435\u043a\u0441\u0430\u043d\u0434\u0440");
    assertThat(PersonalRecognizer.recognize("vorname", german))
        .hasValueSatisfying(found -> assertThat(found.locale()).isEqualTo("de"));
    assertThat(PersonalRecognizer.recognize("name", russian))
        .hasValueSatisfying(found -> assertThat(found.locale()).isIn("ru", "uk", "bg"));
  }

  @Test
  void readsNamesOfColumnsAsWords() {
    for (String name : List.of("HomePhone", "home_phone", "HOME PHONE", "phone2", "phoneNumber")) {
      assertThat(ColumnNameHint.of(name).suggests(PersonalKind.PHONE)).as(name).isTrue();
    }
    for (String name : List.of("phone_type", "headphones", "telegram".toUpperCase(Locale.ROOT))) {
      assertThat(ColumnNameHint.of(name).suggests(PersonalKind.PHONE)).as(name).isFalse();
    }
  }
}
