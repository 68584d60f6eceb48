package io.mirrorlake.jobs.cli;

import java.util.Arrays;

/** Placeholder. */
public final class Mirrorlake {
  private Mirrorlake() {}

  /** x. */
  public static void main(String[] args) throws java.io.IOException {
    System.out.println("placeholder " + Arrays.toString(args));
    if (args.length > 0 && args[0].equals("spark")) {
      try (org.apache.spark.sql.SparkSession s =
          org.apache.spark.sql.SparkSession.builder().master("local[2]").getOrCreate()) {
        System.out.println(s.range(10).count());
      }
    }
    if (args.length > 0 && args[0].equals("exit")) {
      System.exit(Integer.parseInt(args[1]));
    }
  }
}
