package io.mirrorlake.jobs.run;

import io.mirrorlake.jobs.configuration.ConstraintConfiguration;
import io.mirrorlake.jobs.configuration.DatasetConfiguration;
import io.mirrorlake.jobs.configuration.DependenceChoice;
import io.mirrorlake.jobs.configuration.Keys;
import io.mirrorlake.jobs.configuration.ProfileConfiguration;
import io.mirrorlake.jobs.configuration.TableConfiguration;
import io.mirrorlake.jobs.source.SourceTable;
import io.mirrorlake.profiler.constraint.Constraint;
import io.mirrorlake.profiler.constraint.ConstraintNotation;
import io.mirrorlake.profiler.fit.ConstraintOptions;
import io.mirrorlake.profiler.fit.Dependence;
import io.mirrorlake.profiler.fit.ProfileOptions;
import io.mirrorlake.profiler.schema.ErrorKind;
import io.mirrorlake.profiler.schema.UserException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/** What a profile is to be made of: the configuration, held against the table's columns. */
final class ProfileRules {
  private ProfileRules() {}

  static ProfileOptions options(ProfileConfiguration configuration, SourceTable source) {
    List<String> columns = List.of(source.rows().columns());
    configuration.privacyUnit().ifPresent(column -> requireColumn("privacyUnit", column, columns));
    configuration.exclude().forEach(column -> requireColumn("exclude", column, columns));
    configuration.primaryKey().forEach(column -> requireColumn("primaryKey", column, columns));
    return new ProfileOptions(
        dependence(configuration.dependence()),
        configuration.disclosure().minimumUnits(),
        configuration.privacyUnit(),
        configuration.disclosure().secret().map(ProfileRules::seed).orElseGet(OptionalLong::empty),
        primaryKey(configuration, source),
        configuration.exclude(),
        constraints(configuration.constraints()),
        configuration.sampleRows(),
        TextSettings.rules(configuration.text(), columns));
  }

  /** The options of one of a dataset's tables; its keys are not among them. */
  static ProfileOptions options(
      DatasetConfiguration configuration, String name, SourceTable source) {
    TableConfiguration table = Objects.requireNonNull(configuration.tables().get(name), name);
    List<String> columns = List.of(source.rows().columns());
    String key = "tables." + name + ".";
    table.privacyUnit().ifPresent(column -> requireColumn(key + "privacyUnit", column, columns));
    table.exclude().forEach(column -> requireColumn(key + "exclude", column, columns));
    return new ProfileOptions(
        dependence(configuration.dependence()),
        configuration.disclosure().minimumUnits(),
        table.privacyUnit(),
        configuration.disclosure().secret().map(ProfileRules::seed).orElseGet(OptionalLong::empty),
        Optional.empty(),
        table.exclude(),
        constraints(table.constraints()),
        configuration.sampleRows(),
        TextSettings.rules(table.text(), columns));
  }

  /** Refuses a column that the table does not have. */
  static void requireColumn(String key, String column, List<String> columns) {
    if (columns.contains(column)) {
      return;
    }
    String cure =
        Keys.nearest(column, columns.stream())
            .map(nearest -> "did you mean '" + nearest + "'?")
            .orElse("its columns are " + String.join(", ", columns));
    throw UserException.of(
        ErrorKind.CONFIGURATION,
        "the key '" + key + "' names the column '" + column + "', which the table has not",
        cure);
  }

  /** A text that is a column's name alone drops all that was found on the column. */
  private static ConstraintOptions constraints(ConstraintConfiguration configuration) {
    List<Constraint> dropped = new ArrayList<>();
    List<String> droppedColumns = new ArrayList<>();
    for (String text : configuration.drop()) {
      if (ConstraintNotation.isName(text)) {
        droppedColumns.add(ConstraintNotation.nameIn(text));
      } else {
        dropped.add(constraint("constraints.drop", text));
      }
    }
    List<Constraint> added =
        configuration.add().stream().map(text -> constraint("constraints.add", text)).toList();
    return new ConstraintOptions(
        configuration.discover(), dropped, droppedColumns, added, configuration.tolerated());
  }

  private static Constraint constraint(String key, String text) {
    try {
      return ConstraintNotation.parse(text);
    } catch (IllegalArgumentException e) {
      throw UserException.of(
              ErrorKind.CONFIGURATION,
              "the key '" + key + "': " + e.getMessage(),
              "write one such as 'start <= end', 'total = net + tax' or 'city -> state';"
                  + " docs/configuration.md has them all")
          .withCause(e);
    }
  }

  private static Dependence dependence(DependenceChoice choice) {
    return switch (choice) {
      case AUTO -> Dependence.AUTO;
      case TREE -> Dependence.TREE;
      case GAUSSIAN -> Dependence.GAUSSIAN;
      case INDEPENDENT -> Dependence.INDEPENDENT;
    };
  }

  /** The configured key; else the source's own, where it is one column that is not left out. */
  private static Optional<String> primaryKey(
      ProfileConfiguration configuration, SourceTable source) {
    if (configuration.primaryKey().size() > 1) {
      throw UserException.of(
          ErrorKind.CONFIGURATION,
          "the key 'primaryKey' names "
              + configuration.primaryKey().size()
              + " columns, and keys of one column are what this version makes",
          "name the one column that is unique, or none");
    }
    Optional<String> own =
        source.primaryKey().size() == 1
            ? Optional.of(source.primaryKey().get(0))
            : Optional.empty();
    return configuration.primaryKey().stream()
        .findFirst()
        .or(() -> own.filter(column -> !configuration.exclude().contains(column)));
  }

  /** The first eight bytes of the secret's SHA-256, so that any text can be a seed. */
  private static OptionalLong seed(String secret) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
      return OptionalLong.of(ByteBuffer.wrap(Arrays.copyOf(digest, Long.BYTES)).getLong());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
