package io.mirrorlake.synthesizer.source;

import io.mirrorlake.profiler.profile.Profile;
import io.mirrorlake.profiler.profile.ProfileJson;

/**
 * A profile and its JSON text. The text is what executors are sent and what plans are found again
 * by; a database's has tens of megabytes, so that it is kept and not made anew for each read.
 *
 * @param profile the profile
 * @param text its document
 */
record ProfileDocument(Profile profile, String text) {
  /** The document of a profile that was not read from one. */
  static ProfileDocument of(Profile profile) {
    return new ProfileDocument(profile, ProfileJson.write(profile));
  }
}
