package io.mirrorlake.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mirrorlake.jobs.configuration.TextConfiguration;
import io.mirrorlake.profiler.fit.TextRules;
import io.mirrorlake.profiler.marginal.PersonalKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TextSettingsTest {
  private static final List<String> COLUMNS = List.of("contact", "remark");

  private static TextRules rules(Map<String, String> semantics, Map<String, String> locales) {
    return TextSettings.rules(
        new TextConfiguration(semantics, Optional.of("DE"), locales), COLUMNS);
  }

  @Test
  void readsKindsAndLanguages() {
    TextRules rules =
        rules(Map.of("contact", "fullName", "remark", "none"), Map.of("contact", "fr_CA"));

    assertThat(rules.kinds())
        .containsEntry("contact", Optional.of(PersonalKind.FULL_NAME))
        .containsEntry("remark", Optional.empty());
    assertThat(rules.localeOf("contact")).contains("fr-CA");
    assertThat(rules.localeOf("remark")).contains("de");
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    assertThatThrownBy(() -> rules(Map.of("contact", "fulname"), Map.of()))
        .hasMessageContaining("the key 'text.semantics.contact' names the unknown kind 'fulname'")
        .hasMessageContaining("fullName");
    assertThatThrownBy(() -> rules(Map.of("contakt", "fullName"), Map.of()))
        .hasMessageContaining("'text.semantics' names the column 'contakt'");
    assertThatThrownBy(() -> rules(Map.of(), Map.of("remark", "zz")))
        .hasMessageContaining("'text.locales.remark' names the locale 'zz', which has no words");
  }
}
