package io.mirrorlake.profiler.fit;

import io.mirrorlake.profiler.marginal.CheckDigit;
import io.mirrorlake.profiler.marginal.PersonalKind;
import java.util.Collection;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What a value of each kind of personal data looks like, whatever the column is called. */
final class PersonalShapes {
  private static final Predicate<String> EMAIL =
      matches("[\\w.!#$%&'*+/=?^`{|}~-]+@[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)+");
  private static final Predicate<String> URL = matches("(https?|ftp)://[^\\s/]+(/\\S*)?");
  private static final Predicate<String> IPV4 =
      matches("((25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])(\\.(?!$)|$)){4}");
  private static final Predicate<String> IPV6 =
      // Eight groups, or a run of zeros left out once: 11:30:00 is a time of the day.
      matches("(?=.*::|([^:]+:){7}[^:]+$)([0-9a-fA-F]{0,4}:){2,7}[0-9a-fA-F]{0,4}");
  private static final Predicate<String> CARD =
      matches("(?:3[0-9]|4[0-9]|5[0-9]|6[0-9]|2[2-7])[0-9]{2}[ -]?(?:[0-9][ -]?){8,14}[0-9]");
  private static final Predicate<String> IBAN = matches("[A-Z]{2}[0-9]{2}( ?[A-Z0-9]){11,30}");
  private static final Predicate<String> PHONE =
      matches("[+(]?[0-9][0-9 ()./-]{4,22}[0-9](( ?(x|ext\\.?) ?)[0-9]{1,6})?");
  private static final Predicate<String> MARKED_PHONE = matches("(\\+|00|\\()[0-9].*");
  private static final Predicate<String> POSTAL_CODE =
      matches("(?=.*[0-9])[A-Za-z0-9]{1,7}([ -][A-Za-z0-9]{1,5})?");
  private static final Predicate<String> NAME =
      matches("[\\p{L}\\p{M}.'’-]+( [\\p{L}\\p{M}.'’-]+){0,2}");
  private static final Predicate<String> FULL_NAME =
      matches("[\\p{L}\\p{M}.'’-]+,?( [\\p{L}\\p{M}.'’-]+){1,4}");
  private static final Predicate<String> PLACE =
      matches("[\\p{L}\\p{M}.'’()/ -]{2,60}(, ?[\\p{L}\\p{M}. -]+)?");
  private static final Predicate<String> STREET =
      matches("(?U)(?=.*\\p{L}{2}).*([0-9]+[\\w/-]* .*\\p{L}|\\p{L}.*[ ,][0-9]+).*");
  private static final Predicate<String> STREET_WORD =
      contains(
          "(?U)(?i)\\b(st|street|ave|avenue|rd|road|blvd|boulevard|dr|drive|ln|lane|way|court|ct|"
              + "place|pl|parkway|square|rue|calle|avenida|via|viale|ulica|ul|straat|weg)\\b|"
              + "str(asse|aße|\\.)( |$)");
  private static final Predicate<String> ADDRESS =
      matches("(?s)(?=.*[0-9])(?=.*\\p{L}{2})[^,\\n]+([,\\n]+[^,\\n]+){2,5}");
  private static final Predicate<String> COMPANY =
      matches("(?U)(?=.*\\p{L}{2})[\\w .,&'’()/-]{2,80}");
  private static final Predicate<String> COMPANY_WORD =
      contains(
          "(?U)(?i)\\b(inc|llc|ltd|limited|corp|corporation|co|company|gmbh|ag|kg|ohg|sarl|sas|sa|"
              + "s\\.a|srl|spa|s\\.p\\.a|bv|nv|oy|ab|plc|group|and sons)\\b");

  private PersonalShapes() {}

  /** Whether the value has the shape of this kind. */
  static Predicate<String> of(PersonalKind kind) {
    return switch (kind) {
      case GIVEN_NAME, FAMILY_NAME -> NAME;
      case FULL_NAME -> FULL_NAME;
      case EMAIL -> EMAIL;
      case PHONE -> PHONE;
      case STREET -> STREET.and(ADDRESS.negate());
      case CITY -> PLACE;
      case POSTAL_CODE -> POSTAL_CODE;
      case ADDRESS -> ADDRESS;
      case COMPANY -> COMPANY;
      case CARD -> CARD.and(CheckDigit.LUHN::holds);
      case IBAN -> IBAN.and(CheckDigit.IBAN::holds);
      case IPV4 -> IPV4;
      case IPV6 -> IPV6;
      case URL -> URL;
    };
  }

  /** Whether the value has a mark that only this kind has, whatever its column is called. */
  static Predicate<String> marked(PersonalKind kind) {
    return switch (kind) {
      case EMAIL, URL, IPV4, IPV6, CARD, IBAN -> of(kind);
      case PHONE -> PHONE.and(MARKED_PHONE);
      case STREET -> STREET.and(STREET_WORD);
      case COMPANY -> COMPANY.and(COMPANY_WORD);
      default -> value -> false;
    };
  }

  /** The share of the values for which it is true. */
  static double share(Collection<String> values, Predicate<String> test) {
    return (double) values.stream().filter(test).count() / values.size();
  }

  private static Predicate<String> matches(String regex) {
    return Pattern.compile(regex).asMatchPredicate();
  }

  private static Predicate<String> contains(String regex) {
    return Pattern.compile(regex).asPredicate();
  }
}
