package io.mirrorlake.jobs.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.mirrorlake.jobs.architecture.violation.evaluator.Accomplice;
import io.mirrorlake.jobs.architecture.violation.profiler.Boss;
import io.mirrorlake.jobs.architecture.violation.profiler.Open;
import io.mirrorlake.jobs.architecture.violation.profiler.Quitter;
import io.mirrorlake.jobs.architecture.violation.profiler.Sparked;
import io.mirrorlake.jobs.architecture.violation.profiler.egg.Egg;
import io.mirrorlake.jobs.architecture.violation.synthesizer.Borrower;
import io.mirrorlake.jobs.architecture.violation.synthesizer.Dice;
import io.mirrorlake.jobs.architecture.violation.synthesizer.Peeker;
import io.mirrorlake.jobs.architecture.violation.synthesizer.Platform;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

final class ArchitectureTest {
  private static final String ROOT = "io.mirrorlake";
  private static final String VIOLATION = ROOT + ".jobs.architecture.violation";

  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);
  private static final JavaClasses RUIN = new ClassFileImporter().importPackages(VIOLATION);

  static Stream<Arguments> violations() {
    return Stream.of(
        arguments(HouseRule.PROFILER_STANDS_ALONE, Boss.class),
        arguments(HouseRule.SYNTHESIZER_READS_ONLY_PROFILES, Peeker.class),
        arguments(HouseRule.EVALUATOR_IS_INDEPENDENT, Accomplice.class),
        arguments(HouseRule.PACKAGES_HAVE_NO_CYCLES, Egg.class),
        arguments(HouseRule.MATHEMATICS_HAS_NO_SPARK, Sparked.class),
        arguments(HouseRule.ROWS_HAVE_NO_CHANCE, Dice.class),
        arguments(HouseRule.ROWS_ARE_THE_SAME_ON_EVERY_MACHINE, Platform.class),
        arguments(HouseRule.ROWS_USE_NO_INEXACT_LIBRARY, Borrower.class),
        arguments(HouseRule.ONLY_ENTRY_POINTS_EXIT, Quitter.class),
        arguments(HouseRule.CLASSES_ARE_FINAL, Open.class),
        arguments(HouseRule.PACKAGES_ARE_NULL_MARKED, Open.class));
  }

  @ParameterizedTest
  @EnumSource
  void houseKeepsTheRule(HouseRule rule) {
    rule.under(ROOT).check(HOUSE);
  }

  @ParameterizedTest
  @MethodSource("violations")
  void ruleRejectsItsViolation(HouseRule rule, Class<?> violator) {
    List<String> failures = rule.under(VIOLATION).evaluate(RUIN).getFailureReport().getDetails();

    assertThat(failures).anyMatch(failure -> failure.contains(violator.getName()));
  }

  @Test
  void everyRuleHasAViolation() {
    assertThat(violations().map(violation -> violation.get()[0]))
        .containsExactlyElementsOf(EnumSet.allOf(HouseRule.class));
  }

  /** Guards against an import that finds nothing, in which every rule would hold. */
  @ParameterizedTest
  @EnumSource
  void everyModuleIsLookedAt(Module module) {
    assertThat(HOUSE)
        .anyMatch(type -> type.getPackageName().startsWith(ROOT + "." + module.name()));
  }

  /** The Maven modules, by the names of their packages. */
  enum Module {
    profiler,
    synthesizer,
    evaluator,
    jobs
  }
}
