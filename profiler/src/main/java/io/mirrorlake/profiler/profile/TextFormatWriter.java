package io.mirrorlake.profiler.profile;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mirrorlake.profiler.marginal.CheckDigit;
import io.mirrorlake.profiler.marginal.LetterCase;
import io.mirrorlake.profiler.marginal.PatternFormat;
import io.mirrorlake.profiler.marginal.PersonalFormat;
import io.mirrorlake.profiler.marginal.ProseFormat;
import io.mirrorlake.profiler.marginal.TextFormat;
import io.mirrorlake.profiler.marginal.TextPattern;
import java.util.List;
import java.util.Locale;

/**
 * Writes what texts look like as a JSON tree; {@link TextFormatReader} is its inverse. What says
 * nothing, such as no check digit, is left out.
 */
final class TextFormatWriter {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private TextFormatWriter() {}

  static ObjectNode format(TextFormat format) {
    if (format instanceof PersonalFormat personal) {
      return personal(personal);
    }
    return format instanceof ProseFormat prose ? prose(prose) : patterns((PatternFormat) format);
  }

  /** How an enum's constant is written. */
  static String written(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static ObjectNode patterns(PatternFormat format) {
    ObjectNode node = NODES.objectNode().put("kind", "patterns");
    if (format.check() != CheckDigit.NONE) {
      node.put("check", written(format.check()));
    }
    ArrayNode patterns = node.putArray("patterns");
    format.patterns().forEach(pattern -> patterns.add(pattern(pattern)));
    return node;
  }

  static ObjectNode pattern(TextPattern pattern) {
    ObjectNode node = NODES.objectNode();
    node.set("p", ValueText.number(pattern.weight()));
    ArrayNode runs = node.putArray("runs");
    for (TextPattern.Run run : pattern.runs()) {
      ObjectNode item = runs.addObject().put("alphabet", AlphabetText.write(run.alphabet()));
      item.putArray("length").add(run.minLength()).add(run.maxLength());
    }
    return node;
  }

  private static ObjectNode personal(PersonalFormat format) {
    ObjectNode node =
        NODES.objectNode().put("kind", "personal").put("semantic", format.kind().key());
    node.set("confidence", ValueText.number(format.confidence()));
    node.put("locale", format.locale());
    if (format.letterCase() != LetterCase.NATURAL) {
      node.put("case", written(format.letterCase()));
    }
    if (!format.parts().isEmpty()) {
      ArrayNode parts = node.putArray("parts");
      for (PersonalFormat.Part part : format.parts()) {
        parts.addObject().put("text", part.text()).set("p", ValueText.number(part.weight()));
      }
    }
    format.look().ifPresent(look -> node.set("look", patterns(look)));
    return node;
  }

  private static ObjectNode prose(ProseFormat format) {
    ObjectNode node = NODES.objectNode().put("kind", "prose");
    ArrayNode lengths = node.putArray("lengths");
    for (ProseFormat.Length length : format.lengths()) {
      ObjectNode item = lengths.addObject();
      item.putArray("words").add(length.least()).add(length.greatest());
      item.set("p", ValueText.number(length.weight()));
    }
    successors(node.putArray("openings"), format.openings());
    ArrayNode words = node.putArray("vocabulary");
    for (ProseFormat.Word word : format.words()) {
      ObjectNode item = words.addObject().put("word", word.text());
      item.set("p", ValueText.number(word.weight()));
      if (!word.next().isEmpty()) {
        successors(item.putArray("next"), word.next());
      }
    }
    return node;
  }

  private static void successors(ArrayNode array, List<ProseFormat.Successor> successors) {
    for (ProseFormat.Successor successor : successors) {
      array
          .addObject()
          .put("word", successor.text())
          .set("p", ValueText.number(successor.weight()));
    }
  }
}
