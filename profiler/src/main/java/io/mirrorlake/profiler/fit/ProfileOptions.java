package io.mirrorlake.profiler.fit;

import io.mirrorlake.profiler.disclosure.DisclosurePolicy;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a profile is to be made of and under which rules.
 *
 * @param dependence which copula to fit
 * @param minimumUnits k: nothing carried by fewer privacy units is told; at least 1
 * @param privacyUnit the column whose values are the privacy units; empty where rows are
 * @param secret the seed of the jitter on k; empty for a fresh one from {@link SecureRandom}
 * @param primaryKey the column of the primary key, if there is one
 * @param excludedColumns columns that the profile leaves out
 * @param constraints which constraints are taken in
 * @param sampleRows how many rows the dependence is fitted on, at least 1,000
 * @param texts what is laid down of string columns
 */
public record ProfileOptions(
    Dependence dependence,
    int minimumUnits,
    Optional<String> privacyUnit,
    OptionalLong secret,
    Optional<String> primaryKey,
    List<String> excludedColumns,
    ConstraintOptions constraints,
    int sampleRows,
    TextRules texts) {
  /** k where nobody says otherwise: the usual threshold of statistical offices. */
  public static final int DEFAULT_MINIMUM_UNITS = 10;

  /** The standard error of a correlation from this many rows is 0.002. */
  public static final int DEFAULT_SAMPLE_ROWS = 262_144;

  /** Fewer rows make correlations a matter of luck. */
  public static final int LEAST_SAMPLE_ROWS = 1_000;

  public ProfileOptions {
    excludedColumns = List.copyOf(excludedColumns);
    if (minimumUnits < 1) {
      throw new IllegalArgumentException("k must be at least 1: " + minimumUnits);
    }
    if (sampleRows < LEAST_SAMPLE_ROWS) {
      throw new IllegalArgumentException(
          "the sample needs at least " + LEAST_SAMPLE_ROWS + " rows: " + sampleRows);
    }
  }

  /** The options where nobody says otherwise. */
  public static ProfileOptions defaults() {
    return new ProfileOptions(
        Dependence.AUTO,
        DEFAULT_MINIMUM_UNITS,
        Optional.empty(),
        OptionalLong.empty(),
        Optional.empty(),
        List.of(),
        ConstraintOptions.DEFAULT,
        DEFAULT_SAMPLE_ROWS,
        TextRules.NONE);
  }

  /** These options with another primary key. */
  public ProfileOptions withPrimaryKey(String column) {
    return new ProfileOptions(
        dependence,
        minimumUnits,
        privacyUnit,
        secret,
        Optional.of(column),
        excludedColumns,
        constraints,
        sampleRows,
        texts);
  }

  /**
   * These options with other roles of columns.
   *
   * @param unit the column whose values are the privacy units
   * @param key the primary key
   * @param excluded the columns that are left out
   */
  public ProfileOptions withColumns(
      Optional<String> unit, Optional<String> key, List<String> excluded) {
    return new ProfileOptions(
        dependence, minimumUnits, unit, secret, key, excluded, constraints, sampleRows, texts);
  }

  /** These options with another dependence. */
  public ProfileOptions withDependence(Dependence other) {
    return new ProfileOptions(
        other,
        minimumUnits,
        privacyUnit,
        secret,
        primaryKey,
        excludedColumns,
        constraints,
        sampleRows,
        texts);
  }

  /** These options with other constraints. */
  public ProfileOptions withConstraints(ConstraintOptions other) {
    return new ProfileOptions(
        dependence,
        minimumUnits,
        privacyUnit,
        secret,
        primaryKey,
        excludedColumns,
        other,
        sampleRows,
        texts);
  }

  /** These options with other rules for string columns. */
  public ProfileOptions withTexts(TextRules rules) {
    return new ProfileOptions(
        dependence,
        minimumUnits,
        privacyUnit,
        secret,
        primaryKey,
        excludedColumns,
        constraints,
        sampleRows,
        rules);
  }

  /** These options with a fixed secret, for profiles that must be equal byte by byte. */
  public ProfileOptions withSecret(long fixed) {
    return new ProfileOptions(
        dependence,
        minimumUnits,
        privacyUnit,
        OptionalLong.of(fixed),
        primaryKey,
        excludedColumns,
        constraints,
        sampleRows,
        texts);
  }

  /**
   * The disclosure policy these options ask for; every call draws a fresh secret unless one is
   * fixed.
   */
  public DisclosurePolicy policy() {
    return new DisclosurePolicy(
        minimumUnits,
        privacyUnit.isPresent(),
        secret.orElseGet(() -> new SecureRandom().nextLong()));
  }
}
