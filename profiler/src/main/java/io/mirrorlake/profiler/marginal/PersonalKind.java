package io.mirrorlake.profiler.marginal;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a column can say of a person or a company that is better made up than told. */
public enum PersonalKind {
  /** A given name. */
  GIVEN_NAME("givenName", false),
  /** A family name. */
  FAMILY_NAME("familyName", true),
  /** Given and family name. */
  FULL_NAME("fullName", true),
  /** An e-mail address. */
  EMAIL("email", true),
  /** A telephone number. */
  PHONE("phone", true),
  /** A street with a house number. */
  STREET("street", true),
  /** A city or town. */
  CITY("city", false),
  /** A postal code. */
  POSTAL_CODE("postalCode", false),
  /** A postal address in one line. */
  ADDRESS("address", true),
  /** A company. */
  COMPANY("company", false),
  /** A payment card's number. */
  CARD("card", true),
  /** An international bank account number. */
  IBAN("iban", true),
  /** An address of the Internet Protocol, version 4. */
  IPV4("ipv4", true),
  /** An address of the Internet Protocol, version 6. */
  IPV6("ipv6", true),
  /** The address of a page. */
  URL("url", false);

  private final String key;
  private final boolean identifying;

  PersonalKind(String key, boolean identifying) {
    this.key = key;
    this.identifying = identifying;
  }

  /** The kind of this name in a profile or a configuration, if there is one. */
  public static Optional<PersonalKind> ofKey(String key) {
    return Arrays.stream(values()).filter(kind -> kind.key.equals(key)).findFirst();
  }

  /** The names of all kinds. */
  public static List<String> keys() {
    return Arrays.stream(values()).map(PersonalKind::key).toList();
  }

  /** Its name in a profile or a configuration. */
  public String key() {
    return key;
  }

  /**
   * Whether one value points to one person, so that it is not told however many rows carry it: the
   * rows may all be that person's.
   */
  public boolean isIdentifying() {
    return identifying;
  }

  /** Whether values are made from the column's own patterns, as their look is all there is. */
  public boolean hasLook() {
    return this == PHONE || this == POSTAL_CODE || this == CARD || this == IBAN;
  }

  /** Whether values have parts in common that may be told: domains, networks, sites. */
  public boolean hasParts() {
    return this == EMAIL || this == IPV4 || this == URL;
  }
}
