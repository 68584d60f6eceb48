package io.mirrorlake.synthesizer.column;

import io.mirrorlake.profiler.lexicon.Lexicon;
import io.mirrorlake.profiler.lexicon.WordKind;
import io.mirrorlake.profiler.marginal.LetterCase;
import io.mirrorlake.profiler.marginal.PersonalFormat;
import io.mirrorlake.profiler.marginal.PersonalFormat.Part;
import io.mirrorlake.profiler.marginal.PersonalKind;
import io.mirrorlake.synthesizer.random.CounterHash;
import io.mirrorlake.synthesizer.random.RandomStream;

/**
 * Makes personal data of a person, who is one random word: number 0 of its hash sequence decides
 * the given name, 1 the family name, later ones the rest. So two columns that tell of the same
 * person agree.
 */
final class PersonalMaker {
  private static final int GIVEN = 0;
  private static final int FAMILY = 1;
  private static final int PLACE = 2;
  private static final int PART = 3;
  private static final int LOOK = 4;
  private static final int DIGITS = 5;

  /** Domains that nobody's mail goes to (RFC 2606). */
  private static final String[] EXAMPLE_DOMAINS = {"example.com", "example.org", "example.net"};

  /** One of so many e-mail addresses has a number behind the name. */
  private static final int NUMBERED = 4;

  private final PersonalFormat format;
  private final WordList given;
  private final WordList family;
  private final boolean familyFirst;
  private final String[] parts;
  private final Weighted partChoice;

  private PersonalMaker(PersonalFormat format) {
    Lexicon lexicon = Lexicon.of(format.locale());
    boolean folded = format.kind() == PersonalKind.EMAIL;
    // Nobody asks for a domain in capitals: the case of an address is that of the name in it.
    LetterCase letters =
        folded && format.letterCase() == LetterCase.NATURAL
            ? LetterCase.LOWER
            : format.letterCase();
    this.format = format;
    this.given = WordList.names(lexicon, WordKind.GIVEN_NAME, letters, folded);
    this.family = WordList.names(lexicon, WordKind.FAMILY_NAME, letters, folded);
    this.familyFirst = lexicon.familyNameFirst();
    this.parts = format.parts().stream().map(Part::text).toArray(String[]::new);
    this.partChoice = Weighted.partial(format.parts().stream().mapToDouble(Part::weight).toArray());
  }

  static TextMaker of(PersonalFormat format) {
    if (format.look().isPresent()) {
      PatternMaker look = PatternMaker.of(format.look().get());
      return new Pieced(look.maxLength(), (word, text) -> look.make(hash(word, LOOK), text));
    }
    return switch (format.kind()) {
      case STREET -> words(format, WordKind.STREET);
      case CITY -> words(format, WordKind.CITY);
      case ADDRESS -> words(format, WordKind.ADDRESS);
      case COMPANY -> words(format, WordKind.COMPANY);
      default -> new PersonalMaker(format).maker();
    };
  }

  /** Words of a list, with other digits where they have some. */
  private static TextMaker words(PersonalFormat format, WordKind kind) {
    WordList list = WordList.of(Lexicon.of(format.locale()), kind, format.letterCase());
    return new Pieced(
        list.maxLength(),
        (word, text) -> {
          String chosen = list.pick(hash(word, PLACE));
          chosen.getChars(0, chosen.length(), text, 0);
          drawDigits(text, chosen.length(), word);
          return chosen.length();
        });
  }

  private static void drawDigits(char[] text, int length, long word) {
    for (int i = 0; i < length; i++) {
      if (text[i] >= '0' && text[i] <= '9') {
        boolean first = i == 0 || !Character.isDigit(text[i - 1]);
        int digit = CounterHash.below(hash(word, DIGITS + i), first ? 9 : 10);
        text[i] = (char) ('0' + digit + (first ? 1 : 0));
      }
    }
  }

  private TextMaker maker() {
    return switch (format.kind()) {
      case GIVEN_NAME -> texts(given.maxLength(), word -> given.pick(hash(word, GIVEN)));
      case FAMILY_NAME -> texts(family.maxLength(), word -> family.pick(hash(word, FAMILY)));
      case FULL_NAME -> texts(nameLength(), word -> name(word, ' '));
      case EMAIL -> texts(nameLength() + longestPart() + 4, this::email);
      case URL -> texts(nameLength() + longestPart(), word -> url(word));
      case IPV4 -> texts(longestPart() + 16, this::ipv4);
      default -> texts(IPV6_LENGTH, PersonalMaker::ipv6);
    };
  }

  private static TextMaker texts(int maxLength, Source source) {
    return new Pieced(
        maxLength,
        (word, text) -> {
          String made = source.of(word);
          made.getChars(0, made.length(), text, 0);
          return made.length();
        });
  }

  private int nameLength() {
    return given.maxLength() + 1 + family.maxLength();
  }

  private int longestPart() {
    int longest = OTHER_SITE.length();
    for (String part : parts) {
      longest = Math.max(longest, part.length());
    }
    return longest;
  }

  private String name(long word, char separator) {
    String first = given.pick(hash(word, GIVEN));
    String last = family.pick(hash(word, FAMILY));
    return familyFirst ? last + separator + first : first + separator + last;
  }

  private String email(long word) {
    String local = given.pick(hash(word, GIVEN)) + "." + family.pick(hash(word, FAMILY));
    int number = CounterHash.below(hash(word, DIGITS), 100 * NUMBERED);
    String domain = part(word);
    if (domain.isEmpty()) {
      domain = EXAMPLE_DOMAINS[CounterHash.below(hash(word, PLACE), EXAMPLE_DOMAINS.length)];
    }
    return local + (number < 100 ? Integer.toString(number) : "") + "@" + domain;
  }

  private String url(long word) {
    String site = part(word);
    return (site.isEmpty() ? OTHER_SITE : site) + name(word, '_').replace(' ', '_');
  }

  private static final String OTHER_SITE = "https://www.example.com/";

  private static final int IPV6_LENGTH = 40;

  private String ipv4(long word) {
    String network = part(word);
    if (network.isEmpty()) {
      // Neither 0 nor private and loopback networks nor multicast: 11 to 126.
      network =
          (11 + CounterHash.below(hash(word, PLACE), 116))
              + "."
              + CounterHash.below(hash(word, LOOK), 256)
              + ".";
    }
    return network
        + CounterHash.below(hash(word, DIGITS), 256)
        + "."
        + (1 + CounterHash.below(hash(word, DIGITS + 1), 254));
  }

  /** An address of the range for documentation (RFC 3849), which belongs to nobody. */
  private static String ipv6(long word) {
    StringBuilder text = new StringBuilder("2001:db8");
    for (int i = 0; i < 6; i++) {
      int group = CounterHash.below(hash(word, DIGITS + i), 1 << 16);
      text.append(':').append(Integer.toHexString(group));
    }
    return text.toString();
  }

  private String part(long word) {
    int choice = partChoice.choose(RandomStream.uniform(hash(word, PART)));
    return choice < parts.length ? parts[choice] : "";
  }

  private static long hash(long word, int number) {
    return CounterHash.hash(word, number);
  }

  /** The text of a random word. */
  private interface Source {
    String of(long word);
  }

  /** Writes the text of a random word. */
  private interface Writer {
    int write(long word, char[] text);
  }

  private record Pieced(int maxLength, Writer writer) implements TextMaker {
    @Override
    public int make(long word, char[] text) {
      return writer.write(word, text);
    }
  }
}
