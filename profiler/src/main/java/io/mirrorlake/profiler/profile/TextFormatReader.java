package io.mirrorlake.profiler.profile;

import io.mirrorlake.profiler.lexicon.Lexicon;
import io.mirrorlake.profiler.marginal.CheckDigit;
import io.mirrorlake.profiler.marginal.LetterCase;
import io.mirrorlake.profiler.marginal.PatternFormat;
import io.mirrorlake.profiler.marginal.PersonalFormat;
import io.mirrorlake.profiler.marginal.PersonalKind;
import io.mirrorlake.profiler.marginal.ProseFormat;
import io.mirrorlake.profiler.marginal.TextFormat;
import io.mirrorlake.profiler.marginal.TextPattern;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads what texts look like from a JSON tree; the inverse of {@link TextFormatWriter}. */
final class TextFormatReader {
  private TextFormatReader() {}

  static TextFormat format(JsonCursor at) {
    JsonCursor kind = at.member("kind");
    return switch (kind.text()) {
      case "patterns" -> patterns(at);
      case "personal" -> personal(at);
      case "prose" -> prose(at);
      default -> throw kind.expected("\"patterns\", \"personal\" or \"prose\"");
    };
  }

  private static PatternFormat patterns(JsonCursor at) {
    at.object("kind", "check", "patterns");
    CheckDigit check =
        at.optional("check")
            .map(digit -> constant(digit, CheckDigit.values()))
            .orElse(CheckDigit.NONE);
    List<TextPattern> patterns =
        at.member("patterns").items().stream().map(TextFormatReader::pattern).toList();
    return at.build(() -> new PatternFormat(patterns, check));
  }

  static TextPattern pattern(JsonCursor at) {
    at.object("p", "runs");
    double p = at.member("p").number();
    List<TextPattern.Run> runs =
        at.member("runs").items().stream().map(TextFormatReader::run).toList();
    return at.build(() -> new TextPattern(p, runs));
  }

  private static TextPattern.Run run(JsonCursor at) {
    at.object("alphabet", "length");
    JsonCursor alphabet = at.member("alphabet");
    List<JsonCursor> length = range(at.member("length"));
    String characters = alphabet.build(() -> AlphabetText.read(alphabet.text()));
    int least = length.get(0).count();
    int greatest = length.get(1).count();
    return at.build(() -> new TextPattern.Run(characters, least, greatest));
  }

  private static List<JsonCursor> range(JsonCursor at) {
    List<JsonCursor> ends = at.items();
    if (ends.size() != 2) {
      throw at.expected("the least and the greatest length");
    }
    return ends;
  }

  private static PersonalFormat personal(JsonCursor at) {
    at.object("kind", "semantic", "confidence", "locale", "case", "parts", "look");
    JsonCursor semantic = at.member("semantic");
    PersonalKind kind =
        PersonalKind.ofKey(semantic.text())
            .orElseThrow(
                () -> semantic.expected("one of " + String.join(", ", PersonalKind.keys())));
    double confidence = at.member("confidence").number();
    JsonCursor locale = at.member("locale");
    if (!Lexicon.locales().contains(locale.text())) {
      throw locale.expected("one of " + String.join(", ", Lexicon.locales()));
    }
    LetterCase letterCase =
        at.optional("case").map(c -> constant(c, LetterCase.values())).orElse(LetterCase.NATURAL);
    List<PersonalFormat.Part> parts =
        at.optional("parts")
            .map(array -> array.items().stream().map(TextFormatReader::part).toList())
            .orElse(List.of());
    Optional<PatternFormat> look = at.optional("look").map(TextFormatReader::patterns);
    return at.build(
        () -> new PersonalFormat(kind, confidence, locale.text(), letterCase, parts, look));
  }

  private static PersonalFormat.Part part(JsonCursor at) {
    at.object("text", "p");
    String text = at.member("text").text();
    double p = at.member("p").number();
    return at.build(() -> new PersonalFormat.Part(text, p));
  }

  private static ProseFormat prose(JsonCursor at) {
    at.object("kind", "lengths", "openings", "vocabulary");
    List<ProseFormat.Length> lengths =
        at.member("lengths").items().stream().map(TextFormatReader::length).toList();
    List<ProseFormat.Successor> openings = successors(at.member("openings"));
    List<ProseFormat.Word> words =
        at.member("vocabulary").items().stream().map(TextFormatReader::word).toList();
    return at.build(() -> new ProseFormat(lengths, openings, words));
  }

  private static ProseFormat.Length length(JsonCursor at) {
    at.object("words", "p");
    List<JsonCursor> words = range(at.member("words"));
    int least = words.get(0).count();
    int greatest = words.get(1).count();
    double p = at.member("p").number();
    return at.build(() -> new ProseFormat.Length(least, greatest, p));
  }

  private static ProseFormat.Word word(JsonCursor at) {
    at.object("word", "p", "next");
    String text = at.member("word").text();
    double p = at.member("p").number();
    List<ProseFormat.Successor> next =
        at.optional("next").map(TextFormatReader::successors).orElse(List.of());
    return at.build(() -> new ProseFormat.Word(text, p, next));
  }

  private static List<ProseFormat.Successor> successors(JsonCursor at) {
    return at.items().stream().map(TextFormatReader::successor).toList();
  }

  private static ProseFormat.Successor successor(JsonCursor at) {
    at.object("word", "p");
    String text = at.member("word").text();
    double p = at.member("p").number();
    return at.build(() -> new ProseFormat.Successor(text, p));
  }

  private static <E extends Enum<E>> E constant(JsonCursor at, E[] constants) {
    return Arrays.stream(constants)
        .filter(constant -> TextFormatWriter.written(constant).equals(at.text()))
        .findFirst()
        .orElseThrow(
            () ->
                at.expected(
                    "one of "
                        + Arrays.stream(constants)
                            .map(TextFormatWriter::written)
                            .collect(Collectors.joining(", "))));
  }
}
