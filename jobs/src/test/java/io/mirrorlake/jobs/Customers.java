package io.mirrorlake.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A small table of people who never were: age, schooling and income depend on each other. */
public final class Customers {
  private static final List<String> SCHOOLING = List.of("basic", "college", "doctor");

  private Customers() {}

  /** Writes as many customers, whose numbers begin at {@code first}. */
  public static Path write(Path file, int first, int count) throws IOException {
    return Files.write(file, lines(first, count));
  }

  public static List<String> lines(int first, int count) {
    Random random = new Random(first);
    List<String> lines = new ArrayList<>();
    lines.add("id,age,schooling,hours,income,note");
    for (int i = first; i < first + count; i++) {
      int age = 18 + random.nextInt(60);
      int school = Math.min(2, random.nextInt(4) * age / 50);
      String hours = random.nextInt(10) == 0 ? "" : Integer.toString(20 + random.nextInt(5) * 10);
      String income = random.nextInt(6) + 2 * school + age / 20 > 6 ? "high" : "low";
      lines.add(
          i + "," + age + "," + SCHOOLING.get(school) + "," + hours + "," + income + ",note " + i);
    }
    return lines;
  }
}
