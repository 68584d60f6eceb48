package io.mirrorlake.jobs.demo;

import io.mirrorlake.profiler.schema.ErrorKind;
import io.mirrorlake.profiler.schema.UserException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The FoodMart retail database, embedded over JDBC. Its customer table is split in two by a hash of
 * the key: the profile is made from one part, and never sees the other.
 */
final class FoodMart {
  static final String URL = "jdbc:hsqldb:res:foodmart";

  /** In the jar of the database. */
  private static final String RESOURCE = "foodmart.script";

  /** The database's own user, as published with it. */
  static final String USER = "FOODMART";

  /** What a configuration that was discovered reads the password from. */
  static final Map<String, String> ENVIRONMENT = Map.of("DB_PASSWORD", USER);

  /**
   * Knuth's multiplicative hash: the golden ratio's fraction in 32 bits scatters neighbouring keys
   * over the whole range.
   */
  private static final String HASH =
      "MOD(CAST(\"customer_id\" AS BIGINT) * 2654435761, 4294967296)";

  /** 70 % of the hash's range. */
  private static final String TRAIN_LIMIT = "3006477107";

  /** The key; it is generated, not drawn. */
  static final String KEY = "customer_id";

  /** What a customer's card says depends on income, education, and children. */
  static final String TARGET = "member_card";

  /** Columns that name one customer each, where likeness of values means nothing. */
  static final List<String> IDENTIFIERS =
      List.of(
          KEY,
          "account_num",
          "lname",
          "fname",
          "fullname",
          "address1",
          "address2",
          "address3",
          "address4",
          "postal_code",
          "phone1",
          "phone2");

  private FoodMart() {}

  /** Refuses to begin without the database. */
  static void requirePresent() {
    if (Thread.currentThread().getContextClassLoader().getResource(RESOURCE) == null) {
      throw UserException.of(
          ErrorKind.ENVIRONMENT,
          "the demo's database FoodMart is not on the class path",
          "run the demo with ./mirrorlake, which brings it");
    }
  }

  /** Settings of the source that is 70 % of the customers. */
  static List<String> train(String key) {
    return source(key, HASH + " < " + TRAIN_LIMIT);
  }

  /** Settings of the source that is the other 30 %. */
  static List<String> holdout(String key) {
    return source(key, HASH + " >= " + TRAIN_LIMIT);
  }

  private static List<String> source(String key, String condition) {
    return Stream.of(
            "path=" + URL,
            "query=SELECT * FROM \"foodmart\".\"customer\" WHERE " + condition,
            "jdbc.user=" + USER,
            "jdbc.password=" + USER)
        .map(setting -> key + "." + setting)
        .toList();
  }
}
