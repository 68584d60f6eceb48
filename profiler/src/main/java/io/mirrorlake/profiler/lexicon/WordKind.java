package io.mirrorlake.profiler.lexicon;

import java.util.Arrays;
import java.util.List;
import net.datafaker.Faker;

/** The kinds of words a lexicon has. */
public enum WordKind {
  /** Given names of any sex. */
  GIVEN_NAME(8192),
  /** Family names. */
  FAMILY_NAME(8192),
  /** Streets with a house number, in the order of the language. */
  STREET(4096),
  /** Cities and towns. */
  CITY(4096),
  /** Postal addresses in one line. */
  ADDRESS(4096),
  /** Companies with their legal form. */
  COMPANY(4096),
  /** Words that mean nothing, as typesetters use them. */
  PLAIN(1024);

  private final int draws;

  /**
   * @param draws how many words are asked for: more than a reader notices repetitions in, few
   *     enough to take a tenth of a second
   */
  WordKind(int draws) {
    this.draws = draws;
  }

  /** The different words that Datafaker gives in as many draws. */
  List<String> draw(Faker faker) {
    String[] words = new String[draws];
    Arrays.setAll(words, i -> one(faker).strip());
    List<String> different =
        Arrays.stream(words).filter(word -> !word.isEmpty()).distinct().toList();
    return different.isEmpty() ? List.of("-") : different;
  }

  private String one(Faker faker) {
    return switch (this) {
      case GIVEN_NAME -> faker.name().firstName();
      case FAMILY_NAME -> faker.name().lastName();
      case STREET -> faker.address().streetAddress();
      case CITY -> faker.address().city();
      case ADDRESS -> faker.address().fullAddress();
      case COMPANY -> faker.company().name();
      case PLAIN -> faker.lorem().word();
    };
  }
}
