package io.mirrorlake.profiler.fit;

import io.mirrorlake.profiler.marginal.PersonalKind;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a column's name says of its content, in the languages that data models are written in. The
 * name is read as words: {@code HomePhone}, {@code home_phone} and {@code HOME-PHONE} are the same.
 */
final class ColumnNameHint {
  private static final Pattern WORD_BOUNDARY =
      Pattern.compile(
          "(?<=[\\p{Ll}0-9])(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})|[^\\p{L}\\p{N}]+");

  private static final Map<PersonalKind, Pattern> HINTS =
      Map.ofEntries(
          hint(
              PersonalKind.GIVEN_NAME,
              "(first|given|fore|middle|christian) ?name|f ?name|vorname|prenom|prénom|nombre|"
                  + "(voor|för|for)namn?n?|imie|imię|nome"),
          hint(
              PersonalKind.FAMILY_NAME,
              "(last|family|sur|maiden) ?name|l ?name|nachname|familienname|nom de famille|"
                  + "apellidos?|cognome|sobrenome|achternaam|nazwisko|(efter|etter)navn|efternamn"),
          hint(
              PersonalKind.FULL_NAME,
              "name|full ?name|fullname|contact( ?name)?|person|holder|author|patient|passenger|"
                  + "owner|manager|artist|driver|player"),
          hint(PersonalKind.EMAIL, "e ?mail|mail"),
          hint(
              PersonalKind.PHONE,
              "phone|phone ?number|telephone|tel|mobile|cell|fax|telefono?|teléfono|handy|msisdn"),
          hint(
              PersonalKind.STREET,
              "street|address|addr|strasse|straße|str|adresse|rue|calle|direccion|dirección|"
                  + "indirizzo|endereço|straat|ulica"),
          hint(
              PersonalKind.CITY,
              "city|town|ort|stadt|wohnort|ville|ciudad|citta|città|cidade|municipality|location|"
                  + "miasto|woonplaats|suburb"),
          hint(
              PersonalKind.POSTAL_CODE,
              "zip|zip ?code|postal|postal ?code|post ?code|plz|postleitzahl|cp|cap|cep"),
          hint(PersonalKind.ADDRESS, "address|addr|adresse|direccion|dirección|indirizzo"),
          hint(
              PersonalKind.COMPANY,
              "company|firm|firma|employer|organi[sz]ation|supplier|vendor|business|unternehmen|"
                  + "empresa|azienda|entreprise|manufacturer"),
          hint(PersonalKind.CARD, "card|credit|cc|pan|kreditkarte"),
          hint(PersonalKind.IBAN, "iban|account"),
          hint(PersonalKind.IPV4, "ip"),
          hint(PersonalKind.IPV6, "ip"),
          hint(PersonalKind.URL, "url|uri|link|href|website|homepage"));

  /** What a name may add to what it says; anything else, as in 'contact title', changes it. */
  private static final String SUFFIX = "( (number|num|no|nr|name|address|line|raw|text))?";

  private final String words;

  private ColumnNameHint(String words) {
    this.words = words;
  }

  static ColumnNameHint of(String column) {
    return new ColumnNameHint(
        WORD_BOUNDARY.matcher(column).replaceAll(" ").toLowerCase(Locale.ROOT).strip());
  }

  /** Whether the name speaks for this kind. */
  boolean suggests(PersonalKind kind) {
    return Pattern.compile("(^|.* )(" + HINTS.get(kind) + ")" + SUFFIX)
        .matcher(words.replaceAll("[0-9]+$", "").strip())
        .matches();
  }

  private static Map.Entry<PersonalKind, Pattern> hint(PersonalKind kind, String words) {
    return Map.entry(kind, Pattern.compile(words));
  }
}
