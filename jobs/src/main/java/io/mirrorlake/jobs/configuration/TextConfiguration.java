package io.mirrorlake.jobs.configuration;

import java.util.Map;
import java.util.Optional;

/** What string columns hold, where it is not to be recognized. */
public record TextConfiguration(
    @Setting(
            "Columns that hold personal data, and its kind, such as 'email'; 'none' for a column that holds none, and stays text whatever it writes. Others are recognized.")
        Map<String, String> semantics,
    @Setting(
            value =
                "The language of made-up names and addresses, such as 'de'; recognized if not given.",
            option = "--locale")
        Optional<String> locale,
    @Setting("The languages of single columns.") Map<String, String> locales) {
  public TextConfiguration {
    semantics = Map.copyOf(semantics);
    locales = Map.copyOf(locales);
  }
}
