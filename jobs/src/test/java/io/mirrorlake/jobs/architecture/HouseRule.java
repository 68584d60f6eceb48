package io.mirrorlake.jobs.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import org.jspecify.annotations.NullMarked;

/**
 * A rule of the house, stated for any root package, so that it can be tried on one that breaks it.
 */
enum HouseRule {
  PROFILER_STANDS_ALONE {
    @Override
    ArchRule under(String root) {
      return mayUse(root, "profiler", root + ".profiler..");
    }
  },
  SYNTHESIZER_READS_ONLY_PROFILES {
    @Override
    ArchRule under(String root) {
      return mayUse(
          root,
          "synthesizer",
          root + ".synthesizer..",
          root + ".profiler.schema..",
          root + ".profiler.marginal..",
          root + ".profiler.copula..",
          root + ".profiler.profile..",
          root + ".profiler.constraint..",
          root + ".profiler.key..",
          root + ".profiler.lexicon..",
          root + ".profiler.writing..",
          root + ".profiler.relation..");
    }
  },
  EVALUATOR_IS_INDEPENDENT {
    @Override
    ArchRule under(String root) {
      return mayUse(
          root,
          "evaluator",
          root + ".evaluator..",
          root + ".profiler.schema..",
          root + ".profiler.concurrent..");
    }
  },
  PACKAGES_HAVE_NO_CYCLES {
    @Override
    ArchRule under(String root) {
      return slices().matching(root + ".(**)").should().beFreeOfCycles();
    }
  },
  MATHEMATICS_HAS_NO_SPARK {
    @Override
    ArchRule under(String root) {
      return noClasses()
          .that(resideInAPackage(root + ".."))
          .and()
          .resideOutsideOfPackages(
              root + ".profiler..spark..",
              root + ".evaluator..spark..",
              root + ".synthesizer..source..",
              root + ".jobs..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.spark..", "org.apache.hadoop..", "io.delta..", "scala..");
    }
  },
  ROWS_HAVE_NO_CHANCE {
    @Override
    ArchRule under(String root) {
      return noClasses()
          .that(resideInAPackage(root + ".synthesizer.."))
          .should()
          .accessTargetWhere(
              owner("java.util.Random", "java.util.SplittableRandom")
                  .or(owner("java.util.concurrent.ThreadLocalRandom"))
                  .or(owner("java.security.SecureRandom"))
                  .or(calls("java.lang.Math", Set.of("random")))
                  .or(calls("java.lang.StrictMath", Set.of("random")))
                  .or(calls("java.util.UUID", Set.of("randomUUID"))))
          .because(
              "a row is a function of profile, seed, table and row index, and of nothing else");
    }
  },
  ROWS_ARE_THE_SAME_ON_EVERY_MACHINE {
    @Override
    ArchRule under(String root) {
      return noClasses()
          .that(decideBytes(root))
          .should()
          .accessTargetWhere(calls("java.lang.Math", INEXACT))
          .because(
              "java.lang.Math may differ in the last bit between machines; StrictMath may not");
    }
  },
  ROWS_USE_NO_INEXACT_LIBRARY {
    @Override
    ArchRule under(String root) {
      return noClasses()
          .that(decideBytes(root))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.commons.statistics..",
              "org.apache.commons.numbers..",
              "org.apache.commons.rng.sampling..")
          .because("they call java.lang.Math");
    }
  },
  ONLY_ENTRY_POINTS_EXIT {
    @Override
    ArchRule under(String root) {
      return noClasses()
          .that(resideInAPackage(root + ".."))
          .and()
          .resideOutsideOfPackages(root + ".jobs", root + ".jobs.cli..")
          .should()
          .accessTargetWhere(
              calls("java.lang.System", Set.of("exit"))
                  .or(calls("java.lang.Runtime", Set.of("exit", "halt"))));
    }
  },
  CLASSES_ARE_FINAL {
    @Override
    ArchRule under(String root) {
      return classes()
          .that(resideInAPackage(root + ".."))
          .and()
          .areNotInterfaces()
          .and()
          .areNotEnums()
          .and()
          .areNotAnonymousClasses()
          .and()
          .doNotHaveModifier(JavaModifier.ABSTRACT)
          .and()
          .doNotHaveModifier(JavaModifier.SYNTHETIC)
          .should()
          .haveModifier(JavaModifier.FINAL);
    }
  },
  PACKAGES_ARE_NULL_MARKED {
    @Override
    ArchRule under(String root) {
      return classes()
          .that(resideInAPackage(root + ".."))
          .should(ArchCondition.from(inANullMarkedPackage()));
    }
  };

  /**
   * The functions of java.lang.Math whose result the Java specification leaves open by 1 or 2 ulp.
   */
  private static final Set<String> INEXACT =
      Set.of(
          "sin", "cos", "tan", "asin", "acos", "atan", "atan2", "exp", "expm1", "log", "log10",
          "log1p", "pow", "sinh", "cosh", "tanh", "cbrt", "hypot");

  abstract ArchRule under(String root);

  /** What computes a row, or a number that a row is computed from. */
  private static DescribedPredicate<JavaClass> decideBytes(String root) {
    return resideInAnyPackage(
        root + ".synthesizer..",
        root + ".profiler.marginal..",
        root + ".profiler.copula..",
        root + ".profiler.key..",
        root + ".profiler.writing..");
  }

  private static ArchRule mayUse(String root, String module, String... ours) {
    return classes()
        .that(resideInAPackage(root + "." + module + ".."))
        .should()
        .onlyDependOnClassesThat(resideOutsideOfPackage(root + "..").or(resideInAnyPackage(ours)));
  }

  private static DescribedPredicate<JavaClass> inANullMarkedPackage() {
    return describe(
        "in a package whose package-info says @NullMarked",
        type ->
            type.getPackage()
                .tryGetPackageInfo()
                .filter(info -> info.isAnnotatedWith(NullMarked.class))
                .isPresent());
  }

  private static DescribedPredicate<JavaAccess<?>> owner(String... classNames) {
    Set<String> names = Set.of(classNames);
    return describe(
        "a member of " + String.join(", ", names),
        access -> names.contains(access.getTargetOwner().getName()));
  }

  private static DescribedPredicate<JavaAccess<?>> calls(String className, Set<String> methods) {
    return describe(
        className + "." + methods,
        access -> {
          JavaClass owner = access.getTargetOwner();
          return owner.getName().equals(className) && methods.contains(access.getName());
        });
  }
}
