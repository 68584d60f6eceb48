package io.mirrorlake.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/** What many tests do in a folder: they make a profile there, and rows from it. */
public final class RoundTrip {
  private RoundTrip() {}

  /**
   * Makes a profile.
   *
   * @param name its name in the folder
   * @param settings those of the profile job but for the output
   * @return the document
   */
  public static String profile(Path folder, String name, String... settings) throws IOException {
    Path output = folder.resolve(name);
    run(folder, "profile", settings, "output: " + output);
    return Files.readString(output.resolve("profile.json"));
  }

  /**
   * Makes rows, as CSV, from the profile of the name {@code profile}.
   *
   * @param name the output's name in the folder
   * @param settings those of the synthesize job but for the profile and the output
   * @return the output
   */
  public static Path synthesize(Path folder, String name, String... settings) throws IOException {
    Path output = folder.resolve(name);
    run(
        folder,
        "synthesize",
        settings,
        "profile: " + folder.resolve("profile"),
        "output: {path: " + output + ", format: csv}");
    return output;
  }

  private static void run(Path folder, String job, String[] settings, String... more)
      throws IOException {
    String[] all =
        Stream.concat(Arrays.stream(settings), Arrays.stream(more)).toArray(String[]::new);
    CommandResult.ofSettings(folder, job, all).assertDone();
  }
}
